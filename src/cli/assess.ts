// `truceline assess`: totals per reading over the record, and with --list every incident under every reading.
import { Command, Option } from "commander";
import {
  assessCase,
  openQuestions,
  readingIds,
  requireReading,
  unitCounts,
} from "../assess/index.ts";
import type { Assessment, AssessOptions, Hold } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { formatInstant } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { didYouMean } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import { assessTable } from "./assess-table.ts";
import type { TableFiles } from "./assess-table.ts";
import { assessJson } from "./json/assess.ts";
import { assessTableJson } from "./json/assess-table.ts";
import { openCase } from "./open-case.ts";
import {
  asOfInstant,
  dayArgument,
  dayOrInstantArgument,
  headOption,
  jsonOption,
  langOption,
  readingOption,
  textAsOfOption,
  holdOption,
  heldWords,
  windowOption,
  WINDOW_WORDS,
} from "./options.ts";
import type { DayOrInstant } from "./options.ts";
import { renderObligations } from "./print/obligations.ts";
import { renderOpenQuestions } from "./print/open-questions.ts";
import type { OpenReading } from "./print/open-questions.ts";
import { renderMatrix } from "./print/matrix.ts";
import { renderTable } from "./print/table-record.ts";
import { renderBreakdown, renderCaveat, renderTotals, renderUnits } from "./print/totals.ts";
import { matrixRows, tableView, totalsView } from "./print/view.ts";
import type { HeadAt } from "../store/with-record.ts";
import { engineName } from "./shell.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";
import { styleFor } from "./terminal.ts";
import { inTextTime, renderTextTime, textTimeJson, toldOf } from "./text-time.ts";
import type { Language } from "./terminal.ts";

interface AssessFlags {
  readonly reading?: readonly string[];
  readonly from?: Day;
  readonly until?: Day;
  readonly asOf?: DayOrInstant;
  readonly head?: HeadAt;
  readonly textAsOf?: Day;
  readonly party?: string;
  readonly kind?: string;
  readonly window?: "in-force";
  readonly hold?: Hold;
  readonly list?: boolean;
  readonly open?: boolean;
  readonly incidents?: string;
  readonly mapping?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

export function assessCommand(shell: Shell): Command {
  return new Command("assess")
    .description("count, for every reading, which incidents would be violations")
    .argument("<case>", "the case folder")
    .addOption(readingOption("only this reading; may be given several times"))
    .addOption(new Option("--from <day>", "first day counted").argParser(dayArgument))
    .addOption(new Option("--until <day>", "first day no longer counted").argParser(dayArgument))
    .addOption(
      new Option(
        "--as-of <time>",
        "what was published by then (a day counts to its end)",
      ).argParser(dayOrInstantArgument),
    )
    .addOption(headOption())
    .addOption(textAsOfOption())
    .option("--party <id>", "only incidents that this party may have done")
    .option("--kind <id>", "only incidents that may have hit this kind of target")
    .addOption(windowOption())
    .addOption(holdOption())
    .option("--incidents <file>", "judge the rows of this table instead of the case's own record")
    .option("--mapping <file>", "what the columns of that table are (docs/cli.md)")
    .option("--open", "also what each question that a reading leaves open is worth")
    .option("--list", "also every incident under every reading")
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: AssessFlags) => assess(shell, folder, flags));
}

const EXAMPLE = `
Example:
  truceline assess cases/example --reading river-truce/north --reading river-truce/south`;

async function assess(shell: Shell, folder: string, flags: AssessFlags): Promise<void> {
  const { terminal, version } = shell;
  const texts = inTextTime(await openCase(folder, terminal, flags.head), flags.textAsOf);
  const { theCase } = texts;
  const told = flags.reading === undefined ? texts.told : toldOf(texts, flags.reading);
  const options = optionsOf(theCase, flags);
  const files = tableFiles(flags);
  if (files !== null) return assessFile(shell, { theCase, flags, options, files });
  const assessment = assessCase(theCase, options);
  const open = flags.open === true ? openReadings(theCase, assessment, options) : null;
  const units = unitCounts(theCase, assessment, flags.hold);
  if (flags.json === true) {
    const { hold = new Map(), list = false, window = null } = flags;
    const engine = engineName(version);
    const { logHead } = theCase;
    const json = {
      ...assessJson(assessment, { engine, logHead, hold, list, open, units, window }),
      ...textTimeJson(texts, told),
    };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const [width, style] = [terminal.columns, styleFor(terminal)];
  const held = flags.hold === undefined ? null : heldWords(flags.hold);
  const narrowed = narrowedWords(flags);
  const asked = { assessment, lang: flags.lang, narrowed, held };
  const view = totalsView(theCase, asked);
  terminal.out(renderTextTime(texts, told, width));
  terminal.out(renderTotals(view, width, style));
  terminal.out(renderBreakdown(view, width, style));
  terminal.out(renderUnits(units, width, style));
  const name = (party: string): string => view.parties.get(party) ?? party;
  terminal.out(renderObligations(assessment.obligations, name, { width, style }));
  if (open !== null) {
    terminal.out(renderOpenQuestions(open, name, { width, style }));
  }
  if (flags.list === true) {
    const ids = assessment.readings.map(({ id }) => id);
    terminal.out(renderMatrix(ids, matrixRows(assessment, flags.lang), { width, style }));
  }
  terminal.out(renderCaveat(view, width));
}

/** The files of a table, where one is asked about; what only the case's own record answers is wrong usage beside them. */
function tableFiles(flags: AssessFlags): TableFiles | null {
  const { incidents, mapping, textAsOf, open } = flags;
  if (incidents === undefined && mapping === undefined) return null;
  if (incidents === undefined || mapping === undefined)
    throw wrongUsage("--incidents and --mapping are given together");
  if (textAsOf === undefined && open !== true) return { incidents, mapping };
  throw wrongUsage("--text-as-of and --open ask about the case's own record, not a table");
}

interface AskedOfFile {
  readonly theCase: Case;
  readonly flags: AssessFlags;
  readonly options: AssessOptions;
  readonly files: TableFiles;
}

async function assessFile(
  { terminal, version }: Shell,
  { theCase, flags, options, files }: AskedOfFile,
): Promise<void> {
  const { list = false, hold = new Map<string, string>(), window = null, lang } = flags;
  const answer = await assessTable({ theCase, files, options, list, terminal });
  if (flags.json === true) {
    const caseId = theCase.settings.id;
    const { asOf = null } = options;
    const engine = engineName(version);
    const json = assessTableJson(answer, { caseId, engine, hold, window, asOf });
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const [width, style] = [terminal.columns, styleFor(terminal)];
  const held = flags.hold === undefined ? null : heldWords(flags.hold);
  const view = tableView(theCase, { answer, lang, narrowed: narrowedWords(flags), held });
  terminal.out(`${renderTable(answer, width)}\n`);
  terminal.out(renderTotals(view, width, style));
  terminal.out(renderBreakdown(view, width, style));
  if (answer.rows !== null) {
    const ids = answer.readings.map(({ id }) => id);
    terminal.out(renderMatrix(ids, answer.rows, { width, style }));
  }
  terminal.out(renderCaveat(view, width));
}

function openReadings(
  theCase: Case,
  { readings }: Assessment,
  options: AssessOptions,
): readonly OpenReading[] {
  return readings.map(({ id }) => ({ id, questions: openQuestions(theCase, id, options) }));
}

function optionsOf(theCase: Case, flags: AssessFlags): AssessOptions {
  const { from, until, asOf, party, kind } = flags;
  if (from !== undefined && until !== undefined && from >= until) {
    throw wrongUsage(`--from ${from} does not lie before --until ${until}`);
  }
  if (party !== undefined)
    requireName("party", party, [...theCase.settings.parties.keys(), "other"]);
  if (kind !== undefined) requireName("kind", kind, theCase.kinds.nodes.keys());
  const readings = flags.reading?.map((id) => requireReading(theCase, id));
  return {
    ...(readings === undefined ? {} : { readings }),
    ...(flags.window === undefined ? {} : { inForce: readings ?? readingIds(theCase) }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(asOf === undefined ? {} : { asOf: asOfInstant(theCase, asOf) }),
    ...(party === undefined ? {} : { party }),
    ...(kind === undefined ? {} : { kind }),
    ...(flags.hold === undefined ? {} : { hold: flags.hold }),
  };
}

function requireName(what: string, given: string, valid: Iterable<string>): void {
  const names = [...valid].sort(compareText);
  if (names.includes(given)) return;
  const all = names.length <= 20 ? `; there are: ${names.join(", ")}` : "";
  throw wrongUsage(`no ${what} "${given}"; ${didYouMean(given, names) ?? "no name is near"}${all}`);
}

function narrowedWords({ from, until, window, asOf, party, kind }: AssessFlags): readonly string[] {
  return [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`before ${until}`]),
    ...(window === undefined ? [] : [WINDOW_WORDS]),
    ...(asOf === undefined ? [] : [`published by ${asOfWords(asOf)}`]),
    ...(party === undefined ? [] : [`those that may be by ${party}`]),
    ...(kind === undefined ? [] : [`those that may have hit ${kind}`]),
  ];
}

function asOfWords(asOf: DayOrInstant): string {
  return "day" in asOf ? `the end of ${asOf.day}` : formatInstant(asOf.at);
}
