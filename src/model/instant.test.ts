// Instants, offsets and days: what is read, what is refused, and that printing and reading agree.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DAY_MS,
  addDays,
  dayToUtc,
  formatInstant,
  parseDay,
  parseInstant,
  parseOffsetMinutes,
  utcToDay,
} from "./instant.ts";

describe("instants", () => {
  test.each([
    ["2025-03-24T14:00+02:00", "2025-03-24T12:00:00Z"],
    ["2025-03-24T00:30:15+03:00", "2025-03-23T21:30:15Z"],
    ["2025-03-24T12:00:00.5Z", "2025-03-24T12:00:00.500Z"],
    ["2025-03-24T12:00-03:30", "2025-03-24T15:30:00Z"],
  ])("%s is %s", (text, printed) => {
    const at = parseInstant(text);
    expect(at === null ? null : formatInstant(at)).toBe(printed);
  });

  test.each([
    "2025-03-24T14:00",
    "2025-03-24",
    "2025-02-30T14:00Z",
    "2025-03-24T24:00Z",
    "2025-03-24T12:60Z",
    "2025-03-24T12:00:60Z",
    "2025-03-24T12:00+15:00",
    "2025-03-24T12:00+02",
    " 2025-03-24T12:00Z",
  ])("%s is no instant: a zone is required and every part must exist", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test("what is printed is read back to the millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000_000_000_000, max: 200_000_000_000_000 }), (at) => {
        expect(parseInstant(formatInstant(at))).toBe(at);
      }),
    );
  });
});

describe("offsets", () => {
  test("are minutes east of UTC", () => {
    expect(parseOffsetMinutes("Z")).toBe(0);
    expect(parseOffsetMinutes("+05:45")).toBe(345);
    expect(parseOffsetMinutes("-03:30")).toBe(-210);
  });

  test.each(["+3", "03:00", "+15:00", "+02:60", "z"])("%s is none", (text) => {
    expect(parseOffsetMinutes(text)).toBeNull();
  });
});

describe("days", () => {
  test.each(["2025-02-29", "2025-13-01", "2025-3-1", "2025-03-24T00:00Z", "0000-00-00"])(
    "%s is no day",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test("29 February exists in 2024, and the day after it is 1 March", () => {
    const leap = parseDay("2024-02-29");
    expect(leap === null ? null : addDays(leap, 1)).toBe("2024-03-01");
  });

  test("text order is date order, and days are 86,400 seconds of UTC apart", () => {
    const anyDay = fc.integer({ min: 0, max: 100_000 }).map((n) => utcToDay(n * DAY_MS));
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -400, max: 400 }), (a, b, count) => {
        expect(a < b).toBe(dayToUtc(a) < dayToUtc(b));
        expect(addDays(addDays(a, count), -count)).toBe(a);
      }),
    );
  });
});
