// Which verdicts occur together under chosen readings, counted from one letter an incident.
import type { VerdictKind } from "../../../src/assess/verdict.ts";
import { compareText } from "../../../src/model/problem.ts";

export interface Pattern {
  readonly verdicts: readonly VerdictKind[];
  readonly incidents: number;
}

const KINDS: Readonly<Record<string, VerdictKind>> = {
  v: "violation",
  n: "not-covered",
  u: "undetermined",
  c: "conflict",
};

/** `columns`: letters of readings over the same incidents in the same order. Most incidents first, then by letters. */
export function patternsOf(columns: readonly string[]): readonly Pattern[] {
  const counts = new Map<string, number>();
  for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
    const letters = columns.map((column) => column[i] ?? "").join("");
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([letters, incidents]) => ({
      verdicts: [...letters].flatMap((letter) => KINDS[letter] ?? []),
      incidents,
    }));
}
