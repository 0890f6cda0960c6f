// Incidents against readings: one letter a verdict, so that a night of attacks fits a screen. Whole-night totals stand below.
import type { Verdict } from "../../assess/verdict.ts";
import type { ReadingId } from "../../model/id.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import type { Column } from "./table.ts";
import { paragraph } from "./text.ts";

/** One incident and its verdicts, one for each reading of the matrix. */
export interface MatrixRow {
  readonly id: string;
  /** Null: no day is given. */
  readonly day: string | null;
  readonly place: string;
  readonly aggregate: boolean;
  readonly verdicts: ReadonlyMap<ReadingId, Verdict>;
}

const KEY =
  "V would be a violation if the text applied (v: it applied, a violation), ? undetermined, " +
  "- not covered, C the text contradicts itself.";

export function renderMatrix(
  readings: readonly ReadingId[],
  rows: readonly MatrixRow[],
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const letters = readings.map((_, index) => columnLetter(index));
  const legend = readings.map((id, index) => `${letters[index] ?? ""} = ${id}`).join(", ");
  const columns: readonly Column[] = [
    { head: ["Incident"], align: "left" },
    { head: ["Day"], align: "left" },
    { head: ["Place"], align: "left", elastic: true },
    ...letters.map((head) => ({ head: [head], align: "left" as const })),
  ];
  const part = (title: string, some: readonly MatrixRow[]): string =>
    some.length === 0
      ? ""
      : `\n${style.strong(title)}\n${table(columns, some.map(cells(readings)), width)}`;
  return [
    part(
      "Incidents",
      rows.filter((row) => !row.aggregate),
    ),
    part(
      "Whole-night totals, in no figure above",
      rows.filter((row) => row.aggregate),
    ),
    `\n${paragraph(`${legend}.`, width)}${paragraph(KEY, width)}`,
  ].join("");
}

/** The letter of one verdict; `v` alone says that the text applied to the party that day. */
export function verdictLetter(verdict: Verdict): string {
  switch (verdict.verdict) {
    case "violation":
      return verdict.standing === "applies" ? "v" : "V";
    case "undetermined":
      return "?";
    case "not-covered":
      return "-";
    case "conflict":
      return "C";
    default:
      return verdict.verdict satisfies never;
  }
}

function cells(readings: readonly ReadingId[]): (row: MatrixRow) => readonly string[] {
  return ({ id, day, place, verdicts }) => [
    id,
    day ?? "no day",
    place,
    ...readings.map((reading) => {
      const verdict = verdicts.get(reading);
      return verdict === undefined ? " " : verdictLetter(verdict);
    }),
  ];
}

/** a, b, ... z, then aa, ab, ...: one head a reading. */
function columnLetter(index: number): string {
  const last = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
