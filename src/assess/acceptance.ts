// When each party came to accept an instrument, with the uncertainty of a day without a clock.
import { addDays } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import { earliestStartOfDay, latestStartOfDay } from "../model/zone.ts";
import type { Instrument, StatusSince } from "../terms/ast.ts";

/** A change of status is known to the day, and the day is known by its zones only: within these bounds it is unclear. */
export interface AcceptanceChange {
  readonly to: "applies" | "would-apply";
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** When each party came to accept a text or ceased to, in order. Only `accepted` binds. */
export function acceptanceOf(
  status: Instrument["status"],
  zones: readonly string[],
): ReadonlyMap<string, readonly AcceptanceChange[]> {
  const changeOf = ({ is, since }: StatusSince): AcceptanceChange => ({
    to: is === "accepted" ? "applies" : "would-apply",
    earliest: earliestStartOfDay(since, zones),
    latest: latestStartOfDay(addDays(since, 1), zones),
  });
  return new Map([...status].map(([party, statuses]) => [party, statuses.map(changeOf)]));
}
