// The sentence to cite: what a comparison found, with its period, its as-of and its conditional mood.
import type { Bounds } from "../model/count.ts";
import { formatInstant } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import type { AssessedRow } from "./assess.ts";
import type { Comparison } from "./verdict.ts";

/** English; screens in other languages compose their own from the same figures. */
export function wordingSentence(
  { a, b, onlyA, onlyB }: Pick<Comparison, "a" | "b" | "onlyA" | "onlyB">,
  rows: readonly AssessedRow[],
  asOf: Instant | null,
): string {
  const days = rows.map(({ incident }) => incident.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "No incident is recorded in this period.";
  const known = asOf === null ? "" : ` As known on ${formatInstant(asOf)}.`;
  return (
    `Of ${rows.length} recorded incidents from ${first} to ${last}, ${range(onlyA)} would be violations under ${a} ` +
    `and not under ${b}, and ${range(onlyB)} under ${b} and not under ${a}, if these texts applied.${known}`
  );
}

/** "7", "between 3 and 9". */
export function range({ atLeast, atMost }: Bounds): string {
  return atLeast === atMost ? String(atLeast) : `between ${atLeast} and ${atMost}`;
}
