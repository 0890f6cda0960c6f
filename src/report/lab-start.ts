// Texts to start from in the What-if lab: one of the case's, one reading of one, or a blank clause.
import type { CaseFiles } from "../case/case.ts";
import type { Desk, DraftText } from "../case/draft.ts";
import { editTerms } from "../terms/edit-terms.ts";
import { printTerms } from "../terms/print-terms.ts";
import { parseTemplate, templateEdits } from "../terms/templates.ts";
import type { Template, TemplateWords } from "../terms/templates.ts";
import { groundOf, rootsOf } from "./draft-form.ts";

/** An instrument (`energy`), a reading of one (`energy/RU`), `blank`, or a clause to begin with (`blank/strikes`). */
export type LabStart = string;

const DRAFT_FILE = "draft.terms.yaml";

/** The text to start from; null for a name that the case does not have. `words` are those of a template's parts. */
export function startText(
  { desk, files }: { readonly desk: Desk; readonly files: CaseFiles },
  start: LabStart,
  words: TemplateWords,
): DraftText | null {
  if (start === "blank") return { name: DRAFT_FILE, text: blankText(desk) };
  const template = start.startsWith("blank/") ? parseTemplate(start.slice("blank/".length)) : null;
  if (template !== null) {
    const made = templateText(desk, template, words);
    return made === null ? null : { name: DRAFT_FILE, text: made };
  }
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

/** What every text says of itself, and the clauses of a template under them. */
function templateText(desk: Desk, template: Template, words: TemplateWords): string | null {
  const ground = { ...groundOf(desk), instrument: null, words };
  const edits = templateEdits(template, ground);
  const hasReadings = edits.some(({ path: [section] }) => section === "readings");
  const whole = { kind: "set", path: ["readings", "text"], value: { take: {} } } as const;
  const text = editTerms(headText(desk), DRAFT_FILE, hasReadings ? edits : [...edits, whole]);
  return text;
}

/** What every text says of itself. */
function headText(desk: Desk): string {
  return [
    "truceline: terms/1",
    "id: draft",
    "title: A draft",
    "uses: {kinds: kinds.yaml, means: means.yaml, tzdata: 2025c}",
    `parties: ${list(groundOf(desk).parties)}`,
    "",
  ].join("\n");
}

/** One clause that forbids every act against everything, for 30 days from the record's first day, to be changed at will. */
function blankText(desk: Desk): string {
  const { parties, kinds, day, zone } = groundOf(desk);
  return [
    `${headText(desk)}clauses:`,
    "  rule:",
    "    effect: prohibit",
    `    by: ${list(parties)}`,
    `    act: ${list(rootsOf(desk.theCase.acts))}`,
    `    targets: ${list(kinds)}`,
    `    from: {on: ${day}, tz: ${zone}}`,
    "    for: P30D",
    "readings:",
    "  text: {take: {}}",
    "",
  ].join("\n");
}

function list(ids: readonly string[]): string {
  return `[${ids.join(", ")}]`;
}
