// Days with at least one: the two greedy counts against every way in which the incidents may have fallen.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incident } from "../../test/kit/makers.ts";
import { daySpan, daysWithAny, fewestDays, mostDays } from "./days.ts";
import type { DaySpan } from "./days.ts";
import type { Judged } from "./totals.ts";
import type { VerdictKind } from "./verdict.ts";

const span: fc.Arbitrary<DaySpan> = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
  .map(([first, length]) => ({ first, last: first + length }));

/** How many different days there are, for every choice of one day a span. */
function allCounts(spans: readonly DaySpan[]): readonly number[] {
  let choices: readonly ReadonlySet<number>[] = [new Set()];
  for (const { first, last } of spans) {
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    choices = choices.flatMap((chosen) => days.map((day) => new Set([...chosen, day])));
  }
  return choices.map(({ size }) => size);
}

test("are the fewest and the most of all ways in which the incidents may have fallen", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      const counts = allCounts(spans);
      expect(fewestDays(spans)).toBe(Math.min(...counts));
      expect(mostDays(spans)).toBe(Math.max(...counts));
    }),
  );
});

test("an incident of no known day adds a day only at the most", () => {
  const some = [
    { first: 3, last: 3 },
    { first: -Infinity, last: Infinity },
  ];
  expect([fewestDays(some), mostDays(some)]).toEqual([1, 2]);
});

describe("on record", () => {
  const judged = (
    at: string | readonly [string, string],
    verdict: VerdictKind,
    more: { readonly maybe?: boolean; readonly aggregate?: boolean } = {},
  ): Judged => ({
    incident: incident({ at, aggregate: more.aggregate ?? false }),
    verdict: {
      verdict,
      reasons: [],
      cause: null,
      clauses: [],
      standing: "applies",
      maybe: more.maybe ?? verdict === "violation",
      maybeBy: [],
      limit: null,
    },
  });

  test("a night belongs to either of its days, cut in the case's zone", () => {
    const night = incident({ at: ["2025-03-24T16:00Z", "2025-03-25T10:00Z"] });
    const { first, last } = daySpan(night, "Europe/Kyiv");
    expect(last - first).toBe(1);
    expect(daySpan(incident({ at: "2025-03-24T22:30Z" }), "Europe/Kyiv").first).toBe(last);
    expect(daySpan(incident({ at: "2025-03-24T22:30Z" }), "UTC").first).toBe(first);
  });

  test("an interval that ends at midnight does not reach into the next day", () => {
    const evening = incident({ at: ["2025-03-24T18:00Z", "2025-03-25T00:00Z"] });
    const { first, last } = daySpan(evening, "UTC");
    expect(last).toBe(first);
  });

  test("sure violations count at least, possible ones at most, others and whole-night totals in neither", () => {
    const rows = [
      judged("2025-03-20T12:00Z", "violation"),
      judged("2025-03-20T18:00Z", "violation"),
      judged("2025-03-21T12:00Z", "undetermined", { maybe: true }),
      judged("2025-03-22T12:00Z", "not-covered"),
      judged("2025-03-23T12:00Z", "violation", { aggregate: true }),
    ];
    expect(daysWithAny(rows, "UTC")).toEqual({ atLeast: 1, atMost: 2 });
  });
});
