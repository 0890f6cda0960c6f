// A party to an instrument, a clause or an answer: which state, since when, from which source.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, TEXT } from "./value.ts";

/** A party to an instrument, a clause or an answer. */
export const ACCEPTANCE = {
  prefix: "acc",
  format: 1,
  of: "none",
  fields: {
    party: must(TEXT),
    instrument: must(TEXT),
    clause: may(TEXT),
    answer: may(TEXT),
    state: must(TEXT),
    from: may(DAY),
    until: may(DAY),
    source: must(ID),
    statement: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
