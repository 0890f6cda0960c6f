// Publications and the outlets they appear in.
import type { Day } from "./instant.ts";

/** A side as a publication's stake is described: a party id, or `other`. */
export type Stake = string;

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly outletSide: Stake;
  readonly url: string | null;
  /** Day of publication; null = not known. */
  readonly published: Day | null;
}
