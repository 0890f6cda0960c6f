// What someone asserts about an incident or a matter. A casualty series is a series of claims; none becomes a fact.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { DAY, DECIMAL, ID, INSTANT, RANGE, TEXT, WHOLE, either, listOf, oneOf } from "./value.ts";

/** What someone asserts about an incident or a matter. */
export const CLAIM = {
  prefix: "clm",
  format: 1,
  of: "maybe",
  fields: {
    predicate: must(TEXT),
    by: must(TEXT),
    source: must(ID),
    actor: may(TEXT),
    denies: may(oneOf("actor", "event")),
    text: may(TEXT),
    killed: may(RANGE),
    injured: may(RANGE),
    childrenKilled: may(WHOLE),
    childrenInjured: may(WHOLE),
    what: may(TEXT),
    value: may(DECIMAL),
    counted: may(RANGE),
    unit: may(TEXT),
    window: may(TEXT),
    ofParty: may(TEXT),
    day: may(DAY),
    asOf: may(either(DAY, INSTANT)),
    statement: may(ID),
    quote: may(TEXT),
    span: may(listOf(WHOLE)),
    note: may(TEXT),
  },
} as const satisfies KindRule;
