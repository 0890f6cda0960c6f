// Points and lines sorted into the cells of a grid: which layers each cell holds, how many cells away the nearest of each layer is,
// and every piece written out beside its neighbours. Plain typed arrays, so that workers share one index.
import { MAX_LATITUDE, MAX_LAYERS } from "./columns.ts";
import type { Allocate, ShapeColumns } from "./columns.ts";
import { gridOver, unrolled } from "./grid.ts";
import type { Extremes, Grid } from "./grid.ts";
import { PIECE, cutIntoPieces } from "./pieces.ts";
import type { Pieces } from "./pieces.ts";

export interface NearestIndex {
  readonly kind: "index";
  readonly grid: Grid;
  readonly layers: number;
  /** Metres up to which distances to a layer are asked for, beyond the radius of the disc that asks. */
  readonly reach: Float64Array;
  /** First piece of every cell, row by row from the south-west; one more at the end. */
  readonly starts: Uint32Array;
  /** Bit q: the cell holds a piece of layer q. */
  readonly masks: Int32Array;
  /** `cell * layers + layer`: cells to the nearest one that holds the layer, diagonal steps as one; NO_RING: none. */
  readonly rings: Uint8Array;
  readonly layer: Uint8Array;
  /** The shape a piece belongs to, by its number in the columns that were indexed. */
  readonly shape: Uint32Array;
  /** `PIECE` numbers a piece, see pieces.ts. */
  readonly numbers: Float64Array;
  /** Of each layer: metres, the longest half of a piece and the greatest radius. */
  readonly longest: Float64Array;
  readonly widest: Float64Array;
  /** No shape has a radius. */
  readonly exact: boolean;
}

/** Why shapes cannot be indexed, in words for a person. */
export interface Refusal {
  readonly kind: "refused";
  readonly why: string;
}

/** Rings beyond this many are not counted on; a search goes on from here. */
export const NO_RING = 255;
/** Pieces a cell: fewer make more cells to look into, more make more pieces to measure. */
const PIECES_A_CELL = 2;

export interface IndexOptions {
  /** One for each layer, metres. */
  readonly reach: readonly number[];
  readonly allocate: Allocate;
}

/** Cost: linear in pieces of 800 m and in cells x layers. */
export function indexShapes(shapes: ShapeColumns, options: IndexOptions): NearestIndex | Refusal {
  const layers = options.reach.length;
  if (layers > MAX_LAYERS) return refused(`${layers} layers; one index holds ${MAX_LAYERS}`);
  const extremes = extremesOf(shapes);
  if (typeof extremes === "string") return refused(extremes);
  const pieces = cutIntoPieces(shapes);
  const grid = gridOver(extremes, pieces.count / PIECES_A_CELL);
  const sorted = sortIntoCells(pieces, grid, options.allocate);
  const masks = masksOf(sorted, grid, options.allocate);
  return {
    kind: "index",
    grid,
    layers,
    reach: Float64Array.from(options.reach),
    ...sorted,
    masks,
    rings: ringsOf(masks, { grid, layers }, options.allocate),
    ...greatestOf(sorted, layers),
    exact: shapes.radius === null || shapes.radius.every((radius) => radius === 0),
  };
}

function refused(why: string): Refusal {
  return { kind: "refused", why };
}

/** The least box of all ends, counted on eastwards from its western edge; or what makes them no matter of one grid. */
function extremesOf({ count, lon1, lat1, lon2, lat2, radius }: ShapeColumns): Extremes | string {
  const from = lon1[0] ?? 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of [[lon1, lat1] as const, [lon2, lat2] as const]) {
    for (let i = 0; i < count; i++) {
      const [degrees = NaN, latitude = NaN] = [lon[i], lat[i]];
      const turned = degrees - 360 * Math.round((degrees - from) / 360);
      if (!Number.isFinite(turned + latitude)) return `shape ${i} has a position that is no number`;
      west = Math.min(west, turned);
      east = Math.max(east, turned);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  if (radius?.some((one) => !(one >= 0 && one < Infinity)) === true)
    return "a shape has a radius that is no number of metres";
  if (count === 0) return { west: 0, south: 0, east: 0, north: 0 };
  if (Math.max(-south, north) > MAX_LATITUDE)
    return `a shape lies beyond ${MAX_LATITUDE} degrees of latitude`;
  if (east - west > 180)
    return `the shapes span ${Math.round(east - west)} degrees of longitude, more than half the earth`;
  return { west, south, east, north };
}

type Sorted = Pick<NearestIndex, "starts" | "layer" | "shape" | "numbers">;

/** Counts each cell's pieces, then writes every piece at its cell's next free place. */
function sortIntoCells(pieces: Pieces, grid: Grid, allocate: Allocate): Sorted {
  const { count } = pieces;
  const cellOf = cellsOf(pieces, grid);
  const starts = new Uint32Array(allocate(4 * (grid.columns * grid.rows + 1)));
  for (let i = 0; i < count; i++) countUp(starts, (cellOf[i] ?? 0) + 1);
  for (let cell = 1; cell < starts.length; cell++)
    starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const next = starts.slice();
  const layer = new Uint8Array(allocate(count));
  const shape = new Uint32Array(allocate(4 * count));
  const numbers = new Float64Array(allocate(8 * PIECE * count));
  for (let i = 0; i < count; i++) {
    const to = countUp(next, cellOf[i] ?? 0);
    layer[to] = pieces.layer[i] ?? 0;
    shape[to] = pieces.shape[i] ?? 0;
    for (let j = 0; j < PIECE; j++) numbers[to * PIECE + j] = pieces.numbers[i * PIECE + j] ?? 0;
  }
  return { starts, layer, shape, numbers };
}

function cellsOf({ count, lon, lat }: Pieces, grid: Grid): Uint32Array {
  const cells = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const east = (unrolled(grid, lon[i] ?? 0) - grid.west) / grid.stepLon;
    const column = Math.min(grid.columns - 1, Math.max(0, Math.floor(east)));
    const row = Math.min(
      grid.rows - 1,
      Math.max(0, Math.floor(((lat[i] ?? 0) - grid.south) / grid.stepLat)),
    );
    cells[i] = row * grid.columns + column;
  }
  return cells;
}

/** Adds one; what stood there before. */
function countUp(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

function masksOf({ starts, layer }: Sorted, grid: Grid, allocate: Allocate): Int32Array {
  const masks = new Int32Array(allocate(4 * grid.columns * grid.rows));
  for (let cell = 0; cell < masks.length; cell++) {
    let mask = 0;
    for (let i = starts[cell] ?? 0; i < (starts[cell + 1] ?? 0); i++) mask |= 1 << (layer[i] ?? 0);
    masks[cell] = mask;
  }
  return masks;
}

interface Sizes {
  readonly grid: Grid;
  readonly layers: number;
}

/** A cell is one further from a layer than the nearest of its eight neighbours: two passes, from the one corner and from the other. */
function ringsOf(masks: Int32Array, { grid, layers }: Sizes, allocate: Allocate): Uint8Array {
  const { columns, rows } = grid;
  const rings = new Uint8Array(allocate(columns * rows * layers));
  for (let cell = 0; cell < masks.length; cell++) {
    const mask = masks[cell] ?? 0;
    for (let q = 0; q < layers; q++)
      rings[cell * layers + q] = ((mask >>> q) & 1) === 1 ? 0 : NO_RING;
  }
  const lower = (cell: number, other: number) => {
    for (let q = 0; q < layers; q++) {
      const stepped = (rings[other * layers + q] ?? 0) + 1;
      if (stepped < (rings[cell * layers + q] ?? 0)) rings[cell * layers + q] = stepped;
    }
  };
  const pass = (order: readonly [from: number, step: number], back: number) => {
    const [from, step] = order;
    for (let i = 0, cell = from; i < columns * rows; i++, cell += step) {
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      const [hasSide, hasRow] = [
        column + back >= 0 && column + back < columns,
        row + back >= 0 && row + back < rows,
      ];
      if (hasSide) lower(cell, cell + back);
      if (!hasRow) continue;
      const beside = cell + back * columns;
      lower(cell, beside);
      if (column > 0) lower(cell, beside - 1);
      if (column < columns - 1) lower(cell, beside + 1);
    }
  };
  pass([0, 1], -1);
  pass([columns * rows - 1, -1], 1);
  return rings;
}

function greatestOf(
  { layer, numbers }: Sorted,
  layers: number,
): Pick<NearestIndex, "longest" | "widest"> {
  const [longest, widest] = [new Float64Array(layers), new Float64Array(layers)];
  for (let i = 0; i < layer.length; i++) {
    const [q, inverse] = [layer[i] ?? 0, numbers[i * PIECE + 6] ?? 0];
    const half = inverse === 0 ? 0 : Math.sqrt(1 / inverse);
    longest[q] = Math.max(longest[q] ?? 0, half);
    widest[q] = Math.max(widest[q] ?? 0, numbers[i * PIECE + 7] ?? 0);
  }
  return { longest, widest };
}
