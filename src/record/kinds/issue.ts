// What is argued about: its answers and stances.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { INTEGER, NULL, TEXT, either, listOf, oneOf, shape } from "./value.ts";

const STANCE = shape({ key: TEXT, means: TEXT, rank: either(INTEGER, NULL) });

/** What is argued about. */
export const ISSUE = {
  prefix: "iss",
  format: 1,
  of: "none",
  fields: {
    title: must(TEXT),
    question: may(TEXT),
    mustAgree: may(either(listOf(TEXT), oneOf("unknown"))),
    scale: may(TEXT),
    stances: must(listOf(STANCE)),
    note: may(TEXT),
  },
} as const satisfies KindRule;
