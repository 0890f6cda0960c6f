// What happened, as far as anybody says. Who did it and how many were hurt are claims; it holds no casualty figure of its
// own.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import {
  DAY,
  FLAG,
  ID,
  NULL,
  OCCURRED,
  POINT,
  POSSIBILITY,
  RANGE,
  TEXT,
  WHOLE,
  either,
  listOf,
  mapOf,
  oneOf,
  shape,
  someOf,
} from "./value.ts";

/** A place as the source names it; the point is the public one (SERVE 9). */
const NAMED_PLACE = shape(
  {
    name: TEXT,
    names: mapOf(TEXT),
    admin1: either(TEXT, NULL),
    country: either(TEXT, NULL),
    regions: listOf(TEXT),
    point: either(POINT, NULL),
  },
  {
    /** What was seen from somewhere: the observer's point, and what was said of range and direction. */
    seen: shape({ observer: POINT, fromMeters: WHOLE, toMeters: WHOLE, bearings: listOf(TEXT) }),
  },
);
const THING = shape({
  kinds: listOf(POSSIBILITY),
  name: either(TEXT, NULL),
  facets: mapOf(listOf(TEXT)),
});

const FLAGS = mapOf(either(FLAG, oneOf("unknown")));

/** Facts that hang together: what a row states stands in place of the incident's own. One row holds, so there are two at least. */
const ROWS = someOf(
  shape(
    {},
    {
      by: listOf(TEXT),
      occurred: OCCURRED,
      place: NAMED_PLACE,
      acts: listOf(POSSIBILITY),
      means: listOf(POSSIBILITY),
      things: listOf(THING),
      flags: FLAGS,
      distances: mapOf(RANGE),
      calibre: RANGE,
      sources: listOf(ID),
    },
  ),
  2,
);

/** What happened, as far as anybody says. */
export const INCIDENT = {
  prefix: "inc",
  format: 1,
  of: "none",
  fields: {
    day: must(DAY),
    occurred: must(OCCURRED),
    place: must(NAMED_PLACE),
    acts: must(listOf(POSSIBILITY)),
    means: must(listOf(POSSIBILITY)),
    things: must(listOf(THING)),
    sources: must(listOf(ID)),
    object: may(TEXT),
    effects: may(TEXT),
    aggregate: may(FLAG),
    flags: may(FLAGS),
    distances: may(mapOf(RANGE)),
    calibre: may(RANGE),
    either: may(ROWS),
    note: may(TEXT),
    exactPlace: restricted(POINT),
    witness: restricted(TEXT),
  },
} as const satisfies KindRule;
