// Which fields of which entries are taken out, on what ground, by which two persons. Never the value.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT, listOf, shape, someOf } from "./value.ts";

/** Which fields of which entries are taken out, on what ground, by which two persons. */
export const REDACTION = {
  prefix: "red",
  format: 1,
  of: "none",
  fields: {
    // `hides`: of a correction, the fields whose new values go; its own fields are `set` and the like, and say nothing of them.
    removes: must(someOf(shape({ entry: ID, fields: someOf(TEXT) }, { hides: someOf(TEXT) }))),
    // Of an attachment whose file goes: copies derived from it that stay, such as a blurred one.
    keeps: may(listOf(ID)),
    ground: must(TEXT),
    secondPerson: may(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
