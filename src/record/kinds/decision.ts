// Review of an incident (RECORD 9): from one state to another, with reasons and what was examined.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT, listOf, oneOf, someOf } from "./value.ts";

/** States of an account, never of compliance. */
export const STATES = [
  "reported",
  "under-review",
  "verified",
  "contested",
  "rejected",
  "merged",
] as const;
export type ReviewState = (typeof STATES)[number];

/** Review of an incident (RECORD 9). */
export const DECISION = {
  prefix: "dec",
  format: 1,
  of: "thing",
  fields: {
    from: must(oneOf(...STATES)),
    to: must(oneOf(...STATES)),
    reasons: must(someOf(TEXT)),
    examined: must(listOf(ID)),
    settles: may(listOf(ID)),
    secondPerson: may(TEXT),
    note: restricted(TEXT),
  },
} as const satisfies KindRule;

/** What somebody decides about an account. */
export interface DecisionAsked {
  readonly incident: string;
  /** A state of RECORD 9; checked with the entry that it becomes. */
  readonly to: string;
  readonly actor: string;
  /** Null: decided by one person; refused where it takes two. */
  readonly secondPerson: string | null;
  readonly reasons: readonly string[];
  /** Ids of claims, reports, attachments that were looked at. */
  readonly examined: readonly string[];
  /** Ids of what settled a contest. */
  readonly settles: readonly string[];
}
