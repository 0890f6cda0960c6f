// Points of a text as instants, one for each zone they may be meant in; all points a text states, with their places.
import { DAY_MS, MINUTE_MS, dayToUtc, formatInstant, parseDay } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import { addCalendarDays, startOfDay, wallToInstant } from "../model/zone.ts";
import type { Duration, Instrument, TimePoint } from "./ast.ts";
import { answersOfSort } from "./check.ts";
import type { StatedValue } from "./check.ts";

/** End of the years for which every zone's rules are known. */
const KNOWN_UNTIL: Instant = Date.UTC(2038, 0, 1);

/** A point in one zone. */
export interface LocalInstant {
  readonly at: Instant;
  /** IANA name, or `+03:00`. */
  readonly zone: string;
  /** Minutes east of UTC when the zone is a fixed offset. */
  readonly offset: number | null;
  /** Why the wall time is not one instant there; null for nearly all. `at` is then the first that fits. */
  readonly odd: string | null;
}

/** One instant for each zone the point may be meant in. */
export function instantsOf(point: TimePoint, instrument: Instrument): readonly LocalInstant[] {
  const { zone } = point;
  if (zone.kind === "offset") return [atOffset(point, zone.minutes)];
  const names = zone.kind === "zones" ? zone.names : instrument.timeZones;
  return names.map((name) => inZone(point, name));
}

function atOffset(point: TimePoint, offset: number): LocalInstant {
  const zone = `${offset < 0 ? "-" : "+"}${clock(Math.abs(offset))}`;
  return { at: wallAsUtc(point) - offset * MINUTE_MS, zone, offset, odd: null };
}

function wallAsUtc(point: TimePoint): Instant {
  if (point.kind === "on") return dayToUtc(point.day);
  const day = parseDay(point.wall.slice(0, 10));
  const minutes = Number(point.wall.slice(11, 13)) * 60 + Number(point.wall.slice(14, 16));
  return day === null ? Number.NaN : dayToUtc(day) + minutes * MINUTE_MS;
}

function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

function inZone(point: TimePoint, zone: string): LocalInstant {
  const local = { zone, offset: null };
  if (point.kind === "on") return { ...local, at: startOfDay(point.day, zone), odd: null };
  const found = wallToInstant(point.wall, zone);
  if (found.kind === "once") return { ...local, at: found.at, odd: null };
  if (found.kind === "twice") {
    const both = `${formatInstant(found.first)} and ${formatInstant(found.second)}`;
    return { ...local, at: found.first, odd: `this local time came twice, at ${both}` };
  }
  const gap = `clocks went forward at ${formatInstant(found.after)}`;
  return { ...local, at: found.after, odd: `this local time never came; ${gap}` };
}

/** The end of a period that starts at `start`. */
export function endOf(start: LocalInstant, length: Duration): Instant {
  if (length.kind === "elapsed") return start.at + length.milliseconds;
  if (start.offset !== null) return start.at + length.days * 24 * 60 * MINUTE_MS;
  return addCalendarDays(start.at, length.days, start.zone);
}

/** False when the end of those calendar days lies beyond the zone table; `endOf` would throw. */
export function isEndKnown(start: LocalInstant, length: Duration): boolean {
  if (length.kind === "elapsed" || start.offset !== null) return true;
  return start.at + (length.days + 2) * DAY_MS < KNOWN_UNTIL;
}

/** Every point in time a text states: in clauses, live answers and assumed events. */
export function statedPoints(instrument: Instrument): readonly StatedValue<TimePoint>[] {
  const written = [...instrument.clauses.values()].flatMap(({ id, from, until }) => [
    ...(from?.kind === "value" ? [{ value: from.value, path: ["clauses", id, "from"] }] : []),
    ...(until?.kind === "value" ? [{ value: until.value, path: ["clauses", id, "until"] }] : []),
  ]);
  const answered = [...answersOfSort(instrument, "from"), ...answersOfSort(instrument, "until")];
  const assumed = [...instrument.readings.values()].flatMap(({ id, assume }) =>
    [...assume].map(([event, value]) => ({ value, path: ["readings", id, "assume", event] })),
  );
  return [...written, ...answered, ...assumed].flatMap(({ value, path }) =>
    value.kind === "event" ? [] : [{ value, path }],
  );
}
