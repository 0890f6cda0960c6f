// Where product and second judge still differ, and who is right by TERMS (docs/decisions/conformance.md). Cases listed here fail in
// the score; they are named so that a new failure is told from a known one. A mended fault leaves this file.
import type { Pair } from "./duel.ts";

/** A disagreement that is written down. */
export interface OpenDisagreement {
  readonly says: string;
  /** Cases of the corpus that fail by it. */
  readonly cases: readonly string[];
  /** True for random matters that it may touch; `differences` as the duel tells them. */
  readonly touches: (pair: Pair, differences: readonly string[]) => boolean;
}

/** All of them, those with a wrong verdict first. */
export const OPEN_DISAGREEMENTS: readonly OpenDisagreement[] = [
  {
    says: "whether an earlier incident was a breach hangs on an open edge: undetermined either way, but the cause is told as facts, not text (TERMS 2.7 lets edges count as unknown in the scan for breaches, 2.9 makes them part of the text)",
    cases: [],
    touches: ({ before, document }, differences) =>
      before.length > 0 &&
      JSON.stringify(document).includes('"release"') &&
      differences.every((difference) => difference.startsWith("cause facts, expected ")),
  },
];

/** Whether a disagreement is one that is written down. */
export function isOpenDisagreement(pair: Pair, differences: readonly string[]): boolean {
  return OPEN_DISAGREEMENTS.some(({ touches }) => touches(pair, differences));
}
