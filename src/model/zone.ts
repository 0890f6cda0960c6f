// Time zones from a generated table, never from the host's Intl: the same text and tzdata give the same instants everywhere.
// Covers 1970-2037 in every zone (TERMS 2.6). scripts/build-zones.ts makes the table.
import { UnknownZoneError, WallTimeError, ZoneRangeError } from "./errors.ts";
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  dayToUtc,
  formatInstant,
  parseDay,
  utcToDay,
} from "./instant.ts";
import type { Day, Instant } from "./instant.ts";
import { FIRST_DAY, LAST_DAY, STEPS, TZDATA_VERSION, ZONES } from "./zone-table.ts";
import { decodeHistory, decodeSteps } from "./zone-code.ts";
import type { ZoneHistory } from "./zone-code.ts";

export { TZDATA_VERSION };

/** What instants a wall time is: almost always one; none in a gap, two where clocks were set back. */
export type WallInstants =
  | { readonly kind: "once"; readonly at: Instant }
  /** `before`: the last minute before the gap; `after`: the first instant after it. */
  | { readonly kind: "never"; readonly before: Instant; readonly after: Instant }
  | { readonly kind: "twice"; readonly first: Instant; readonly second: Instant };

const FROM: Instant = Date.parse(`${FIRST_DAY}T00:00:00Z`);
const UNTIL: Instant = Date.parse(`${LAST_DAY}T00:00:00Z`);
const WALL = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/;

// Memos of pure functions of the table: what they hold never depends on the order of calls.
let rows: ReadonlyMap<string, string> | undefined;
let steps: ReturnType<typeof decodeSteps> | undefined;
const histories = new Map<string, ZoneHistory>();

/** True for an IANA name, links such as Europe/Kiev included; names are case-sensitive. */
export function isZone(name: string): boolean {
  return rowsByName().has(name);
}

/** Every name the table knows, in code unit order. */
export function zoneNames(): readonly string[] {
  return [...rowsByName().keys()].sort();
}

/** Minutes east of UTC; a fraction only in Liberia before 1972. Throws UnknownZoneError, ZoneRangeError. */
export function offsetMinutesAt(at: Instant, zone: string): number {
  return offsetAt(at, zone) / MINUTE_MS;
}

/** The first instant of a local day; of a day the zone skipped (Samoa, 30 December 2011), the first after it. */
export function startOfDay(day: Day, zone: string): Instant {
  return firstOf(resolve(dayToUtc(day), zone));
}

/** The earliest instant a local day can start at in one of the zones; where the table is silent, at any offset on Earth. */
export function earliestStartOfDay(day: Day, zones: readonly string[]): Instant {
  return Math.min(...zones.map((zone) => startWithin(day, zone).earliest));
}

/** The latest instant a local day can start at in one of the zones; where the table is silent, at any offset on Earth. */
export function latestStartOfDay(day: Day, zones: readonly string[]): Instant {
  return Math.max(...zones.map((zone) => startWithin(day, zone).latest));
}

/** True for `YYYY-MM-DDTHH:MM` on a real day, 00:00 to 23:59. */
export function isWallTime(text: string): boolean {
  return wallToLocal(text) !== null;
}

/** Whether the table knows every zone at that instant. */
export function isCovered(at: Instant): boolean {
  return at >= FROM && at < UNTIL;
}

/** The instants of a wall time `YYYY-MM-DDTHH:MM`. Throws WallTimeError, UnknownZoneError, ZoneRangeError. */
export function wallToInstant(wall: string, zone: string): WallInstants {
  const local = wallToLocal(wall);
  if (local === null) throw new WallTimeError(wall);
  return resolve(local, zone);
}

/**
 * The same wall time `days` calendar days later (earlier when negative).
 * Where that time never was, the first instant after the gap; where it was twice, the first of the two.
 */
export function addCalendarDays(start: Instant, days: number, zone: string): Instant {
  if (days === 0) return start;
  return firstOf(resolve(start + offsetAt(start, zone) + days * DAY_MS, zone));
}

/** The calendar date on a clock of that zone. */
export function localDay(at: Instant, zone: string): Day {
  return utcToDay(at + offsetAt(at, zone));
}

/** The calendar date on a clock of that zone; the date in UTC where the table does not know that clock. */
export function dayNearest(at: Instant, zone: string): Day {
  return isCovered(at) ? localDay(at, zone) : utcToDay(at);
}

/** The first instant of a day on a clock of that zone; midnight in UTC where the table does not know that clock. */
export function startNearest(day: Day, zone: string): Instant {
  const utc = dayToUtc(day);
  return hasYear(utc) ? startOfDay(day, zone) : utc;
}

/** `2025-03-24 14:00 +02:00`: local wall time to the minute (rounded down) with its offset. */
export function formatLocal(at: Instant, zone: string): string {
  const offset = offsetAt(at, zone);
  const wall = formatInstant(at + offset);
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${formatOffset(offset)}`;
}

/** Offsets of zones have lain between 12 hours west and 14 hours east of UTC. */
function startWithin(day: Day, zone: string) {
  const utc = dayToUtc(day);
  if (!hasYear(utc)) return { earliest: utc - 14 * HOUR_MS, latest: utc + 12 * HOUR_MS };
  const start = startOfDay(day, zone);
  return { earliest: start, latest: start };
}

/** Whether the table knows the year of a wall time (as if it were UTC). */
function hasYear(local: number): boolean {
  const year = Number.isFinite(local) ? new Date(local).getUTCFullYear() : Number.NaN;
  return year >= 1970 && year <= 2037;
}

function offsetAt(at: Instant, zone: string): number {
  const history = historyOf(zone);
  if (!isCovered(at)) throw new ZoneRangeError(at, describeInstant(at));
  return history.offsets[spanIndex(history, at)] ?? 0;
}

/** `local`: the wall time as if it were UTC. */
function resolve(local: number, zone: string): WallInstants {
  const history = historyOf(zone);
  if (!hasYear(local)) {
    throw new ZoneRangeError(local, `local time ${describeInstant(local).replace("Z", "")}`);
  }
  // No offset is more than 26 hours, so only spans within that reach can hold the wall time.
  const last = spanIndex(history, local + 26 * HOUR_MS);
  const found: Instant[] = [];
  let gapEnd = Number.NaN;
  for (let i = spanIndex(history, local - 26 * HOUR_MS); i <= last; i++) {
    const at = local - (history.offsets[i] ?? 0);
    const from = history.starts[i] ?? -Infinity;
    if (at >= from && at < (history.starts[i + 1] ?? Infinity)) found.push(at);
    // Too early for this span and too late for the one before: its start ends the gap.
    if (at < from && local - (history.offsets[i - 1] ?? 0) >= from) gapEnd = from;
  }
  const [first, second] = found;
  if (first === undefined) return { kind: "never", before: gapEnd - MINUTE_MS, after: gapEnd };
  return second === undefined ? { kind: "once", at: first } : { kind: "twice", first, second };
}

function firstOf(instants: WallInstants): Instant {
  if (instants.kind === "once") return instants.at;
  return instants.kind === "twice" ? instants.first : instants.after;
}

/** The last span that starts at or before `at`; 0 before the table. */
function spanIndex(history: ZoneHistory, at: Instant): number {
  let low = 0;
  let high = history.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((history.starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle;
  }
  return low;
}

function historyOf(zone: string): ZoneHistory {
  const row = rowsByName().get(zone);
  if (row === undefined) throw new UnknownZoneError(zone);
  steps ??= decodeSteps(STEPS);
  const history = histories.get(row) ?? decodeHistory(row, steps, FROM);
  histories.set(row, history);
  return history;
}

function rowsByName(): ReadonlyMap<string, string> {
  rows ??= new Map(
    ZONES.flatMap(({ names, history }) => names.split(" ").map((name) => [name, history] as const)),
  );
  return rows;
}

function wallToLocal(text: string): number | null {
  const match = WALL.exec(text);
  const day = match?.[1] === undefined ? null : parseDay(match[1]);
  if (match === null || day === null) return null;
  return dayToUtc(day) + (Number(match[2]) * 60 + Number(match[3])) * MINUTE_MS;
}

function formatOffset(offset: number): string {
  const sign = offset < 0 ? "-" : "+";
  const seconds = Math.abs(offset) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return sign + shown.map((part) => String(part).padStart(2, "0")).join(":");
}

function describeInstant(at: number): string {
  return Math.abs(at) <= 8.64e15 ? formatInstant(at) : String(at);
}
