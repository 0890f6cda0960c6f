// A set of meetings of one track.
import { must, may } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, TALK_TIME, TEXT } from "./value.ts";

/** A set of meetings of one track. */
export const ROUND = {
  prefix: "rnd",
  format: 1,
  of: "none",
  fields: {
    track: must(ID),
    label: must(TEXT),
    occurred: must(TALK_TIME),
    place: may(TEXT),
    status: must(TEXT),
    note: may(TEXT),
  },
} as const satisfies KindRule;
