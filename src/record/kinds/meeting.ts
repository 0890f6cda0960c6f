// One meeting; its date may be unknown and stays so.
import { must, may, sealed } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { CITATION, ID, NULL, TALK_TIME, TEXT, either, listOf, shape } from "./value.ts";

const PARTICIPANT = shape({
  party: TEXT,
  names: listOf(TEXT),
  role: TEXT,
  office: either(TEXT, NULL),
});

/** One meeting; its date may be unknown and stays so. */
export const MEETING = {
  prefix: "mtg",
  format: 1,
  of: "none",
  fields: {
    track: must(ID),
    round: may(ID),
    occurred: must(TALK_TIME),
    place: may(TEXT),
    format: must(TEXT),
    status: must(TEXT),
    participants: must(listOf(PARTICIPANT)),
    issues: must(listOf(TEXT)),
    outcome: may(TEXT),
    sources: must(listOf(CITATION)),
    note: may(TEXT),
    minutes: sealed(TEXT),
  },
} as const satisfies KindRule;
