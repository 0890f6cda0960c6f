// Words of a named speaker, relayed. Said on an unknown day, it stays so.
import { must, may, sealed } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { CITATION, DAY, ID, TALK_TIME, TEXT, either, listOf, oneOf } from "./value.ts";

/** Words of a named speaker, relayed. */
export const STATEMENT = {
  prefix: "stm",
  format: 1,
  of: "none",
  fields: {
    said: must(TALK_TIME),
    speaker: must(TEXT),
    role: may(TEXT),
    party: must(TEXT),
    to: may(TEXT),
    chain: must(listOf(TEXT)),
    form: must(TEXT),
    act: must(TEXT),
    flags: must(either(listOf(TEXT), oneOf("unknown"))),
    issue: may(TEXT),
    gist: may(TEXT),
    stance: may(TEXT),
    stanceKey: may(TEXT),
    disputes: must(listOf(ID)),
    source: must(CITATION),
    reported: may(DAY),
    instrument: may(TEXT),
    note: may(TEXT),
    words: sealed(TEXT),
    privateNote: sealed(TEXT),
  },
} as const satisfies KindRule;
