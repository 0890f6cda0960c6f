// A case's first page says how far the record goes and what is wrong with it.
import { describe, expect, test } from "vitest";
import { problems, theCase } from "../../test/case-files.ts";
import { homePage } from "./home.ts";

const home = homePage(theCase, problems);

describe("the first page of a case", () => {
  test("counts every publication once, by the side of its outlet, sides in id order", () => {
    const sides = home.sourcesBySide.map(({ side }) => side);
    const sum = home.sourcesBySide.reduce((total, { sources }) => total + sources, 0);
    expect(sides).toEqual([...sides].sort());
    expect(sum).toBe(theCase.sources.size);
    expect(home.sources).toHaveLength(sum);
  });

  test("keeps whole-night totals out of the count and says how many there are", () => {
    const { incidents, aggregates } = home.coverage;
    expect(aggregates).toBeGreaterThan(0);
    expect(incidents + aggregates).toBe(theCase.incidents.length);
  });

  test("says of how many incidents no point is known", () => {
    const counted = theCase.incidents.filter(({ aggregate }) => !aggregate);
    const discs = counted.filter(({ place }) => place.extent.kind === "disc").length;
    const { areaOnly, noPlace } = home.coverage.withoutPoint;
    expect(discs + areaOnly + noPlace).toBe(counted.length);
  });

  test("names every licence of its outlines", () => {
    const outlines = home.licences.reduce((total, one) => total + one.outlines, 0);
    expect(outlines).toBe(theCase.zones.size);
  });

  test("puts errors before warnings, each with its place", () => {
    const at = { file: "record/incidents.yaml", line: 12, column: 5, endColumn: 9 };
    const { problems: shown } = homePage(theCase, [
      { code: "C901", severity: "warning", message: "a", at: null },
      { code: "C902", severity: "error", message: "b", at },
    ]);
    expect(shown.map(({ code, place }) => [code, place])).toEqual([
      ["C902", "record/incidents.yaml:12:5"],
      ["C901", null],
    ]);
  });
});
