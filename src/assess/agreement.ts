// What several readings say of one incident, as one word (WEB 2), and whether they answer it differently (ASSESS, wording).
import type { VerdictKind } from "./verdict.ts";

/** `differ`: one says violation and another not covered. It is an aggregate of readings, not a verdict. */
export type Agreement = VerdictKind | "differ";

/** In the order in which one of them stands for several: differ > conflict > undetermined > the common verdict. */
export const AGREEMENTS = [
  "differ",
  "conflict",
  "undetermined",
  "violation",
  "not-covered",
] as const satisfies readonly Agreement[];

/** The word for all verdicts of one incident; null when no reading was asked. */
export function agreementOf(verdicts: Iterable<VerdictKind>): Agreement | null {
  const kinds = new Set<Agreement>(verdicts);
  if (kinds.has("violation") && kinds.has("not-covered")) kinds.add("differ");
  return AGREEMENTS.find((one) => kinds.has(one)) ?? null;
}

/**
 * Whether some two of the verdicts differ: surely when both are determined, possibly when one of the two is undetermined. The same
 * rule as `hard` and `soft` of a comparison, over any number of readings.
 */
export function differenceOf(verdicts: Iterable<VerdictKind>): "surely" | "possibly" | "none" {
  const kinds = new Set(verdicts);
  const determined = kinds.size - (kinds.has("undetermined") ? 1 : 0);
  if (determined > 1) return "surely";
  return kinds.size > 1 ? "possibly" : "none";
}
