// A log key that came or went, with the last size to be trusted of it.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { TEXT, WHOLE, oneOf } from "./value.ts";

/** A log key that came or went, with the last size to be trusted of it. */
export const KEY = {
  prefix: "key",
  format: 1,
  of: "none",
  fields: {
    vkey: must(TEXT),
    change: must(oneOf("added", "withdrawn")),
    lastTrustedSize: may(WHOLE),
    // A signed note by which the key before and this one name each other.
    endorsement: may(TEXT),
    // Of the first entry of a log that goes on after a loss: the checkpoint that it comes after, and how many entries are gone.
    continues: may(TEXT),
    lost: may(WHOLE),
    reason: may(TEXT),
    secondPerson: may(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
