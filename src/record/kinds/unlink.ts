// A report does not belong to an incident after all.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT } from "./value.ts";

/** A report does not belong to an incident after all. */
export const UNLINK = {
  prefix: "unl",
  format: 1,
  of: "thing",
  fields: { report: must(ID), reason: must(TEXT), note: may(TEXT) },
} as const satisfies KindRule;
