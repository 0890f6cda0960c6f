// A party's stance on an issue, from statements.
import { must, may, sealed } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TALK_TIME, TEXT, listOf, someOf } from "./value.ts";

/** A party's stance on an issue, from statements. */
export const POSITION = {
  prefix: "pos",
  format: 1,
  of: "none",
  fields: {
    party: must(TEXT),
    issue: must(TEXT),
    holds: must(someOf(TEXT)),
    strength: may(TEXT),
    said: may(TALK_TIME),
    statements: must(listOf(ID)),
    confirmedBy: may(listOf(TEXT)),
    note: may(TEXT),
    redLine: sealed(TEXT),
    offer: sealed(TEXT),
  },
} as const satisfies KindRule;
