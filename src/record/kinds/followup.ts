// What came after an incident under an instrument: notified, answered, remedied, sanctioned. It changes no verdict.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, TEXT, oneOf } from "./value.ts";

/** What came after an incident under an instrument. */
export const FOLLOWUP = {
  prefix: "fol",
  format: 1,
  of: "thing",
  fields: {
    instrument: must(TEXT),
    step: must(oneOf("notified", "answered", "remedied", "sanctioned")),
    by: must(TEXT),
    to: may(TEXT),
    day: may(DAY),
    source: must(ID),
    text: may(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
