// The in-force window: half-open bounds, open questions, events, several readings; and that it never drops what may be a violation.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryEvents, arbitraryRecord } from "../../test/kit/arbitrary-record.ts";
import { arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { at, incident, input, text } from "../../test/kit/makers.ts";
import { everything } from "../../test/kit/variations.ts";
import { readingId } from "../model/id.ts";
import { assessCase, inForceTest, readingIds } from "./assess.ts";
import { compareReadings } from "./wording.ts";

const TRUCE = text(`
truceline: terms/1
id: truce
title: A truce of three days, from one of two starts
parties: [RU, UA]
events:
  relief: {says: relief came, unrecorded: unknown}
questions:
  start:
    asks: From when?
    answers:
      first: {from: {on: 2025-03-10, tz: UTC}}
      second: {from: {on: 2025-03-20, tz: UTC}}
clauses:
  stop:
    effect: prohibit
    act: [strike]
    by: [RU, UA]
    targets: [energy]
    from: {question: start}
    for: P3D
readings:
  early: {take: {start: first}}
  late: {take: {start: second}}
  open: {take: {}}
`);
const WAITS = text(`
truceline: terms/1
id: waits
title: A truce that waits for relief
parties: [RU, UA]
events:
  relief: {says: relief came, unrecorded: unknown}
clauses:
  stop: {effect: prohibit, act: [strike], by: [RU, UA], targets: [energy], from: {event: relief}, for: P3D}
readings:
  all: {take: {}}
`);
const [EARLY, LATE, OPEN] = ["early", "late", "open"].map((name) => readingId("truce", name));
const ALL = readingId("waits", "all");
if (EARLY === undefined || LATE === undefined || OPEN === undefined) throw new Error("three");
const theCase = input([TRUCE, WAITS]);

describe("an incident", () => {
  test.each([
    ["the minute before the start", "2025-03-09T23:59Z", [false, false, false]],
    ["the first instant", "2025-03-10T00:00Z", [true, false, true]],
    ["the last minute", "2025-03-12T23:59Z", [true, false, true]],
    ["the first instant after the end", "2025-03-13T00:00Z", [false, false, false]],
    ["the other start", "2025-03-20T00:00Z", [false, true, true]],
  ] as const)("at %s is in the windows that hold it", (_, when, expected) => {
    const one = incident({ at: when, kinds: ["residential"] });
    const seen = [EARLY, LATE, OPEN].map((id) => inForceTest(theCase, { inForce: [id] })(one));
    expect(seen).toEqual(expected);
  });

  test("of several possible instants is in when one of them is", () => {
    const isIn = inForceTest(theCase, { inForce: [EARLY] });
    expect(isIn(incident({ at: ["2025-03-09T12:00Z", "2025-03-10T00:01Z"] }))).toBe(true);
    expect(isIn(incident({ at: ["2025-03-09T12:00Z", "2025-03-10T00:00Z"] }))).toBe(false);
  });

  test("is in the window of two readings when it is in that of either", () => {
    const isIn = inForceTest(theCase, { inForce: [EARLY, LATE] });
    const days = ["2025-03-11", "2025-03-15", "2025-03-21"];
    expect(days.map((day) => isIn(incident({ at: `${day}T12:00Z` })))).toEqual([true, false, true]);
  });

  test("is in an open reading's window only under the answer that is held", () => {
    const hold = new Map([["start", "second"]]);
    const isIn = inForceTest(theCase, { inForce: [OPEN], hold });
    expect(isIn(incident({ at: "2025-03-11T12:00Z" }))).toBe(false);
    expect(isIn(incident({ at: "2025-03-21T12:00Z" }))).toBe(true);
  });
});

test("a period that an event starts is a window from the event on; an event nobody recorded may have come any day", () => {
  const recorded = (time: string) =>
    input([WAITS], {
      events: [{ id: "relief", instrument: null, time: { kind: "at", at: at(time) }, sources: [] }],
    });
  const isIn = (known: ReturnType<typeof input>, day: string) =>
    inForceTest(known, { inForce: [ALL] })(incident({ at: `${day}T12:00Z` }));
  const known = recorded("2025-03-18T00:00Z");
  const days = ["2025-03-17", "2025-03-18", "2025-03-20", "2025-03-21"];
  expect(days.map((day) => isIn(known, day))).toEqual([false, true, true, false]);
  expect(isIn(theCase, "2031-01-01")).toBe(true);
});

describe("what the window leaves out", () => {
  test("is a violation under none of its readings, whatever the text and the record", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(4),
        arbitraryEvents,
        (instrument, record, events) => {
          const known = inputOf([instrument], record, events);
          const readings = readingIds(known);
          const isIn = inForceTest(known, { inForce: readings });
          for (const { incident: one, verdicts } of assessCase(known).rows) {
            if (isIn(one)) continue;
            for (const verdict of verdicts.values()) {
              expect(verdict.maybe).toBe(false);
              expect(verdict.verdict).toBe("not-covered");
            }
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("changes how many incidents are not covered, and no other total", () => {
    const incidents = ["09", "11", "15", "21"].map((day, index) =>
      incident({ id: `inc-${index}`, at: `2025-03-${day}T12:00Z`, kinds: ["substation"] }),
    );
    const known = { ...theCase, incidents };
    const readings = [EARLY, LATE];
    const whole = assessCase(known, { readings }).readings;
    const within = assessCase(known, { readings, inForce: readings }).readings;
    expect(whole.map(({ totals }) => [totals.incidents, totals.notCovered])).toEqual([
      [4, 3],
      [4, 3],
    ]);
    expect(within.map(({ totals }) => [totals.incidents, totals.notCovered])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    const bounds = (all: typeof whole) => all.map(({ totals }) => [totals.atLeast, totals.atMost]);
    expect(bounds(within)).toEqual(bounds(whole));
  });

  test("is left out of a comparison's incidents, and of no disagreement that may be a violation", () => {
    const incidents = ["11", "15"].map((day) =>
      incident({ id: `inc-${day}`, at: `2025-03-${day}T12:00Z`, kinds: ["substation"] }),
    );
    const known = { ...theCase, incidents };
    const found = compareReadings(known, [EARLY, LATE], { inForce: [EARLY, LATE] });
    expect(found.hardIds).toEqual(["inc-11"]);
    expect(found.sentence).toMatch(/^Of 1 recorded incident/);
  });
});
