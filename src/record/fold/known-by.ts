// By when an entry was known at the latest, whatever its sources and the zone of the case: a view as of a later instant is the fold itself.
import { DAY_MS, dayToUtc, parseDay } from "../../model/instant.ts";
import type { Instant } from "../../model/instant.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Entry } from "../kinds/entry.ts";
import { isMap, isText } from "../kinds/value.ts";

/** Not below any instant that `knownAt` (as-of.ts) may take from this entry for it or for what rests on it. */
export function knownBy({ fields, recordedAt }: Pick<Entry, "fields" | "recordedAt">): Instant {
  const { asOf, published, set, occurred, said, day } = fields;
  const time = occurred ?? said;
  const ends = isMap(time) ? [time["until"], time["last"], time["notAfter"]] : [day];
  const corrected = isMap(set) ? set["published"] : undefined;
  let latest = recordedAt;
  for (const one of ends) latest = Math.max(latest, endOf(one));
  for (const one of [asOf, published, corrected])
    if (one !== undefined) latest = Math.max(latest, endOf(one));
  return latest;
}

/** A day ends nowhere later than two days after its beginning in UTC. */
function endOf(value: CanonicalValue | undefined): Instant {
  if (typeof value === "number") return value;
  const day = isText(value) ? parseDay(value) : null;
  return day === null ? -Infinity : dayToUtc(day) + 2 * DAY_MS;
}
