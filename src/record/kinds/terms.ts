// A version of an instrument: its canonical form, whose SHA-256 names the version, and the text as it was written.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ANY, ID, SHA256, TEXT } from "./value.ts";

/** A version of an instrument. */
export const TERMS = {
  prefix: "trm",
  format: 1,
  of: "none",
  fields: {
    instrument: must(TEXT),
    version: must(SHA256),
    ast: must(ANY),
    text: may(TEXT),
    textFile: may(ID),
    author: may(TEXT),
    replaces: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
