// A report belongs to an incident.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT } from "./value.ts";

/** A report belongs to an incident. */
export const LINK = {
  prefix: "lnk",
  format: 1,
  of: "thing",
  fields: { report: must(ID), reason: may(TEXT), note: may(TEXT) },
} as const satisfies KindRule;
