// Takes a merge back. `of` names the incident that went on.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TEXT } from "./value.ts";

/** Takes a merge back. */
export const SPLIT = {
  prefix: "spl",
  format: 1,
  of: "thing",
  fields: { merge: must(ID), reason: must(TEXT), note: may(TEXT) },
} as const satisfies KindRule;
