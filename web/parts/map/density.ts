// How many marks a map can bear (WEB 8): marks while they can be told apart, cells of a grid above that. Pure: pixels in, shapes out.
// Cells count one quantity at a time and show it as bounds: inner disc = at least, outer ring = at most.
import type { Position } from "../../../src/model/place.ts";
import { compareText } from "../../../src/model/problem.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { Cell, Drawing, DrawingOptions, PlaceMark } from "./drawing.ts";
import { pointMarks } from "./map-view.ts";
import type { MapMark } from "./map-view.ts";
import { inverseMercator, mercator } from "./projection.ts";

const MOST_MARKS = 2000;
const SQUARE_PIXELS = 64;
/** The busiest square holds at most 12 marks; cells begin at 15 and end at 12. */
const MARKS_UNTIL = 12;
const CELLS_FROM = 15;
/** Side of a cell. */
export const CELL_PIXELS = 32;
/** Marks closer than this are one place: the ground itself is drawn to about 1 km. */
const ONE_PLACE_DEGREES = 0.01;
/** A number needs a disc this wide, and more for more digits. */
const NUMBER_FROM_PIXELS = 24;
const DIGIT_PIXELS = 6;

/** Marks or cells for what is in view. */
export function drawingOf(marks: readonly MapMark[], options: DrawingOptions): Drawing {
  const drawn = pointMarks(marks);
  const places = onePlace(drawn);
  const { before = "marks" } = options;
  const visible = places.filter(({ at }) => isWithin(at, options.window));
  const limit = before === "cells" ? MARKS_UNTIL : CELLS_FROM - 1;
  const isDense = visible.length > MOST_MARKS || busiest(visible, options.degreesAPixel) > limit;
  return isDense
    ? { kind: "cells", cells: cellsOf(drawn, options.degreesAPixel) }
    : { kind: "marks", marks: places };
}

/** Marks of one place put together, in id order. */
export function onePlace(marks: readonly MapMark[]): readonly PlaceMark[] {
  const groups: { first: MapMark; all: MapMark[] }[] = [];
  const byCell = new Map<string, typeof groups>();
  for (const mark of marks.toSorted((a, b) => compareText(a.id, b.id))) {
    const near = around(mark.at).flatMap((key) => byCell.get(key) ?? []);
    const known = near.find(({ first }) => isOnePlace(first.at, mark.at));
    if (known !== undefined) known.all.push(mark);
    else {
      const group = { first: mark, all: [mark] };
      groups.push(group);
      const key = squareOf(mark.at);
      byCell.set(key, [...(byCell.get(key) ?? []), group]);
    }
  }
  return groups.map(({ first, all }) => ({
    id: first.id,
    ids: all.map(({ id }) => id),
    at: first.at,
    mark: all.every(({ mark }) => mark === first.mark) ? first.mark : "place",
  }));
}

function isOnePlace([x1, y1]: Position, [x2, y2]: Position): boolean {
  return Math.abs(x1 - x2) <= ONE_PLACE_DEGREES && Math.abs(y1 - y2) <= ONE_PLACE_DEGREES;
}

function squareOf([x, y]: Position, dx = 0, dy = 0): string {
  const step = 2 * ONE_PLACE_DEGREES;
  return `${Math.floor(x / step) + dx} ${Math.floor(y / step) + dy}`;
}

function around(at: Position): readonly string[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((dx) => steps.map((dy) => squareOf(at, dx, dy)));
}

/** Whether a position lies in a window, edges included. */
export function isWithin([lon, lat]: Position, [west, south, east, north]: Bounds): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function busiest(places: readonly PlaceMark[], degreesAPixel: number): number {
  const squares = new Map<string, number>();
  for (const { at } of places) {
    const { key } = gridSquare(at, degreesAPixel * SQUARE_PIXELS);
    squares.set(key, (squares.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...squares.values());
}

/** The squares of the mercator grid that hold something to count, in order of their key. */
export function cellsOf(marks: readonly MapMark[], degreesAPixel: number): readonly Cell[] {
  const side = degreesAPixel * CELL_PIXELS;
  const cells = new Map<string, CountedSquare>();
  for (const { at, counts = "surely" } of marks) {
    if (counts === "none") continue;
    const { key, middle } = gridSquare(at, side);
    const cell = cells.get(key) ?? { at: middle, atLeast: 0, atMost: 0 };
    cells.set(key, cell);
    cell.atMost += 1;
    if (counts === "surely") cell.atLeast += 1;
  }
  return sizedCells(cells);
}

/** A square's middle and what it holds. */
export interface CountedSquare {
  readonly at: Position;
  atLeast: number;
  atMost: number;
}

/** Counted squares by key as cells, in order of key; areas in proportion to the counts. */
export function sizedCells(squares: ReadonlyMap<string, CountedSquare>): readonly Cell[] {
  const most = [...squares.values()].reduce((high, { atMost }) => Math.max(high, atMost), 1);
  const radius = (count: number) => (CELL_PIXELS / 2 - 1) * Math.sqrt(count / most);
  return [...squares]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, cell]) => ({
      key,
      ...cell,
      leastRadius: radius(cell.atLeast),
      mostRadius: radius(cell.atMost),
    }));
}

/** What stands in a cell that is wide enough for it: `12`, or `3–12`. */
export function cellText({ atLeast, atMost, mostRadius }: Cell): string {
  const text = atLeast === atMost ? String(atMost) : `${atLeast}–${atMost}`;
  const needed = Math.max(NUMBER_FROM_PIXELS, DIGIT_PIXELS * text.length);
  return 2 * mostRadius < needed ? "" : text;
}

function gridSquare(
  at: Position,
  side: number,
): { readonly key: string; readonly middle: Position } {
  const [x, y] = mercator(at);
  const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
  return {
    key: `${column} ${row}`,
    middle: inverseMercator([(column + 0.5) * side, (row + 0.5) * side]),
  };
}

/** Draw order says nothing of verdicts: what lies on top looks more frequent. */
export function drawOrder(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
}
