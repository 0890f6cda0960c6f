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
export const OPEN_DISAGREEMENTS: readonly OpenDisagreement[] = [
  {
    says: "notices and agreements recorded as between two instants are taken not to have come (TERMS 2.7)",
    cases: ["extension-17", "extension-23", "release-27", "release-28"],
    touches: ({ events }) =>
      Object.entries(events).some(
        ([id, time]) => /^(?:extension-agreed|notice-)/.test(id) && "between" in time,
      ),
  },
  {
    says: "`against` decides although nobody knows whose the thing was (TERMS 2.3: unknown over several)",
    cases: ["actors-16", "actors-18", "text-donbas-2020-07"],
    touches: ({ document }) => JSON.stringify(document).includes('"against":'),
  },
  {
    says: "a reading's assumed events are not seen by `in-force`, and the reason before an assumed start is the period (TERMS 1.1, 2.3)",
    cases: ["entry-22", "entry-23", "entry-25", "text-march-2025-33"],
    touches: ({ document }) => JSON.stringify(document).includes('"assume":'),
  },
];

/** Whether a random matter has what an open disagreement is about. */
export function touchesOpenDisagreement(pair: Pair): boolean {
  return OPEN_DISAGREEMENTS.some(({ touches }) => touches(pair));
}
