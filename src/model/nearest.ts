// "Did you mean": the valid names nearest to what came, by edit distance with transpositions.
import { compareText } from "./problem.ts";

/** No name is so long that something longer could be a slip of it. */
const LONGEST = 240;

/** At most `count` of `valid`, nearest first, none further than max(2, length / 3) edits. */
export function nearestNames(given: string, valid: Iterable<string>, count = 3): readonly string[] {
  if (given.length > LONGEST) return [];
  const limit = Math.max(2, Math.floor(given.length / 3));
  return [...new Set(valid)]
    .filter((name) => Math.abs(name.length - given.length) <= limit)
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.name, b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** A hint for a problem, or undefined when no valid name is near. */
export function didYouMean(given: string, valid: Iterable<string>): string | undefined {
  const names = nearestNames(given, valid).map((name) => `"${name}"`);
  return names.length === 0 ? undefined : `did you mean ${names.join(" or ")}?`;
}

function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        at(rows, i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(rows, i - 1, j - 1) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(rows, i - 2, j - 2) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
