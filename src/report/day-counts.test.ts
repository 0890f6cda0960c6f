// Days and regions of the real case: every incident stands once, in a bar or in caps; the source's day is among those possible.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { readingId } from "../model/id.ts";
import { addDays, parseDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { dayCounts, daysBetween } from "./day-counts.ts";
import { pricePage } from "./price.ts";
import { regionDays } from "./region-days.ts";

const readings = [readingId("energy", "RU"), readingId("energy", "UA")];
const page = pricePage(theCase, { readings });
const rows = page.rows.filter((row) => !row.aggregate);

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

describe("a day strip", () => {
  test("of three incidents has a bar for a known day and a cap on each possible one", () => {
    const [one, two, three] = ["2025-03-10", "2025-03-11", "2025-03-12"].map(day);
    if (one === undefined || two === undefined || three === undefined) throw new Error("no days");
    const some = [
      { firstDay: two, lastDay: two, name: "a" },
      { firstDay: two, lastDay: two, name: "b" },
      { firstDay: one, lastDay: two, name: "a" },
    ];
    const counts = dayCounts(some, { firstDay: one, lastDay: three }, ({ name }) => name);
    expect(counts.days.map(({ sure, may }) => [[...sure], may])).toEqual([
      [[], 1],
      [
        [
          ["a", 1],
          ["b", 1],
        ],
        1,
      ],
      [[], 0],
    ]);
    expect([counts.sure, counts.several]).toEqual([2, 1]);
  });

  test("of the real case counts every incident once, and caps at least twice", () => {
    const { days } = page;
    if (days === null) throw new Error("the case has days");
    const counts = dayCounts(rows, days, () => "all");
    const bars = counts.days.reduce((sum, { sure }) => sum + (sure.get("all") ?? 0), 0);
    const caps = counts.days.reduce((sum, { may }) => sum + may, 0);
    expect(bars).toBe(counts.sure);
    expect(counts.sure + counts.several).toBe(page.coverage.incidents);
    expect(counts.several).toBe(rows.filter((row) => row.firstDay < row.lastDay).length);
    expect(counts.several).toBeGreaterThan(20);
    expect(caps).toBeGreaterThanOrEqual(2 * counts.several);
  });

  test("has the source's day among the possible ones, and reaches as far as any of them", () => {
    for (const row of page.rows) {
      expect(row.firstDay <= row.day && row.day <= row.lastDay, row.id).toBe(true);
    }
    expect(page.days?.firstDay).toBe(rows.map((row) => row.firstDay).sort()[0]);
    expect(page.days?.lastDay).toBe(
      rows
        .map((row) => row.lastDay)
        .sort()
        .at(-1),
    );
    expect(page.days?.zone).toBe("Europe/Kyiv");
    expect(page.days?.force.map(({ reading }) => reading)).toEqual(readings);
  });

  test("has no days where nothing is counted", () => {
    const from = day("2026-01-01");
    expect(pricePage(theCase, { readings, from, until: addDays(from, 1) }).days).toBeNull();
  });

  test("runs over the end of a month", () => {
    const range = { firstDay: day("2025-02-27"), lastDay: day("2025-03-02") };
    expect(daysBetween(range)).toEqual(["2025-02-27", "2025-02-28", "2025-03-01", "2025-03-02"]);
  });
});

describe("a table of regions", () => {
  const regions = regionDays(rows);

  test("has every row in each of its regions, and spans that add up to them", () => {
    expect(regions.map(({ region }) => region)).toEqual(
      [...new Set(rows.flatMap((row) => row.regions))].sort(),
    );
    for (const { region, incidents, spans } of regions) {
      expect(incidents).toBe(rows.filter((row) => row.regions.includes(region)).length);
      expect(spans.reduce((sum, span) => sum + span.incidents, 0)).toBe(incidents);
    }
  });

  test("calls a region as the record does", () => {
    expect(regions.find(({ region }) => region === "sumy-oblast")?.label).toBe("Sumy Oblast");
  });
});
