// How one claim stands to another (TALKS 5).
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT, oneOf } from "./value.ts";

/** How one claim stands to another (TALKS 5). */
export const RELATION = {
  prefix: "rel",
  format: 1,
  of: "none",
  fields: {
    from: must(ID),
    to: must(ID),
    relation: must(oneOf("supports", "contradicts", "repeats", "corrects", "answers")),
    source: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
