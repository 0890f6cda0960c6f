// Broken promises of the model: callers were to check first (`isZone`, `isWallTime`), so these throw instead of being problems.
import type { Instant } from "./instant.ts";

/** A zone name that is not in the table; check with `isZone` before. */
export class UnknownZoneError extends Error {
  readonly zone: string;

  constructor(zone: string) {
    super(`unknown time zone "${zone}"; expected an IANA name such as Europe/Kyiv`);
    this.name = "UnknownZoneError";
    this.zone = zone;
  }
}

/** An instant or local time for which the table holds no rules. */
export class ZoneRangeError extends Error {
  /** The instant, or the local time as UTC milliseconds. */
  readonly at: Instant;

  constructor(at: Instant, what: string) {
    super(`${what} is outside the years 1970-2037 of the zone table; give an offset instead`);
    this.name = "ZoneRangeError";
    this.at = at;
  }
}

/** A wall time that is not `YYYY-MM-DDTHH:MM`; check with `isWallTime` before. */
export class WallTimeError extends Error {
  readonly wall: string;

  constructor(wall: string) {
    super(`not a wall time: "${wall}"; expected one such as 2025-03-24T14:00`);
    this.name = "WallTimeError";
    this.wall = wall;
  }
}

/** A value that has no canonical text: a fraction, a number beyond +-2^53, a lone surrogate. */
export class CanonicalError extends Error {
  constructor(what: string) {
    super(`no canonical JSON: ${what}`);
    this.name = "CanonicalError";
  }
}
