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

/** A place in a source: disputed words, or a span of UTF-16 offsets into the kept text, where either is given. */
export interface Citation {
  readonly source: string;
  readonly quote: string | null;
  readonly span: readonly [number, number] | null;
}
