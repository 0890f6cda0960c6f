// Days with at least one violation, as bounds. An incident of several possible days happened on one of them, so a day counts for
// sure only where no other choice of days does with fewer.
import type { Bounds } from "../model/count.ts";
import type { Incident } from "../model/incident.ts";
import { DAY_MS, dayToUtc } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import { isCovered, localDay } from "../model/zone.ts";
import type { Judged } from "./totals.ts";

/** Possible days, first and last, as counts of days since 1970; infinite where nothing bounds them. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/**
 * At least: the fewest days that all sure violations can have fallen on. At most: the most days that all that may be violations can
 * have fallen on. Both are exact. Days begin at midnight in `zone`; whole-night totals are left out.
 */
export function daysWithAny(judged: readonly Judged[], zone: string): Bounds {
  const counted = judged.filter(({ incident, verdict }) => verdict.maybe && !incident.aggregate);
  const sure = counted.filter(({ verdict }) => verdict.verdict === "violation");
  const spans = (some: readonly Judged[]) => some.map(({ incident }) => daySpan(incident, zone));
  return { atLeast: fewestDays(spans(sure)), atMost: mostDays(spans(counted)) };
}

/** The days on which the incident may have happened. */
export function daySpan({ facts }: Pick<Incident, "facts">, zone: string): DaySpan {
  const { from, until } = facts.occurred;
  return { first: dayNumber(from, zone), last: dayNumber(Math.max(from, until - 1), zone) };
}

function dayNumber(at: Instant, zone: string): number {
  if (!Number.isFinite(at)) return at;
  // Beyond the zone table days are those of UTC.
  return isCovered(at) ? dayToUtc(localDay(at, zone)) / DAY_MS : Math.floor(at / DAY_MS);
}

/** Fewest days that meet every span: the earliest last day, then the next span that it misses, and so on. */
export function fewestDays(spans: readonly DaySpan[]): number {
  let count = 0;
  let latest = -Infinity;
  for (const { first, last } of byLast(spans)) {
    if (count > 0 && first <= latest) continue;
    count += 1;
    latest = last;
  }
  return count;
}

/** Most days of which each can be given to a span of its own: every span in turn takes its first free day. */
export function mostDays(spans: readonly DaySpan[]): number {
  const taken = new Set<number>();
  let unbounded = 0;
  for (const { first, last } of byLast(spans)) {
    if (!Number.isFinite(first) || !Number.isFinite(last)) unbounded += 1;
    else {
      let day = first;
      while (taken.has(day)) day += 1;
      if (day <= last) taken.add(day);
    }
  }
  return taken.size + unbounded;
}

function byLast(spans: readonly DaySpan[]): readonly DaySpan[] {
  return [...spans].sort((a, b) => a.last - b.last || a.first - b.first);
}
