// An observer's own sighting (REFERENCE 3): from where, by what means, how many.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, OCCURRED, POINT, RANGE, TEXT, oneOf } from "./value.ts";

/** An observer's own sighting (REFERENCE 3). */
export const OBSERVATION = {
  prefix: "obs",
  format: 1,
  of: "none",
  fields: {
    source: may(ID),
    position: must(TEXT),
    means: must(oneOf("heard", "saw", "camera", "uav", "followed-up-report", "satellite")),
    window: must(OCCURRED),
    count: may(RANGE),
    text: may(TEXT),
    note: may(TEXT),
    exactPosition: restricted(POINT),
    observer: restricted(TEXT),
  },
} as const satisfies KindRule;
