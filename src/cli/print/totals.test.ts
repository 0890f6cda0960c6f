// The totals a person sees: bounds, causes, who is concerned, whether the text applied, and what is not counted.
import { describe, expect, test } from "vitest";
import { parseDay } from "../../model/instant.ts";
import type { Day } from "../../model/instant.ts";
import { readingId } from "../../model/id.ts";
import { styleFor } from "../terminal.ts";
import { widthOf } from "./text.ts";
import { renderBreakdown, renderCaveat, renderTotals, renderUnits } from "./totals.ts";
import type { ReadingLine, TotalsView } from "./totals.ts";

const plain = styleFor({ colour: false });

describe("totals", () => {
  test("give at least and at most, and say what leaves the rest open", () => {
    const line = lineOf(whole(view(), 80), "energy/RU");
    expect(line.split(/\s+/)).toEqual(["energy/RU", "31", "78", "150", "12", "20", "15", "7"]);
  });

  test("stand under conditional words, with violations only where the text applied", () => {
    const text = whole(view(), 80);
    expect(text).toContain("Incidents that would be violations if the text applied");
    expect(text).toContain("It applied:");
    expect(text).toMatch(/energy\/RU +20 \/ 40 +1 \/ 8 +10 \/ 30/);
  });

  test("name whole-night totals apart and carry the caveat of the case", () => {
    const text = whole(view(), 80).replaceAll(/\s+/g, " ");
    expect(text).toContain("235 incidents on record from 2025-03-11 to 2025-04-30.");
    expect(text).toContain("5 whole-night totals stand apart, in no figure.");
    expect(text).toContain("Counts show reporting, not conduct.");
  });

  test("give both sides the same columns, in id order", () => {
    const text = whole(view(), 80);
    const head = text.split("\n").find((line) => line.includes("Northland"));
    expect(head?.trim().split(/\s{2,}/)).toEqual(["Reading", "Northland", "Southland", "other"]);
  });

  test.each([80, 120])("fit %i columns", (width) => {
    const lines = whole(view(), width).split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
  });

  test("also say who holds a reading and what it leaves open where there is room", () => {
    expect(whole(view(), 120)).toMatch(/energy\/RU +RU .*length/);
    expect(whole(view(), 80)).not.toContain("length");
  });

  test("give casualties as bounds, with how many incidents gave no figure", () => {
    expect(whole(view(), 80)).toMatch(/energy\/RU +30 \/ 41 +12 +100 \/ no limit stated +9/);
  });

  test("give days with at least one and objects hit as bounds, and say what an object is", () => {
    const counts = { days: { atLeast: 7, atMost: 19 }, objects: { atLeast: 22, atMost: 91 } };
    const text = renderUnits(new Map([[readingId("energy", "RU"), counts]]), 80, plain);
    expect(text).toMatch(/energy\/RU +7 \/ 19 +22 \/ 91/);
    expect(text.replaceAll(/\s+/g, " ")).toContain("does not number objects");
  });

  test("say when they were narrowed", () => {
    const text = whole({ ...view(), narrowed: ["from 2025-03-25"] }, 80);
    expect(text).toContain("(only from 2025-03-25)");
  });

  test("of an empty record are zeros, not an error", () => {
    const text = whole({ ...view(), readings: [], incidents: 0, aggregates: 0, days: null }, 80);
    expect(text).toContain("0 incidents on record.");
  });
});

function whole(of: TotalsView, width: number): string {
  return (
    renderTotals(of, width, plain) + renderBreakdown(of, width, plain) + renderCaveat(of, width)
  );
}

function lineOf(text: string, start: string): string {
  return text.split("\n").find((line) => line.startsWith(start)) ?? "";
}

function view(): TotalsView {
  return {
    title: "Talks of March and April 2025",
    readings: [reading()],
    parties: new Map([
      ["RU", "Northland"],
      ["UA", "Southland"],
    ]),
    stand: "on record",
    incidents: 235,
    aggregates: 5,
    days: [day("2025-03-11"), day("2025-04-30")],
    narrowed: [],
    held: null,
    caveat: "Counts show reporting, not conduct.",
  };
}

function reading(): ReadingLine {
  return {
    id: readingId("energy", "RU"),
    holder: "RU",
    open: ["length"],
    totals: {
      incidents: 235,
      aggregates: 5,
      violation: 31,
      notCovered: 150,
      undetermined: { facts: 12, text: 20, both: 15 },
      conflict: 7,
      atLeast: 31,
      atMost: 78,
    },
    byParty: {
      RU: { atLeast: 20, atMost: 50 },
      UA: { atLeast: 10, atMost: 40 },
      other: { atLeast: 0, atMost: 2 },
    },
    byReason: {},
    casualties: {
      killed: { low: 30, high: 41 },
      injured: { low: 100, high: null },
      withoutKilled: 12,
      withoutInjured: 9,
    },
    byStanding: {
      applies: { atLeast: 20, atMost: 40 },
      unclear: { atLeast: 1, atMost: 8 },
      "would-apply": { atLeast: 10, atMost: 30 },
    },
  };
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
}
