// A fact outside incidents that a text waits for: relief granted, an extension agreed, a notice given.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, INSTANT, TEXT, either, listOf, oneOf, shape } from "./value.ts";

const EVENT_TIME = either(
  shape({ kind: oneOf("at"), at: INSTANT }),
  shape({ kind: oneOf("between"), from: INSTANT, until: INSTANT }),
  shape({ kind: oneOf("not-by"), at: INSTANT }),
);

/** A fact outside incidents that a text waits for. */
export const EVENT = {
  prefix: "evt",
  format: 1,
  of: "none",
  fields: {
    event: must(TEXT),
    instrument: may(TEXT),
    time: must(EVENT_TIME),
    sources: must(listOf(ID)),
    note: may(TEXT),
  },
} as const satisfies KindRule;
