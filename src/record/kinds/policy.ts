// What is in force from here: classes of fields, the public grid, thresholds of review.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, INSTANT, TEXT, WHOLE, mapOf, oneOf, shape, someOf } from "./value.ts";

/** What is in force from here. */
export const POLICY = {
  prefix: "pol",
  format: 1,
  of: "none",
  fields: {
    classes: may(mapOf(mapOf(oneOf("public", "restricted", "sealed")))),
    gridMeters: may(WHOLE),
    review: may(shape({}, { origins: WHOLE, attachments: WHOLE, persons: WHOLE })),
    // A clock that ran ahead and was said to be right: what it said, and what the time that had passed said.
    clock: may(shape({ accepted: INSTANT, expected: INSTANT })),
    // Whom a compartment lets in; such an entry is sealed in it.
    grant: may(shape({ to: someOf(TEXT) }, { until: DAY })),
    secondPerson: may(TEXT),
    reason: must(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
