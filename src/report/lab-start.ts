// Texts to start from in the What-if lab: one of the case's, one reading of one, or a blank clause.
import type { CaseFiles } from "../case/case.ts";
import type { Desk, DraftText } from "../case/draft.ts";
import { compareText } from "../model/problem.ts";
import { printTerms } from "../terms/print-terms.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";

/** An instrument (`energy`), a reading of one (`energy/RU`), or `blank`. */
export type LabStart = string;

/** The text to start from; null for a name that the case does not have. */
export function startText(desk: Desk, files: CaseFiles, start: LabStart): DraftText | null {
  if (start === "blank") return { name: "draft.terms.yaml", text: blankText(desk) };
  const [id = "", reading] = start.split("/");
  const loaded = desk.theCase.instruments.find(({ instrument }) => instrument.id === id);
  const text = loaded === undefined ? undefined : files.get(loaded.file);
  if (loaded === undefined || text === undefined) return null;
  if (reading === undefined)
    return { name: loaded.file.slice(loaded.file.lastIndexOf("/") + 1), text };
  const chosen = loaded.instrument.readings.get(reading);
  if (chosen === undefined) return null;
  const alone = { ...loaded.instrument, readings: new Map([[reading, chosen]]) };
  return { name: `${id}.terms.yaml`, text: printTerms(alone) };
}

/** One clause that forbids every act against everything, for 30 days from the record's first day, to be changed at will. */
function blankText({ theCase }: Desk): string {
  const { incidents, instruments, settings, acts, kinds } = theCase;
  const bound = new Set(instruments.flatMap(({ instrument }) => instrument.parties));
  const parties = [...settings.parties.keys()]
    .filter((id) => bound.size === 0 || bound.has(id))
    .sort(compareText);
  const first = incidents.map(({ day }) => day).sort(compareText)[0] ?? "2000-01-01";
  const list = (ids: readonly string[]): string => `[${ids.join(", ")}]`;
  return [
    "truceline: terms/1",
    "id: draft",
    "title: A draft",
    "uses: {kinds: kinds.yaml, means: means.yaml, tzdata: 2025c}",
    `parties: ${list(parties)}`,
    "clauses:",
    "  rule:",
    "    effect: prohibit",
    `    by: ${list(parties)}`,
    `    act: ${list(rootsOf(acts))}`,
    `    targets: ${list(rootsOf(kinds))}`,
    `    from: {on: ${first}, tz: ${settings.timeZones[0] ?? "UTC"}}`,
    "    for: P30D",
    "readings:",
    "  text: {take: {}}",
    "",
  ].join("\n");
}

/** Nodes that are of no other: together they are everything. */
function rootsOf({ nodes }: Vocabulary): readonly string[] {
  const roots = [...nodes.values()].filter((node) => node.is.length === 0);
  return roots.map(({ id }) => id).sort(compareText);
}
