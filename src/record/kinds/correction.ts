// New values for named fields, with a reason. What stood before stays in as-of views.
import { must, may, restricted, sealed } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ANY, ID, TEXT, listOf, mapOf } from "./value.ts";

/** New values for named fields, with a reason. */
export const CORRECTION = {
  prefix: "cor",
  format: 1,
  of: "thing",
  fields: {
    set: must(mapOf(ANY)),
    unset: may(listOf(TEXT)),
    reason: must(TEXT),
    source: may(ID),
    note: may(TEXT),
    setRestricted: restricted(mapOf(ANY)),
    setSealed: sealed(mapOf(ANY)),
  },
} as const satisfies KindRule;
