// A text as the record describes it: who put it forward, what it says in our words. Its judged version is a `terms` entry.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, ID, NULL, TEXT, either, listOf, shape } from "./value.ts";

const SAYS = shape({
  about: TEXT,
  party: TEXT,
  gist: TEXT,
  keyWords: either(TEXT, NULL),
  source: ID,
});

/** A text as the record describes it. */
export const INSTRUMENT = {
  prefix: "ins",
  format: 1,
  of: "none",
  fields: {
    kind: must(TEXT),
    title: must(TEXT),
    proposedBy: must(TEXT),
    day: must(DAY),
    says: must(listOf(SAYS)),
    sources: must(listOf(ID)),
    note: may(TEXT),
  },
} as const satisfies KindRule;
