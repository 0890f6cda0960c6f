// A dated zone or line of control, with its source and licence.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, FLAG, ID, TEXT } from "./value.ts";

/** A dated zone or line of control, with its source and licence. */
export const LAYER = {
  prefix: "lay",
  format: 1,
  of: "none",
  fields: {
    name: must(TEXT),
    from: must(DAY),
    until: may(DAY),
    geometry: must(ID),
    source: must(ID),
    licence: must(TEXT),
    approximate: must(FLAG),
    note: may(TEXT),
  },
} as const satisfies KindRule;
