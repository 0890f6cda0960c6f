// Zones of time: the facts of March 2025, odd days, laws of every zone, and P19 (the table equals the database).
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnknownZoneError, WallTimeError, ZoneRangeError } from "./errors.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, formatInstant, parseDay, parseInstant } from "./instant.ts";
import type { Day } from "./instant.ts";
import { decodeHistory, decodeSteps } from "./zone-code.ts";
import { FIRST_DAY, STEPS, ZONES } from "./zone-table.ts";
import {
  TZDATA_VERSION,
  addCalendarDays,
  dayNearest,
  earliestStartOfDay,
  formatLocal,
  isWallTime,
  isZone,
  latestStartOfDay,
  localDay,
  offsetMinutesAt,
  startNearest,
  startOfDay,
  wallToInstant,
  zoneNames,
} from "./zone.ts";

const [KYIV, MOSCOW, NEW_YORK] = ["Europe/Kyiv", "Europe/Moscow", "America/New_York"] as const;
const hostHasOurTzdata = process.versions.tz === TZDATA_VERSION;

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`not an instant: ${text}`);
  return parsed;
}

describe("18 March 2025", () => {
  test.each([
    [MOSCOW, "2025-03-17T21:00:00Z"],
    [KYIV, "2025-03-17T22:00:00Z"],
    [NEW_YORK, "2025-03-18T04:00:00Z"],
  ])("begins in %s at %s", (zone, expected) => {
    expect(formatInstant(startOfDay(day("2025-03-18"), zone))).toBe(expected);
  });

  test.each([
    [MOSCOW, 720],
    [KYIV, 719],
    [NEW_YORK, 720],
  ])("and 30 calendar days from it are, in %s, %i hours", (zone, hours) => {
    const start = startOfDay(day("2025-03-18"), zone);
    expect((addCalendarDays(start, 30, zone) - start) / HOUR_MS).toBe(hours);
  });
});

test("30 calendar days from 25 March end in Kyiv on 23 April at 21:00 UTC, an hour before 720 hours do", () => {
  const start = startOfDay(day("2025-03-25"), KYIV);
  expect(formatInstant(addCalendarDays(start, 30, KYIV))).toBe("2025-04-23T21:00:00Z");
  expect(formatInstant(start + 720 * HOUR_MS)).toBe("2025-04-23T22:00:00Z");
});

describe("wall times", () => {
  test("03:30 on 30 March 2025 never was in Kyiv", () => {
    const never = wallToInstant("2025-03-30T03:30", KYIV);
    expect(never).toEqual({
      kind: "never",
      before: instant("2025-03-30T00:59Z"),
      after: instant("2025-03-30T01:00Z"),
    });
  });

  test.each([
    ["2025-03-30T02:59", "2025-03-30T00:59Z"],
    ["2025-03-30T04:00", "2025-03-30T01:00Z"],
    ["2025-10-26T02:59", "2025-10-25T23:59Z"],
    ["2025-10-26T04:00", "2025-10-26T02:00Z"],
  ])("%s, beside a change of clocks, was once in Kyiv", (wall, at) => {
    expect(wallToInstant(wall, KYIV)).toEqual({ kind: "once", at: instant(at) });
  });

  test.each(["2025-10-26T03:00", "2025-10-26T03:59"])("%s was twice in Kyiv", (wall) => {
    const first = instant(`${wall}+03:00`);
    expect(wallToInstant(wall, KYIV)).toEqual({
      kind: "twice",
      first,
      second: first + HOUR_MS,
    });
  });

  test("24:00, a day that is none and a missing minute are no wall times", () => {
    const wrong = ["2025-03-24T24:00", "2025-02-30T10:00", "2025-03-24T10", "2025-03-24 10:00"];
    for (const text of wrong) {
      expect(isWallTime(text)).toBe(false);
      expect(() => wallToInstant(text, KYIV)).toThrow(WallTimeError);
    }
    expect(isWallTime("2025-03-24T23:59")).toBe(true);
  });
});

describe("odd days", () => {
  test("a day that starts at 01:00, as in Beirut on 30 March 2025, starts with its first instant", () => {
    const start = startOfDay(day("2025-03-30"), "Asia/Beirut");
    expect(formatLocal(start, "Asia/Beirut")).toBe("2025-03-30 01:00 +03:00");
    expect(localDay(start - 1, "Asia/Beirut")).toBe("2025-03-29");
  });

  test("a day whose midnight came twice, as in Havana on 2 November 2025, starts with the first", () => {
    const start = startOfDay(day("2025-11-02"), "America/Havana");
    expect(formatLocal(start, "America/Havana")).toBe("2025-11-02 00:00 -04:00");
  });

  test("the day that Samoa skipped starts where the next one does", () => {
    const skipped = startOfDay(day("2011-12-30"), "Pacific/Apia");
    expect(skipped).toBe(startOfDay(day("2011-12-31"), "Pacific/Apia"));
    expect(localDay(skipped - 1, "Pacific/Apia")).toBe("2011-12-29");
  });

  test("calendar days into a gap end with it; into a doubled hour, with the first of the two", () => {
    const spring = instant("2025-03-29T03:30+02:00");
    expect(formatLocal(addCalendarDays(spring, 1, KYIV), KYIV)).toBe("2025-03-30 04:00 +03:00");
    const autumn = instant("2025-10-25T03:30+03:00");
    expect(formatLocal(addCalendarDays(autumn, 1, KYIV), KYIV)).toBe("2025-10-26 03:30 +03:00");
  });

  test("no calendar days later is the same instant, even in the second of two equal hours", () => {
    const second = instant("2025-10-26T03:30+02:00");
    expect(addCalendarDays(second, 0, KYIV)).toBe(second);
  });

  test("Liberia stood 44 minutes and 30 seconds behind UTC until 1972", () => {
    expect(offsetMinutesAt(instant("1971-06-01T00:00Z"), "Africa/Monrovia")).toBe(-44.5);
    const shown = formatLocal(instant("1971-06-01T12:00Z"), "Africa/Monrovia");
    expect(shown).toBe("1971-06-01 11:15 -00:44:30");
  });
});

describe("names and limits", () => {
  test("Kyiv and Kiev are one zone under two names; names are sorted and unique", () => {
    expect(isZone("Europe/Kiev") && isZone(KYIV) && isZone("Zulu")).toBe(true);
    const at = instant("2025-03-30T01:00Z");
    expect(offsetMinutesAt(at, "Europe/Kiev")).toBe(offsetMinutesAt(at, KYIV));
    expect(zoneNames()).toEqual([...new Set(zoneNames())].sort());
    expect(zoneNames()).toHaveLength(597);
  });

  test("an unknown zone is a broken promise that names it", () => {
    expect(isZone("Europe/Kyev")).toBe(false);
    expect(isZone("europe/kyiv")).toBe(false);
    expect(() => offsetMinutesAt(0, "Europe/Kyev")).toThrow(new UnknownZoneError("Europe/Kyev"));
  });

  test("outside 1970-2037 there are no rules, and the error says so", () => {
    expect(() => wallToInstant("2038-01-01T00:00", KYIV)).toThrow(ZoneRangeError);
    expect(() => startOfDay(day("1969-12-31"), KYIV)).toThrow(/1969-12-31T00:00:00 is outside/);
    expect(() => addCalendarDays(instant("2037-12-31T00:00Z"), 30, KYIV)).toThrow(ZoneRangeError);
    for (const at of [Infinity, -Infinity, Number.NaN, 4e12, -4e12]) {
      expect(() => formatLocal(at, KYIV)).toThrow(ZoneRangeError);
    }
    expect(() => startOfDay(day("1970-01-01"), "Asia/Kamchatka")).not.toThrow();
    expect(() => startOfDay(day("2037-12-31"), "Pacific/Apia")).not.toThrow();
  });

  test("local times are printed with their offset", () => {
    const at = instant("2025-03-24T12:00Z");
    expect(formatLocal(at, KYIV)).toBe("2025-03-24 14:00 +02:00");
    expect(formatLocal(at, "Asia/Kolkata")).toBe("2025-03-24 17:30 +05:30");
    expect(formatLocal(at, "America/St_Johns")).toBe("2025-03-24 09:30 -02:30");
    expect(formatLocal(at, "Etc/UTC")).toBe("2025-03-24 12:00 +00:00");
  });
});

describe("laws of every zone", () => {
  const anyZone = fc.constantFrom(...zoneNames());
  const anyInstant = fc.integer({
    min: instant("1970-01-03T00:00Z") / MINUTE_MS,
    max: instant("2037-12-28T00:00Z") / MINUTE_MS,
  });

  test("the wall time of an instant leads back to it", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, minute) => {
        const at = minute * MINUTE_MS;
        fc.pre(Number.isInteger(offsetMinutesAt(at, zone)));
        const wall = formatLocal(at, zone).slice(0, 16).replace(" ", "T");
        const back = wallToInstant(wall, zone);
        expect(Object.values(back)).toContain(at);
        expect(back.kind).not.toBe("never");
      }),
    );
  });

  test("a day begins with its first instant: the one before belongs to an earlier day", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, minute) => {
        const today = localDay(minute * MINUTE_MS, zone);
        const start = startOfDay(today, zone);
        expect(localDay(start, zone)).toBe(today);
        expect(localDay(start - 1, zone) < today).toBe(true);
      }),
    );
  });

  test("calendar days keep the wall time unless the clocks jump over it", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: -60, max: 60 }), (zone, minute, days) => {
        const at = minute * MINUTE_MS;
        fc.pre(at + days * DAY_MS < instant("2037-12-28T00:00Z") && at + days * DAY_MS > 2e8);
        const later = addCalendarDays(at, days, zone);
        const local = at + offsetMinutesAt(at, zone) * MINUTE_MS + days * DAY_MS;
        const wall = formatInstant(local).slice(0, 16);
        fc.pre(wallToInstant(wall, zone).kind === "once" && local % MINUTE_MS === 0);
        expect(wallToInstant(wall, zone)).toEqual({ kind: "once", at: later });
      }),
    );
  });
});

describe("P19: the table is the time zone database", () => {
  function intlOffset(format: Intl.DateTimeFormat, at: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = part;
    return (Date.UTC(year, month - 1, date, hour, minute, second) - at) / MINUTE_MS;
  }

  function intlClock(timeZone: string): Intl.DateTimeFormat {
    const numeric = "numeric" as const;
    const date = { year: numeric, month: numeric, day: numeric };
    const time = { hour: numeric, minute: numeric, second: numeric };
    return new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...date, ...time });
  }

  test.runIf(hostHasOurTzdata)(
    "every name has Intl's offset in the second before and at every change from 1970 to 2037 (host has 2025c)",
    { timeout: 30_000 },
    () => {
      const steps = decodeSteps(STEPS);
      const wrong: string[] = [];
      for (const { names, history } of ZONES) {
        const { starts } = decodeHistory(history, steps, instant(`${FIRST_DAY}T00:00Z`));
        for (const zone of names.split(" ")) {
          const clock = intlClock(zone);
          for (const at of starts.slice(1).flatMap((start) => [start - 1000, start])) {
            if (offsetMinutesAt(at, zone) !== intlOffset(clock, at)) wrong.push(`${zone} ${at}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test.runIf(hostHasOurTzdata)(
    "no change is missing: any zone has Intl's offset every 6 hours of any year (host has 2025c)",
    { timeout: 30_000 },
    () => {
      const anyYear = fc.integer({ min: 1970, max: 2037 });
      fc.assert(
        fc.property(fc.constantFrom(...zoneNames()), anyYear, (zone, year) => {
          const clock = intlClock(zone);
          const wrong: number[] = [];
          for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 6 * HOUR_MS) {
            if (offsetMinutesAt(at, zone) !== intlOffset(clock, at)) wrong.push(at);
          }
          expect(wrong).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("frozen vectors hold whatever tzdata the host has", () => {
    const vectors = [
      ["1976-07-01T00:00Z", "Europe/London", 60],
      ["1990-06-30T21:59:59Z", "Europe/Kyiv", 240],
      ["1990-06-30T22:00Z", "Europe/Kyiv", 180],
      ["1994-07-01T00:00Z", "Europe/Simferopol", 240],
      ["2013-07-01T00:00Z", "Europe/Simferopol", 180],
      ["2014-07-01T00:00Z", "Europe/Simferopol", 240],
      ["2014-11-01T00:00Z", "Europe/Simferopol", 180],
      ["2012-01-01T00:00Z", "Europe/Moscow", 240],
      ["2014-10-26T00:00Z", "Europe/Moscow", 180],
      ["2025-03-09T06:59:59Z", "America/New_York", -300],
      ["2025-03-09T07:00Z", "America/New_York", -240],
      ["2025-07-01T00:00Z", "Australia/Lord_Howe", 630],
      ["2026-01-01T00:00Z", "Australia/Lord_Howe", 660],
      ["2037-07-01T00:00Z", "Europe/Kyiv", 180],
    ] as const;
    const found = vectors.map(([at, zone]) => [at, zone, offsetMinutesAt(instant(at), zone)]);
    expect(found).toEqual(vectors);
  });
});

test("a day before the table starts somewhere between the easternmost and the westernmost clock", () => {
  const zones = ["Asia/Seoul"];
  expect(formatInstant(earliestStartOfDay(day("1953-07-27"), zones))).toBe("1953-07-26T10:00:00Z");
  expect(formatInstant(latestStartOfDay(day("1953-07-27"), zones))).toBe("1953-07-27T12:00:00Z");
});

test("a day that the table knows starts once in a zone, and in several between the first and the last of them", () => {
  const [known, zones] = [day("2025-03-18"), [KYIV, MOSCOW, NEW_YORK]];
  expect(earliestStartOfDay(known, [KYIV])).toBe(startOfDay(known, KYIV));
  expect(earliestStartOfDay(known, zones)).toBe(startOfDay(known, MOSCOW));
  expect(latestStartOfDay(known, zones)).toBe(startOfDay(known, NEW_YORK));
});

test("an instant before the table has its date in UTC, one within it that of the zone's clock", () => {
  expect(dayNearest(instant("1953-07-27T20:00Z"), "Asia/Seoul")).toBe("1953-07-27");
  expect(dayNearest(instant("2010-03-26T20:00Z"), "Asia/Seoul")).toBe("2010-03-27");
});

test("a day before the table starts at midnight in UTC, one within it on the zone's clock", () => {
  expect(formatInstant(startNearest(day("1953-07-27"), "Asia/Seoul"))).toBe("1953-07-27T00:00:00Z");
  expect(startNearest(day("2025-03-18"), KYIV)).toBe(startOfDay(day("2025-03-18"), KYIV));
});
