// `truceline explain`: one incident under one reading or all: what the record holds, the verdict, and why.
import { Command } from "commander";
import {
  explainIncident,
  incidentOf,
  readingIds,
  requireReading,
  UnknownNameError,
} from "../assess/index.ts";
import type { Hold } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { parseIncidentId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import type { Day } from "../model/instant.ts";
import type { Incident } from "../model/incident.ts";
import { explanationJson } from "./json/explain.ts";
import { openCase } from "./open-case.ts";
import {
  heldWords,
  holdOption,
  jsonOption,
  langOption,
  readingOption,
  textAsOfOption,
} from "./options.ts";
import { renderExplanation } from "./print/explanation.ts";
import { renderIncident } from "./print/incident.ts";
import { paragraph } from "./print/text.ts";
import type { Shell } from "./shell.ts";
import { styleFor } from "./terminal.ts";
import { inTextTime, renderTextTime, textTimeJson, toldOf } from "./text-time.ts";
import type { Language } from "./terminal.ts";

interface ExplainFlags {
  readonly reading?: readonly string[];
  readonly hold?: Hold;
  readonly textAsOf?: Day;
  readonly json?: boolean;
  readonly lang: Language;
}

export function explainCommand(shell: Shell): Command {
  return new Command("explain")
    .description("say why an incident would or would not be a violation, under each reading")
    .argument("<case>", "the case folder")
    .argument("<incident>", "an incident id, such as inc-077")
    .addOption(readingOption("only this reading; may be given several times (default: all)"))
    .addOption(holdOption())
    .addOption(textAsOfOption())
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, incident: string, flags: ExplainFlags) =>
      explain(shell, [folder, incident], flags),
    );
}

const EXAMPLE = `
Example:
  truceline explain cases/example inc-1 --reading river-truce/north`;

async function explain(
  { terminal }: Shell,
  [folder, id]: readonly [string, string],
  flags: ExplainFlags,
): Promise<void> {
  const texts = inTextTime(await openCase(folder, terminal), flags.textAsOf);
  const { theCase } = texts;
  const incident = requireIncident(theCase, id);
  const readings = readingsAsked(theCase, flags.reading);
  const held = flags.hold === undefined ? {} : { hold: flags.hold };
  const explanations = readings.map((reading) =>
    explainIncident(theCase, { incident: incident.id, reading, ...held }),
  );
  if (flags.json === true) {
    const all = explanations.map((explanation) => ({
      ...explanationJson(explanation, incident),
      ...textTimeJson(texts, toldOf(texts, [explanation.reading])),
    }));
    terminal.out(`${JSON.stringify(shapeOf(all, flags), null, 2)}\n`);
    return;
  }
  const page = { width: terminal.columns, style: styleFor(terminal) };
  terminal.out(renderIncident(incident, theCase, { ...page, lang: flags.lang }));
  terminal.out(renderTextTime(texts, toldOf(texts, readings), page.width));
  if (flags.hold !== undefined) terminal.out(`\n${paragraph(heldWords(flags.hold), page.width)}`);
  for (const explanation of explanations) {
    terminal.out(`\n${renderExplanation(explanation, page)}`);
  }
  terminal.out(`\n${paragraph(theCase.settings.caveat, page.width)}`);
}

/** One reading asked for by name is one object; otherwise an array in id order. */
function shapeOf(all: readonly object[], { reading }: ExplainFlags): unknown {
  return reading?.length === 1 ? all[0] : all;
}

function requireIncident(theCase: Case, given: string): Incident {
  const id = parseIncidentId(given);
  if (id !== null) return incidentOf(theCase, id);
  throw new UnknownNameError(
    "incident",
    given,
    theCase.incidents.map((incident) => incident.id),
  );
}

function readingsAsked(theCase: Case, given: readonly string[] | undefined): readonly ReadingId[] {
  const all = readingIds(theCase);
  if (given === undefined) return all;
  const asked = new Set(given.map((id) => requireReading(theCase, id)));
  return all.filter((id) => asked.has(id));
}
