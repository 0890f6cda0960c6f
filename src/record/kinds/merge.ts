// Incidents that are one: `of` goes on, the others become part of it. All ids live on.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT, listOf, someOf } from "./value.ts";

/** Incidents that are one. */
export const MERGE = {
  prefix: "mrg",
  format: 1,
  of: "thing",
  fields: {
    incidents: must(someOf(ID)),
    reason: must(TEXT),
    ranked: may(listOf(ID)),
    note: may(TEXT),
  },
} as const satisfies KindRule;
