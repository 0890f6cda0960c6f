// Days in the address, and walking through the incidents of one place.
import { describe, expect, test } from "vitest";
import { parseDay } from "../../../src/model/instant.ts";
import { EMPTY_VIEW, printView } from "../../../src/report/view.ts";
import { nextOf } from "../map/next-of.ts";
import { chosenDays, onDay } from "./on-day.ts";

function day(text: string) {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

describe("a day", () => {
  test("is chosen half-open, over the end of a month too", () => {
    expect(printView(onDay(EMPTY_VIEW, day("2025-03-31")))).toEqual([
      ["from", "2025-03-31"],
      ["until", "2025-04-01"],
    ]);
  });

  test("is chosen as far as the strip has it", () => {
    const range = { firstDay: day("2025-03-10"), lastDay: day("2025-04-30") };
    expect(chosenDays(EMPTY_VIEW, range)).toBeNull();
    expect(chosenDays(onDay(EMPTY_VIEW, day("2025-03-24")), range)).toEqual({
      firstDay: "2025-03-24",
      lastDay: "2025-03-24",
    });
    expect(chosenDays({ ...EMPTY_VIEW, from: day("2025-01-01") }, range)).toEqual(range);
    expect(chosenDays({ ...EMPTY_VIEW, until: day("2025-03-12") }, range)).toEqual({
      firstDay: "2025-03-10",
      lastDay: "2025-03-11",
    });
  });
});

test("pressing a place of several walks through them and around", () => {
  const ids = ["a", "b", "c"];
  expect([null, "a", "b", "c", "elsewhere"].map((now) => nextOf(ids, now))).toEqual([
    "a",
    "b",
    "c",
    "a",
    "a",
  ]);
  expect(nextOf([], null)).toBeNull();
});
