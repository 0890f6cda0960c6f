// Up to 1,000 rows of a dataset in one leaf (RECORD 4).
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT } from "./value.ts";

/** Up to 1,000 rows of a dataset in one leaf (RECORD 4). */
export const ROWS = {
  prefix: "row",
  format: 1,
  of: "none",
  fields: {
    importer: must(TEXT),
    dataset: must(TEXT),
    source: must(ID),
    licence: may(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
