// "Not so after all", by us or by the source.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT, oneOf } from "./value.ts";

/** "Not so after all", by us or by the source. */
export const WITHDRAWAL = {
  prefix: "wdr",
  format: 1,
  of: "thing",
  fields: {
    by: must(oneOf("recorder", "source")),
    reason: must(TEXT),
    source: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
