// Hot: what a map draws of the rows that passed, by the density rules of parts/map: marks where few are in view, else one pass that
// counts squares. Plain twin: drawingOf over all rows, which test/draw-rows.test.ts holds against it; bench: situation.
import { differenceOf } from "../../src/assess/agreement.ts";
import { kindsOf } from "../../src/report/cross-counts.ts";
import { patternGroups } from "../../src/report/cross-plan.ts";
import type { SituationTable } from "../../src/report/situation-table.ts";
import type { Bounds } from "../ground/ground.ts";
import { CELL_PIXELS, drawingOf, sizedCells } from "../parts/map/density.ts";
import type { CountedSquare } from "../parts/map/density.ts";
import type { Drawing, DrawingOptions } from "../parts/map/drawing.ts";
import type { MapMark } from "../parts/map/map-view.ts";
import { inverseMercator, mercator } from "../parts/map/projection.ts";
import type { Quantity } from "../parts/map/quantity.ts";

/** More points in view than this are always cells; fewer are looked at place by place. */
const MOST_POINTS = 20_000;

/** A table with what drawing needs again and again. */
export interface DrawnTable {
  readonly table: SituationTable;
  /** Mercator degrees to the north, a number a row. */
  readonly north: Float32Array;
}

/** Cost: one pass over the rows. */
export function drawnTable(table: SituationTable): DrawnTable {
  const north = Float32Array.from(table.columns.lat, (lat) => mercator([0, lat])[1]);
  return { table, north };
}

export interface DrawnRows {
  /** 1 = drawn; a byte a row. */
  readonly passed: Uint8Array;
  /** The readings that a mark tells of. */
  readonly readings: readonly string[];
}

/** Marks, or cells that count one quantity. */
export function drawRows(drawn: DrawnTable, rows: DrawnRows, options: DrawingOptions): Drawing {
  const { table } = drawn;
  const window = widened(options.window);
  const inView = rowsIn(table, rows.passed, window);
  const marks = markPatterns(table, rows.readings);
  if (inView.length <= MOST_POINTS) return drawingOf(marksOf(table, inView, marks), options);
  return { kind: "cells", cells: cellsOf(drawn, inView, { marks, options }) };
}

/** What cells count: incidents answered differently; under one reading, violations; under none or where all agree, all. */
export function quantityOf(table: SituationTable, readings: readonly string[]): Quantity {
  if (readings.length === 1) return "violation";
  const differs = table.page.patterns.some(
    (pattern) => differenceOf(kindsOf(table.page, pattern, readings)) !== "none",
  );
  return differs ? "differ" : "place";
}

interface PatternMark {
  readonly mark: MapMark["mark"];
  readonly counts: "surely" | "possibly" | "none";
}

/** What a row of each pattern is drawn as. */
function markPatterns(table: SituationTable, readings: readonly string[]): readonly PatternMark[] {
  const quantity = quantityOf(table, readings);
  const { page } = table;
  const groups = patternGroups(table, readings);
  const at = page.readings.findIndex(({ reading }) => reading === readings[0]);
  return page.patterns.map((pattern, place) => {
    const group = groups[place] ?? "none";
    const mark = group === "none" ? "place" : group;
    if (quantity === "differ") {
      return { mark, counts: differenceOf(kindsOf(page, pattern, readings)) };
    }
    if (quantity === "place" || pattern.verdicts[at] === "v") return { mark, counts: "surely" };
    return { mark, counts: pattern.maybe[at] === "1" ? "possibly" : "none" };
  });
}

/** Half a window more on each side, so that a short pan shows no edge. */
function widened([west, south, east, north]: Bounds): Bounds {
  const [wide, high] = [(east - west) / 2, (north - south) / 2];
  return [west - wide, south - high, east + wide, north + high];
}

function rowsIn(
  { page, columns }: SituationTable,
  passed: Uint8Array,
  window: Bounds,
): Uint32Array {
  const { lon, lat, radius } = columns;
  const [west, south, east, north] = window;
  const isPoint = page.radii.map((one) => typeof one === "number");
  const rows = new Uint32Array(page.rows);
  let found = 0;
  for (let row = 0; row < page.rows; row++) {
    if (passed[row] !== 1 || !(isPoint[radius[row] ?? -1] ?? false)) continue;
    const [x, y] = [lon[row] ?? 0, lat[row] ?? 0];
    if (x >= west && x <= east && y >= south && y <= north) rows[found++] = row;
  }
  return rows.subarray(0, found);
}

function marksOf(
  { page, ids, columns }: SituationTable,
  rows: Uint32Array,
  marks: readonly PatternMark[],
): readonly MapMark[] {
  return Array.from(rows, (row): MapMark => {
    const radius = page.radii[columns.radius[row] ?? -1];
    return {
      id: ids[row] ?? "",
      at: [columns.lon[row] ?? 0, columns.lat[row] ?? 0],
      radiusMeters: typeof radius === "number" ? radius : 0,
      ...(marks[columns.pattern[row] ?? -1] ?? { mark: "place", counts: "none" }),
    };
  });
}

/** Counted into one number a square, then told as squares: no object a row. */
function cellsOf(
  { table, north }: DrawnTable,
  rows: Uint32Array,
  { marks, options }: { readonly marks: readonly PatternMark[]; readonly options: DrawingOptions },
) {
  const { lon, pattern } = table.columns;
  const side = options.degreesAPixel * CELL_PIXELS;
  const [west, south, east, top] = widened(options.window);
  const left = Math.floor(west / side);
  const bottom = Math.floor(mercator([0, Math.max(south, -85)])[1] / side);
  const wide = Math.floor(east / side) - left + 1;
  const high = Math.floor(mercator([0, Math.min(top, 85)])[1] / side) - bottom + 1;
  const surely = new Uint32Array(wide * high);
  const possibly = new Uint32Array(wide * high);
  const counts = marks.map((one) => one.counts);
  for (const row of rows) {
    const kind = counts[pattern[row] ?? -1];
    if (kind === "none" || kind === undefined) continue;
    const column = Math.floor((lon[row] ?? 0) / side) - left;
    const line = Math.floor((north[row] ?? 0) / side) - bottom;
    const square = line * wide + column;
    const counter = kind === "surely" ? surely : possibly;
    counter[square] = (counter[square] ?? 0) + 1;
  }
  const squares = new Map<string, CountedSquare>();
  for (const [square, atLeast] of surely.entries()) {
    const atMost = atLeast + (possibly[square] ?? 0);
    if (atMost === 0) continue;
    const [column, line] = [left + (square % wide), bottom + Math.floor(square / wide)];
    const at = inverseMercator([(column + 0.5) * side, (line + 0.5) * side]);
    squares.set(`${column} ${line}`, { at, atLeast, atMost });
  }
  return sizedCells(squares);
}
