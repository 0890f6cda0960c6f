// A publication: where, whose, when. What we keep of it is an attachment.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, TEXT } from "./value.ts";

/** A publication. */
export const SOURCE = {
  prefix: "src",
  format: 1,
  of: "none",
  fields: {
    title: must(TEXT),
    outlet: must(TEXT),
    outletSide: must(TEXT),
    url: may(TEXT),
    published: may(DAY),
    licence: may(TEXT),
    keptCopy: may(ID),
    language: may(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
