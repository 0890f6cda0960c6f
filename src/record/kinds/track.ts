// A line of talks.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, TEXT, either, listOf, oneOf } from "./value.ts";

/** A line of talks. */
export const TRACK = {
  prefix: "trk",
  format: 1,
  of: "none",
  fields: {
    title: must(TEXT),
    level: must(TEXT),
    parties: must(listOf(TEXT)),
    mediators: must(either(listOf(TEXT), oneOf("unknown"))),
    issues: must(listOf(TEXT)),
    opened: may(DAY),
    closed: may(DAY),
    parent: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
