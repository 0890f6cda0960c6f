// The days that talks fall on, and the order of lists: by time, then by id; what has no day comes where its bounds put it.
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { TalkTime } from "../model/talks.ts";
import { dayNearest } from "../model/zone.ts";

/** Both days belong to it. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** Days of a time, hours told by the clock of `zone`; null where no day is known. */
export function daysOf(time: TalkTime, zone: string): DaySpan | null {
  switch (time.kind) {
    case "days":
      return { first: time.first, last: time.last };
    case "hours":
      return { first: dayNearest(time.from, zone), last: dayNearest(time.until - 1, zone) };
    case "unknown":
      return null;
    default:
      return time satisfies never;
  }
}

/** Whether two spans have a day in common. */
export function shareDay(a: DaySpan, b: DaySpan): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** What is ordered: something with an id and a time. */
interface Timed {
  readonly id: string;
  readonly time: TalkTime;
}

/**
 * By first day, by hour within it (a day without hours first), by id. An unknown time stands at its earliest bound, else at its
 * latest, after what is dated there; without bounds it comes last.
 */
export function compareTimed(a: Timed, b: Timed, zone: string): number {
  const [left, right] = [sortKey(a.time, zone), sortKey(b.time, zone)];
  return compareText(left, right) || compareText(a.id, b.id);
}

function sortKey(time: TalkTime, zone: string): string {
  if (time.kind === "unknown") return `${time.notBefore ?? time.notAfter ?? "~"} ~`;
  const day = daysOf(time, zone)?.first ?? "";
  return time.kind === "hours" ? `${day} ${String(time.from).padStart(16, "0")}` : day;
}
