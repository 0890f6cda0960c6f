// When a rule holds (TERMS 2.6, 2.7): its start, its end after any extension, half-open, resolved at the pinned tzdata.
import type { Instant } from "../model/instant.ts";
import { DAY_MS, MINUTE_MS, dayToUtc, parseDay } from "../model/instant.ts";
import { addCalendarDays, isCovered, startOfDay, wallToInstant } from "../model/zone.ts";
import type { Clause, Duration, Extension, Reading, TimePoint, ZoneChoice } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import { resolveSlot, zoneChoiceId } from "./pick.ts";
import type { Asked } from "./pick.ts";

/** A zone a duration is counted in: an IANA name or minutes east of UTC. */
type CountingZone = string | number;

/**
 * Either fixed bounds, or bounds that follow an event whose time the record may not know.
 * `from` is -Infinity for a text without a start, `until` Infinity for one without an end.
 */
export type Period =
  | {
      readonly kind: "fixed";
      readonly from: Instant;
      /** The earliest possible end where `renewal` leaves it open. */
      readonly until: Instant;
      readonly renewal?: Renewal;
    }
  | {
      readonly kind: "after-event";
      readonly event: string;
      readonly length: Duration | null;
      readonly zone: CountingZone;
      readonly until: Instant;
    };

/** An end that hangs on an agreement or a notice whose time the record knows only within bounds. */
export interface Renewal {
  readonly event: "extension-agreed" | "notice-of-end";
  readonly end: Instant;
  readonly length: Duration | null;
  readonly zone: CountingZone;
  readonly extension: Extension;
  /** Ends under the earliest and the latest possible time of the event. */
  readonly ends: readonly [Instant, Instant];
}

interface PeriodInput {
  readonly reading: Reading;
  readonly picks: Asked;
  readonly clause: Clause;
}

/** The period of a clause in one text world. */
export function compilePeriod(context: Context, { reading, picks, clause }: PeriodInput): Period {
  const from = resolveSlot(context, clause.from, { sort: "from", picks });
  const length = resolveSlot(context, clause.for, { sort: "for", picks });
  const untilPoint = resolveSlot(context, clause.until, { sort: "until", picks });
  const until = untilPoint === null ? Infinity : resolvePoint(untilPoint, picks);
  const assumed = from?.kind === "event" ? reading.assume.get(from.event) : undefined;
  const point = assumed ?? (from?.kind === "event" ? null : from);
  if (from?.kind === "event" && point === null)
    return eventPeriod(context, { from, length, until, picks });
  if (point === null) return { kind: "fixed", from: -Infinity, until };
  const start = resolvePoint(point, picks);
  const zone = zoneOf(point.zone, picks);
  const end = Math.min(until, endOf(start, length, zone));
  const extension = resolveSlot(context, clause.extension, { sort: "extension", picks });
  return { kind: "fixed", from: start, ...ending(context, { end, length, zone, extension }) };
}

/** The end of a period that began at `start`; an open start gives an open end. */
export function endOf(start: Instant, length: Duration | null, zone: CountingZone): Instant {
  if (length === null) return Infinity;
  if (!Number.isFinite(start)) return start;
  if (length.kind === "elapsed") return start + length.milliseconds;
  // Beyond the zone table nobody knows when clocks will change: days count 24 hours there (T502 reports it where a text says so).
  const elapsed = start + length.days * DAY_MS;
  const known = isCovered(start - DAY_MS) && isCovered(elapsed + DAY_MS);
  return typeof zone === "number" || !known ? elapsed : addCalendarDays(start, length.days, zone);
}

function eventPeriod(
  context: Context,
  input: {
    readonly from: { readonly event: string };
    readonly length: Duration | null;
    readonly until: Instant;
    readonly picks: Asked;
  },
): Period {
  const zone = input.picks.get("tz") ?? context.timeZones[0] ?? 0;
  const { length, until } = input;
  return { kind: "after-event", event: input.from.event, length, zone, until };
}

interface ExtensionInput {
  readonly end: Instant;
  readonly length: Duration | null;
  readonly zone: CountingZone;
  readonly extension: Extension | null;
}

/** The end after extension. Unrecorded agreements and notices did not happen (TERMS 2.7); of uncertain ones it stays open. */
function ending(
  context: Context,
  { end, length, zone, extension }: ExtensionInput,
): { readonly until: Instant; readonly renewal?: Renewal } {
  if (!Number.isFinite(end) || extension === null || extension.kind === "none") {
    return { until: end };
  }
  const event = extension.kind === "agreed" ? "extension-agreed" : "notice-of-end";
  const time = context.events.find(({ id }) => id === event)?.time;
  const asked = { event, end, length, zone, extension } as const;
  if (time === undefined || time.kind === "not-by") return { until: renewedEnd(asked, Infinity) };
  if (time.kind === "at") return { until: renewedEnd(asked, time.at) };
  const [first, last] = [time.from, time.until - 1];
  const ends = [renewedEnd(asked, first), renewedEnd(asked, last)] as const;
  if (ends[0] === ends[1]) return { until: ends[0] };
  return { until: Math.min(...ends), renewal: { ...asked, ends } };
}

/** When a period ends if the agreement or the notice came at `at`; Infinity: it never came. */
export function renewedEnd(
  { end, length, zone, extension }: Omit<Renewal, "ends" | "event">,
  at: Instant,
): Instant {
  if (extension.kind === "none") return end;
  if (extension.kind === "agreed") return at <= end ? endOf(end, length, zone) : end;
  if (at === Infinity) return Infinity;
  let renewed = end;
  while (at > latestNotice(renewed, extension, zone)) {
    const next = endOf(renewed, extension.for, zone);
    if (next <= renewed) return renewed;
    renewed = next;
  }
  return renewed;
}

/** The last instant at which notice ends an automatically extended period at the last of its ends that lies by `at`. */
export function lastNotice(
  { end, extension, zone }: Omit<Renewal, "ends" | "event">,
  at: Instant,
): Instant {
  if (extension.kind !== "automatic") return end;
  let [last, next] = [end, endOf(end, extension.for, zone)];
  while (next <= at && next > last) [last, next] = [next, endOf(next, extension.for, zone)];
  return latestNotice(last, extension, zone);
}

/** The last instant at which notice still ends the period at `end`. */
function latestNotice(
  end: Instant,
  extension: Extract<Extension, { kind: "automatic" }>,
  zone: CountingZone,
): Instant {
  const before = extension.noticeBy;
  if (before === null) return end;
  if (before.kind === "elapsed") return end - before.milliseconds;
  return endOf(end, { kind: "days", days: -before.days }, zone);
}

/** A point of time in one text world. A wall time that never came counts as the instant after the gap (T502 reports it). */
export function resolvePoint(point: TimePoint, picks: Asked): Instant {
  const zone = zoneOf(point.zone, picks);
  if (typeof zone === "number") return utcOf(point) - zone * MINUTE_MS;
  if (point.kind === "on") return startOfDay(point.day, zone);
  const wall = wallToInstant(point.wall, zone);
  if (wall.kind === "once") return wall.at;
  return wall.kind === "twice" ? wall.first : wall.after;
}

function utcOf(point: TimePoint): Instant {
  if (point.kind === "on") return dayToUtc(point.day);
  const day = parseDay(point.wall.slice(0, 10));
  const [hour, minute] = [Number(point.wall.slice(11, 13)), Number(point.wall.slice(14, 16))];
  return (day === null ? NaN : dayToUtc(day)) + (hour * 60 + minute) * MINUTE_MS;
}

/** The zone a point of time is counted in, in one text world. */
export function zoneOf(zone: ZoneChoice, picks: Asked): CountingZone {
  if (zone.kind === "offset") return zone.minutes;
  if (zone.kind === "unknown") return picks.get("tz") ?? 0;
  return picks.get(zoneChoiceId(zone)) ?? zone.names[0] ?? 0;
}
