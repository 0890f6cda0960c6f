// A pick from a gazetteer.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { POINT, TEXT, mapOf } from "./value.ts";

/** A pick from a gazetteer. */
export const PLACE = {
  prefix: "plc",
  format: 1,
  of: "none",
  fields: {
    name: must(TEXT),
    names: may(mapOf(TEXT)),
    point: must(POINT),
    admin1: may(TEXT),
    country: may(TEXT),
    gazetteer: must(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
