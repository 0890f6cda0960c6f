// `truceline compare`: how two readings disagree, and which words make the difference.
import { Command, Option } from "commander";
import { compareReadings, requireReading } from "../assess/index.ts";
import type { Comparison, Hold } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { openCase } from "./open-case.ts";
import {
  dayArgument,
  headOption,
  heldWords,
  holdOption,
  jsonOption,
  langOption,
  textAsOfOption,
  windowOption,
  WINDOW_WORDS,
} from "./options.ts";
import { renderComparison } from "./print/comparison.ts";
import { paragraph } from "./print/text.ts";
import { engineName } from "./shell.ts";
import type { Shell } from "./shell.ts";
import type { HeadAt } from "../store/with-record.ts";
import { cannot, wrongUsage } from "./stop.ts";
import { styleFor } from "./terminal.ts";
import { inTextTime, renderTextTime, textTimeJson, toldOf } from "./text-time.ts";
import type { Day } from "../model/instant.ts";

interface CompareFlags {
  readonly from?: Day;
  readonly until?: Day;
  readonly head?: HeadAt;
  readonly textAsOf?: Day;
  readonly window?: "in-force";
  readonly hold?: Hold;
  readonly list?: boolean;
  readonly json?: boolean;
}

export function compareCommand(shell: Shell): Command {
  return new Command("compare")
    .description(
      "show on which incidents two readings disagree, and which words make the difference",
    )
    .argument("<case>", "the case folder")
    .argument("<reading>", "a reading id, such as energy/RU")
    .argument("<other>", "another")
    .addOption(new Option("--from <day>", "first day counted").argParser(dayArgument))
    .addOption(new Option("--until <day>", "first day no longer counted").argParser(dayArgument))
    .addOption(headOption())
    .addOption(textAsOfOption())
    .addOption(windowOption())
    .addOption(holdOption())
    .option("--list", "also which incidents stand behind each number")
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, a: string, b: string, flags: CompareFlags) =>
      compare(shell, [folder, a, b], flags),
    );
}

const EXAMPLE = `
Example:
  truceline compare cases/example river-truce/north river-truce/south`;

async function compare(
  { terminal, version }: Shell,
  [folder, a, b]: readonly [string, string, string],
  flags: CompareFlags,
): Promise<void> {
  const texts = inTextTime(await openCase(folder, terminal, flags.head), flags.textAsOf);
  const { theCase } = texts;
  const comparison = comparisonOf(theCase, [a, b], flags);
  const told = toldOf(texts, [a, b]);
  if (flags.json === true) {
    const json = {
      ...compareJson(comparison, flags),
      ...originOf(theCase, [comparison.a, comparison.b], engineName(version)),
      ...textTimeJson(texts, told),
    };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const width = terminal.columns;
  const page = { width, style: styleFor(terminal), list: flags.list === true };
  terminal.out(renderTextTime(texts, told, width));
  terminal.out(renderComparison(comparison, page));
  if (flags.window !== undefined)
    terminal.out(`\n${paragraph(`Counted: ${WINDOW_WORDS}.`, width)}`);
  if (flags.hold !== undefined) terminal.out(`\n${paragraph(heldWords(flags.hold), width)}`);
  terminal.out(`\n${paragraph(theCase.settings.caveat, width)}`);
}

/** What the figures come from, so that anybody gets them again: engine, head of the record, versions of the texts. */
function originOf(
  { logHead, instruments }: Case,
  readings: readonly string[],
  engine: string,
): object {
  const named = instruments.filter(({ instrument }) =>
    readings.some((id) => id.startsWith(`${instrument.id}/`)),
  );
  const terms = Object.fromEntries(
    named.map(({ instrument, version }) => [instrument.id, version]),
  );
  return { engine, logHead, terms };
}

/** Readings are compared in id order whatever order they came in: neither side is the measure of the other. */
function comparisonOf(
  theCase: Case,
  given: readonly [string, string],
  { from, until, window, hold }: CompareFlags,
): Comparison {
  const [a, b] = given.map((id) => requireReading(theCase, id)).sort();
  if (a === undefined || b === undefined || a === b) {
    throw wrongUsage(`expected two different readings; both are "${given[0]}"`);
  }
  if (from !== undefined && until !== undefined && from >= until) {
    throw wrongUsage(`--from ${from} does not lie before --until ${until}`);
  }
  const asked = {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(window === undefined ? {} : { inForce: [a, b] }),
    ...(hold === undefined ? {} : { hold }),
  };
  try {
    return compareReadings(theCase, [a, b], asked);
  } catch (cause) {
    if (cause instanceof RangeError) throw cannot(cause.message, cause);
    throw cause;
  }
}

/** The JSON shape of `compare --json` (docs/cli.md). */
function compareJson(
  comparison: Comparison,
  { hold = new Map(), window = null }: { readonly hold?: Hold; readonly window?: string | null },
): object {
  const { a, b, hard, soft, hardIds, softIds, sets, causes, alone, last, sentence } = comparison;
  return {
    a,
    b,
    hard,
    soft,
    hardIds,
    softIds,
    sets,
    causes,
    alone,
    last,
    sentence,
    hold: Object.fromEntries(hold),
    window,
  };
}
