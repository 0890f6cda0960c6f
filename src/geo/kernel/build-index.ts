// Points and lines sorted into the cells of a grid: which layers each cell holds, how many cells away the nearest of each layer is,
// and every piece written out beside its neighbours. Plain typed arrays, so that workers share one index.
import { MAX_LATITUDE, MAX_LAYERS } from "./columns.ts";
import type { Allocate, ShapeColumns } from "./columns.ts";
import { gridOver, unrolled } from "./grid.ts";
import type { Extremes, Grid } from "./grid.ts";
import { ringsOf } from "./rings.ts";
import { PIECE, partsOf, writePieces } from "./pieces.ts";

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
  /** `cell * layers + layer`: cells to the nearest one that holds the layer, diagonal steps as one; NO_RING: none, see rings.ts. */
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
  const parts = partsOf(shapes);
  const pieces = parts.reduce((sum, part) => sum + part, 0);
  const grid = gridOver(extremes, pieces / PIECES_A_CELL);
  const sorted = sortIntoCells(shapes, { parts, pieces, grid }, options.allocate);
  const masks = masksOf(sorted, grid, options.allocate);
  return {
    kind: "index",
    grid,
    layers,
    reach: Float64Array.from(options.reach),
    ...sorted,
    masks,
    rings: ringsOf(masks, { ...grid, layers }, options.allocate),
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
      const degrees = lon[i] ?? NaN;
      const latitude = lat[i] ?? NaN;
      const turned = degrees - 360 * Math.round((degrees - from) / 360);
      if (!Number.isFinite(turned + latitude)) return `shape ${i} has a position that is no number`;
      if (turned < west) west = turned;
      if (turned > east) east = turned;
      if (latitude < south) south = latitude;
      if (latitude > north) north = latitude;
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

interface Cut {
  /** Pieces of each shape, and of all. */
  readonly parts: Uint32Array;
  readonly pieces: number;
  readonly grid: Grid;
}

/** Counts each cell's pieces, then writes every piece at its cell's next free place. */
function sortIntoCells(shapes: ShapeColumns, cut: Cut, allocate: Allocate): Sorted {
  const { parts, pieces, grid } = cut;
  const places = cellsOf(shapes, cut);
  const starts = new Uint32Array(allocate(4 * (grid.columns * grid.rows + 1)));
  for (let i = 0; i < pieces; i++) countUp(starts, (places[i] ?? 0) + 1);
  for (let cell = 1; cell < starts.length; cell++)
    starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const next = starts.slice();
  for (let i = 0; i < pieces; i++) places[i] = countUp(next, places[i] ?? 0);
  const sorted = {
    layer: new Uint8Array(allocate(pieces)),
    shape: new Uint32Array(allocate(4 * pieces)),
    numbers: new Float64Array(allocate(8 * PIECE * pieces)),
  };
  writePieces(shapes, { parts, places }, sorted);
  return { starts, ...sorted };
}

/** The cell in which the middle of every piece lies. */
function cellsOf({ count, lon1, lat1, lon2, lat2 }: ShapeColumns, cut: Cut): Uint32Array {
  const { parts, pieces, grid } = cut;
  const cells = new Uint32Array(pieces);
  let next = 0;
  for (let shape = 0; shape < count; shape++) {
    const lon = lon1[shape] ?? 0;
    const lat = lat1[shape] ?? 0;
    const all = parts[shape] ?? 1;
    for (let part = 0; part < all; part++) {
      const middle = (part / all + (part + 1) / all) / 2;
      const east = unrolled(grid, lon + middle * ((lon2[shape] ?? 0) - lon)) - grid.west;
      const north = lat + middle * ((lat2[shape] ?? 0) - lat) - grid.south;
      const column = stepOf(east / grid.stepLon, grid.columns);
      cells[next++] = stepOf(north / grid.stepLat, grid.rows) * grid.columns + column;
    }
  }
  return cells;
}

function stepOf(place: number, steps: number): number {
  return Math.min(steps - 1, Math.max(0, Math.floor(place)));
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
