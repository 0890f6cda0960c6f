// Local time to instants and calendar days (TERMS 2.6), by the host's Intl: the product has a table of its own, so the two can be
// compared as long as both hold the same tzdata.
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const MINUTE_MS = 60_000;
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** A wall clock reading as if it were UTC: milliseconds. */
export function wallOf(text: string): number {
  return Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);
}

/** The instant of `2025-03-24T14:00+02:00`. */
export function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** The first instant at which clocks of `zone` show `wall` or later. */
export function firstInstantAt(zone: string, wall: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return wall - fixed;
  const before = offsetAt(zone, wall - DAY_MS);
  const after = offsetAt(zone, wall + DAY_MS);
  const showing = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  return showing.length > 0
    ? Math.min(...showing)
    : changeBetween(zone, wall - DAY_MS, wall + DAY_MS);
}

/** `days` calendar days after `at` on the clocks of `zone`. */
export function addDays(zone: string, at: number, days: number): number {
  return firstInstantAt(zone, at + (fixedOffset(zone) ?? offsetAt(zone, at)) + days * DAY_MS);
}

/** The calendar date of an instant, `YYYY-MM-DD`. */
export function dayOf(zone: string, at: number): string {
  return new Date(at + (fixedOffset(zone) ?? offsetAt(zone, at))).toISOString().slice(0, 10);
}

function fixedOffset(zone: string): number | null {
  if (zone === "UTC" || zone === "Z") return 0;
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * MINUTE_MS;
}

// Clocks change on whole quarters of an hour.
function offsetAt(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER_MS) * QUARTER_MS;
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key) ?? readOffset(zone, quarter);
  offsets.set(key, known);
  return known;
}

function readOffset(zone: string, second: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: string): number => parts.get(name as Intl.DateTimeFormatPartTypes) ?? 0;
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - second;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(zone, format);
  return format;
}

function changeBetween(zone: string, early: number, late: number): number {
  const first = offsetAt(zone, early);
  let [low, high] = [early, late];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(zone, middle) === first) low = middle;
    else high = middle;
  }
  return high;
}
