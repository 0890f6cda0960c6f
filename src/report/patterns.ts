// Verdict patterns: incidents that all chosen readings answer alike, counted together (WEB 5 C).
import type { Verdict, VerdictKind } from "../assess/verdict.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import { compareText } from "../model/problem.ts";
import type { JudgedLine } from "./row.ts";

export interface Pattern {
  /** One letter a reading, in the order of the readings asked for: v, n, u, c. */
  readonly letters: string;
  readonly incidents: number;
  /** In the order of the rows. */
  readonly ids: readonly IncidentId[];
}

const LETTERS: Readonly<Record<VerdictKind, string>> = {
  violation: "v",
  "not-covered": "n",
  undetermined: "u",
  conflict: "c",
};

const VERDICTS: readonly VerdictKind[] = ["violation", "not-covered", "undetermined", "conflict"];

/** The pattern letters of one row. */
export function patternOf(
  verdicts: Readonly<Record<ReadingId, Verdict>>,
  readings: readonly ReadingId[],
): string {
  return readings.map((id) => letterOf(verdicts[id])).join("");
}

/** Distinct patterns of the rows (whole-night totals apart), most incidents first, then by letters. */
export function patternsOf(
  rows: readonly JudgedLine[],
  readings: readonly ReadingId[],
): readonly Pattern[] {
  const byLetters = new Map<string, IncidentId[]>();
  for (const row of rows) {
    if (row.aggregate) continue;
    const letters = patternOf(row.verdicts, readings);
    const ids = byLetters.get(letters) ?? [];
    ids.push(row.id);
    byLetters.set(letters, ids);
  }
  return [...byLetters]
    .map(([letters, ids]) => ({ letters, incidents: ids.length, ids }))
    .sort((a, b) => b.incidents - a.incidents || compareText(a.letters, b.letters));
}

/** The letter of one verdict; `-` where none was given. */
export function letterOf(verdict: Verdict | undefined): string {
  return verdict === undefined ? "-" : LETTERS[verdict.verdict];
}

/** The verdict that a letter stands for; null where none was given. */
export function verdictOfLetter(letter: string): VerdictKind | null {
  return VERDICTS.find((verdict) => LETTERS[verdict] === letter) ?? null;
}
