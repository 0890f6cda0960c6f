// What is drawn of columns is what the density rules draw of the rows themselves, few or many.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { manyRows } from "../../test/kit/many-rows.ts";
import { assessCase } from "../../src/assess/index.ts";
import { readingId } from "../../src/model/id.ts";
import { situationRow } from "../../src/report/situation-rows.ts";
import { openSituation } from "../../src/report/situation-table.ts";
import { situationPage } from "../../src/report/situation.ts";
import { firstZone, placedLines } from "../../src/report/placed.ts";
import { cellsOf, drawingOf } from "../parts/map/density.ts";
import { marksOf } from "../screens/price/where-rows.ts";
import { drawRows, drawnTable } from "./draw-rows.ts";

const readings = ["RU", "UA"].map((name) => readingId("energy", name));
const assessment = assessCase(theCase, { readings });
const page = situationPage(theCase, { readings }, assessment);
const drawn = drawnTable(openSituation(page));
const lines = placedLines(assessment, firstZone(theCase));
const lineOf = new Map<string, (typeof lines)[number]>(lines.map((line) => [line.id, line]));

describe("drawing from columns", () => {
  test("gives the marks and cells that the rows give, under any readings, window and rows left", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.subarray([...readings], { minLength: 1 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (asked, zoom, every) => {
          const passed = Uint8Array.from({ length: page.rows }, (_, row) =>
            row % every === 0 ? 1 : 0,
          );
          const options = {
            degreesAPixel: 360 / (512 * 2 ** zoom),
            window: [20, 40, 60, 62] as const,
          };
          const left = drawn.table.ids.flatMap((id, row) =>
            passed[row] === 1 ? (lineOf.get(id) ?? []) : [],
          );
          const expected = drawingOf(rounded(marksOf(left, asked)), options);
          kinds.add(expected.kind);
          expect(drawRows(drawn, { passed, readings: asked }, options)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
    expect([...kinds].sort()).toEqual(["cells", "marks"]);
  });

  test("counts many rows square by square as the rule for few does", () => {
    const many = openSituation(manyRows(page, 30_000));
    const table = drawnTable(many);
    const passed = new Uint8Array(30_000).fill(1);
    const options = { degreesAPixel: 0.02, window: [20, 40, 60, 62] as const };
    const drawing = drawRows(table, { passed, readings }, options);
    const rows = many.ids.flatMap((_, row) => situationRow(many, row) ?? []);
    const marks = rows.flatMap(({ id, point, verdicts }) => {
      if (point === null) return [];
      const [a, b] = readings.map((reading) => verdicts[reading]);
      const isOpen = a === "undetermined" || b === "undetermined";
      const counts =
        a === b ? ("none" as const) : isOpen ? ("possibly" as const) : ("surely" as const);
      return {
        id,
        at: [point.lon, point.lat] as const,
        mark: "place" as const,
        counts,
        radiusMeters: 0,
      };
    });
    if (drawing.kind !== "cells") throw new Error("so many rows are cells");
    const expected = cellsOf(marks, options.degreesAPixel);
    expect(drawing.cells.length).toBeGreaterThan(50);
    expect(drawing.cells.map(({ key, atLeast, atMost }) => [key, atLeast, atMost])).toEqual(
      expected.map(({ key, atLeast, atMost }) => [key, atLeast, atMost]),
    );
  });
});

/** Positions as columns hold them. */
function rounded(marks: ReturnType<typeof marksOf>): ReturnType<typeof marksOf> {
  return marks
    .filter(({ radiusMeters }) => radiusMeters <= 25_000)
    .map((mark) => ({ ...mark, at: [Math.fround(mark.at[0]), Math.fround(mark.at[1])] }));
}
