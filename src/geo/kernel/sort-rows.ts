// Rows in the order of the cells that their discs lie in, so that neighbours share what is gathered for a cell.
import type { NearestIndex } from "./build-index.ts";
import type { DiscColumns } from "./columns.ts";
import { unrolled } from "./grid.ts";
import type { Grid } from "./grid.ts";
import { FAR_METERS } from "./space.ts";

export interface RowRange {
  readonly from: number;
  readonly until: number;
}

/** Discs wider than this, or without a number for a radius, are left out: their bounds stay as they were. */
export function widestDisc({ reach }: Pick<NearestIndex, "reach">): number {
  return FAR_METERS - reach.reduce((most, one) => Math.max(most, one), 0);
}

/** Discs in the order of the cells of an index that their centres lie in. */
export interface SortedDiscs extends DiscColumns {
  /** The row at which each of them stood before. */
  readonly rows: Uint32Array;
  readonly cells: Uint32Array;
}

/** Cell number of a disc whose centre lies outside the grid. */
const OUTSIDE = 0xffff_ffff;

/** Those outside the grid last; rows without a usable disc left out. Cost: n log n in few rows, linear in many and in cells. */
export function sortByCell(index: NearestIndex, discs: DiscColumns, range: RowRange): SortedDiscs {
  const last = index.grid.columns * index.grid.rows;
  const own = cellsOf(index, discs, range);
  const order = FEW * own.length < last ? orderOfFew(own) : orderOfMany(own, last);
  const sorted = emptyDiscs(order.length);
  for (let i = 0; i < order.length; i++) {
    const at = order[i] ?? 0;
    const [row, cell] = [range.from + at, own[at] ?? last];
    sorted.lon[i] = discs.lon[row] ?? 0;
    sorted.lat[i] = discs.lat[row] ?? 0;
    sorted.radius[i] = discs.radius[row] ?? 0;
    sorted.rows[i] = row;
    sorted.cells[i] = cell === last ? OUTSIDE : cell;
  }
  return sorted;
}

/** Rows are few where there are so many times as many cells: then a sort is quicker than to count every cell. */
const FEW = 16;

function orderOfFew(cells: Uint32Array): Uint32Array {
  const keys = Float64Array.from(cells, (cell, i) => cell * cells.length + i).sort();
  const order = Uint32Array.from(keys, (key) => key % cells.length);
  const used = order.findIndex((i) => cells[i] === UNUSABLE);
  return used < 0 ? order : order.subarray(0, used);
}

function orderOfMany(cells: Uint32Array, last: number): Uint32Array {
  const starts = new Uint32Array(last + 2);
  for (let i = 0; i < cells.length; i++) {
    const next = Math.min(cells[i] ?? 0, last + 1);
    starts[next] = (starts[next] ?? 0) + 1;
  }
  let count = 0;
  for (let cell = 0; cell <= last; cell++) {
    const here = starts[cell] ?? 0;
    starts[cell] = count;
    count += here;
  }
  const order = new Uint32Array(count);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? UNUSABLE;
    if (cell === UNUSABLE) continue;
    const to = starts[cell] ?? 0;
    starts[cell] = to + 1;
    order[to] = i;
  }
  return order;
}

/** The discs of a range as they come, where no index sorts them. */
export function usableDiscs(discs: DiscColumns, { from, until }: RowRange): SortedDiscs {
  const all = Uint32Array.from({ length: until - from }, (_, i) => from + i);
  const rows = all.filter((row) => {
    const radius = discs.radius[row] ?? NaN;
    return radius >= 0 && radius < Infinity;
  });
  const of = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? NaN);
  const places = { lon: of(discs.lon), lat: of(discs.lat), radius: of(discs.radius) };
  return { count: rows.length, ...places, rows, cells: new Uint32Array(rows.length) };
}

function emptyDiscs(count: number): SortedDiscs {
  const floats = () => new Float64Array(count);
  const numbers = () => new Uint32Array(count);
  return {
    count,
    lon: floats(),
    lat: floats(),
    radius: floats(),
    rows: numbers(),
    cells: numbers(),
  };
}

/** Stands for the cell of a row that has no usable disc. */
const UNUSABLE = 0xffff_fffe;

/** The cell of every row; the number of cells for one outside the grid. */
function cellsOf(
  { grid, reach }: NearestIndex,
  { lon, lat, radius }: DiscColumns,
  { from, until }: RowRange,
): Uint32Array {
  const widest = widestDisc({ reach });
  const cells = new Uint32Array(until - from);
  for (let row = from; row < until; row++) {
    const own = radius[row] ?? NaN;
    const isUsable = own >= 0 && own <= widest;
    cells[row - from] = isUsable ? cellAt(grid, lon[row] ?? 0, lat[row] ?? 0) : UNUSABLE;
  }
  return cells;
}

function cellAt(grid: Grid, lon: number, lat: number): number {
  const column = Math.floor((unrolled(grid, lon) - grid.west) / grid.stepLon);
  const line = Math.floor((lat - grid.south) / grid.stepLat);
  const isIn = column >= 0 && column < grid.columns && line >= 0 && line < grid.rows;
  return isIn ? line * grid.columns + column : grid.columns * grid.rows;
}

/** Discs of one cell are a group, as far as the range goes; each outside the grid is one by itself. */
export function endOfGroup({ cells }: SortedDiscs, { from, until }: RowRange): number {
  const cell = cells[from] ?? 0;
  let end = from + 1;
  if (cell === OUTSIDE) return end;
  while (end < until && cells[end] === cell) end++;
  return end;
}
