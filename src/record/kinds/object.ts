// A protected object, with who listed it.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, POINT, TEXT, listOf } from "./value.ts";

/** A protected object, with who listed it. */
export const OBJECT = {
  prefix: "obj",
  format: 1,
  of: "none",
  fields: {
    name: must(TEXT),
    kinds: must(listOf(TEXT)),
    listedBy: must(listOf(TEXT)),
    source: must(ID),
    place: may(POINT),
    from: may(DAY),
    until: may(DAY),
    note: may(TEXT),
    exactPlace: restricted(POINT),
  },
} as const satisfies KindRule;
