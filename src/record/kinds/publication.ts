// The manifest of a frozen report, its signature, and what it corrects.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ANY, ID, SHA256, TEXT } from "./value.ts";

/** The manifest of a frozen report, its signature, and what it corrects. */
export const PUBLICATION = {
  prefix: "pub",
  format: 1,
  of: "none",
  fields: {
    manifest: must(ANY),
    sha256: must(SHA256),
    signature: may(TEXT),
    corrects: may(ID),
    note: may(TEXT),
  },
} as const satisfies KindRule;
