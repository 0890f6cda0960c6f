// What is in force from here: classes of fields, the public grid, thresholds of review.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { TEXT, WHOLE, mapOf, oneOf, shape } from "./value.ts";

/** What is in force from here. */
export const POLICY = {
  prefix: "pol",
  format: 1,
  of: "none",
  fields: {
    classes: may(mapOf(mapOf(oneOf("public", "restricted", "sealed")))),
    gridMeters: may(WHOLE),
    review: may(shape({}, { origins: WHOLE, attachments: WHOLE, persons: WHOLE })),
    secondPerson: may(TEXT),
    reason: must(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
