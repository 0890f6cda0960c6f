// Where product and second judge still differ, and who is right by TERMS (docs/decisions/conformance.md). Cases listed here fail in
// the score; they are named so that a new failure is told from a known one. A mended fault leaves this file.
import type { Pair } from "./duel.ts";

/** A disagreement that is written down. */
export interface OpenDisagreement {
  readonly says: string;
  /** Cases of the corpus that fail by it. */
  readonly cases: readonly string[];
  /** True for random matters that it may touch. */
  readonly touches: (pair: Pair) => boolean;
}

/** All of them, those with a wrong verdict first. */
export const OPEN_DISAGREEMENTS: readonly OpenDisagreement[] = [];

/** Whether a random matter has what an open disagreement is about. */
export function touchesOpenDisagreement(pair: Pair): boolean {
  return OPEN_DISAGREEMENTS.some(({ touches }) => touches(pair));
}
