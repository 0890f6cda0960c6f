// Event time, report time and recorded time are never mixed: what a head knew by an instant.
import { describe, expect, test } from "vitest";
import { EVENT, INCIDENT, started, T0 } from "../../../test/kit/record-log.ts";
import { asOf, headAt, knownAt, publications } from "./as-of.ts";
import { thingsOf } from "./state.ts";

describe("three times", () => {
  const zone = "Europe/Kyiv";

  test("an entry is known from its source's day, a point of a series from its own time, the rest from its recording", () => {
    const log = started();
    log.say("src-3", "source", { fields: { title: "t", outlet: "x", outletSide: "other" } });
    log.say("inc-9", "incident", { fields: { ...INCIDENT, sources: ["src-3"] } });
    log.say("clm-9", "claim", {
      of: "inc-1",
      fields: { predicate: "casualties", by: "UA", source: "src-1", asOf: EVENT + 5 },
    });
    log.decide("u", "under-review");
    const published = publications(log.entries, zone);
    const known = (id: string): unknown => {
      const entry = log.entries.find((each) => each.id === id);
      return entry === undefined ? null : knownAt(entry, published, zone);
    };
    const endOf24 = Date.UTC(2025, 2, 24, 22);
    expect(known("src-1")).toEqual({ at: endOf24, isAssumed: false });
    expect(known("inc-1")).toEqual({ at: endOf24, isAssumed: false });
    expect(known("inc-9")).toEqual({ at: EVENT + 60_000, isAssumed: true });
    expect(known("clm-9")).toEqual({ at: EVENT + 5, isAssumed: false });
    expect(known("u")).toEqual({ at: T0 + 10 * 60_000, isAssumed: false });
  });

  test("what was known on a day holds what was entered years later, and no decision of later", () => {
    const log = started();
    log.decide("u", "under-review");
    const view = asOf(log.entries, log.entries.length, { at: Date.UTC(2025, 2, 25), zone });
    expect(view.state.things.get("inc-1")?.review?.state).toBe("reported");
    expect(thingsOf(view.state).map(({ id }) => id)).toEqual([
      "src-1",
      "src-2",
      "inc-1",
      "inc-2",
      "inc-3",
      "rep-1",
      "clm-1",
    ]);
    const before = asOf(log.entries, log.entries.length, { at: Date.UTC(2025, 2, 24), zone });
    expect(thingsOf(before.state)).toEqual([]);
    expect(before.state.size).toBe(log.entries.length);
  });

  test("a head by instant counts what was recorded by then", () => {
    const { entries } = started();
    expect([T0 - 1, T0, T0 + 60_000, Infinity].map((at) => headAt(entries, at))).toEqual([
      0, 1, 2, 7,
    ]);
    expect(headAt([], 0)).toBe(0);
  });
});
