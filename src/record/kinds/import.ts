// The last entry of an import: file, mapping, counts by outcome.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ANY, SHA256, TEXT, WHOLE, mapOf } from "./value.ts";

/** The last entry of an import. */
export const IMPORT = {
  prefix: "imp",
  format: 1,
  of: "none",
  fields: {
    file: must(SHA256),
    size: must(WHOLE),
    importer: must(TEXT),
    mapping: must(ANY),
    tables: may(mapOf(TEXT)),
    accepted: must(WHOLE),
    duplicate: must(WHOLE),
    quarantined: must(WHOLE),
    codes: may(mapOf(WHOLE)),
    note: may(TEXT),
    fileName: restricted(TEXT),
  },
} as const satisfies KindRule;
