// Who could look where, when, and what stopped them.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, OCCURRED, TEXT } from "./value.ts";

/** Who could look where, when, and what stopped them. */
export const COVERAGE = {
  prefix: "cov",
  format: 1,
  of: "none",
  fields: {
    observer: must(TEXT),
    where: must(TEXT),
    window: must(OCCURRED),
    hindrance: may(TEXT),
    source: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
