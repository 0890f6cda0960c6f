// What someone asserts about an incident. Claims never turn into facts; casualties are a series of claims.
import type { CountRange } from "./count.ts";
import type { Day, Instant } from "./instant.ts";

/** When a claim speaks: an instant, a whole day, or not stated. */
export type AsOf = { readonly at: Instant } | { readonly day: Day } | null;

interface ClaimBase {
  readonly id: string;
  /** Incident id. */
  readonly subject: string;
  /** Party id, `media`, or a body's name; who asserts it. */
  readonly by: string;
  /** Source id. */
  readonly source: string;
  readonly asOf: AsOf;
  readonly note: string | null;
}

/** Who did it, by one claimant. */
export interface AttributionClaim extends ClaimBase {
  readonly predicate: "attribution";
  readonly actor: string;
}

/** `of: actor`: we did not do it; `of: event`: nothing happened. `no-comment` says nothing and changes no verdict. */
export interface DenialClaim extends ClaimBase {
  readonly predicate: "denial" | "no-comment";
  readonly of: "actor" | "event";
}

/** One point of a casualty series; null = not stated, which is not zero. */
export interface CasualtyClaim extends ClaimBase {
  readonly predicate: "casualties";
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
  readonly childrenKilled: number | null;
  readonly childrenInjured: number | null;
}

/** One point of a measured series, such as a fire's area. */
export interface MeasureClaim extends ClaimBase {
  readonly predicate: "measure";
  /** What is measured, with its unit, as the source puts it. */
  readonly what: string;
  readonly value: number;
}

/** A free account in our own words. */
export interface AccountClaim extends ClaimBase {
  readonly predicate: "account";
  readonly text: string;
}

export type Claim = AttributionClaim | DenialClaim | CasualtyClaim | MeasureClaim | AccountClaim;
