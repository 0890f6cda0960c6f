// One account of one event in one publication, before or after it was linked to an incident.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ANY, ID, INSTANT, OCCURRED, TEXT, WHOLE, listOf } from "./value.ts";

/** One account of one event in one publication, before or after it was linked to an incident. */
export const REPORT = {
  prefix: "rep",
  format: 1,
  of: "none",
  fields: {
    source: must(ID),
    text: may(TEXT),
    quote: may(TEXT),
    span: may(listOf(WHOLE)),
    language: may(TEXT),
    chain: may(listOf(TEXT)),
    reportedAt: may(INSTANT),
    occurred: may(OCCURRED),
    datasetKey: may(TEXT),
    note: may(TEXT),
    rawRow: restricted(ANY),
    contributor: restricted(TEXT),
  },
} as const satisfies KindRule;
