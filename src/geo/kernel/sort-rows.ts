// Rows in the order of the cells that their discs lie in, so that neighbours share what is gathered for a cell.
import type { NearestIndex } from "./build-index.ts";
import type { DiscColumns } from "./columns.ts";
import { unrolled } from "./grid.ts";
import { FAR_METERS } from "./space.ts";

export interface RowRange {
  readonly from: number;
  readonly until: number;
}

/** Discs wider than this, or without a number for a radius, are left out: their bounds stay as they were. */
export function widestDisc({ reach }: Pick<NearestIndex, "reach">): number {
  return FAR_METERS - reach.reduce((most, one) => Math.max(most, one), 0);
}

/** Cell number of a disc whose centre lies outside the grid. */
const OUTSIDE = 0xffff_ffff;

/** Rows in the order of their cells, those outside the grid last; rows without a usable disc left out. */
export function sortByCell(index: NearestIndex, discs: DiscColumns, { from, until }: RowRange) {
  const { grid } = index;
  const [own, widest] = [new Uint32Array(until - from), widestDisc(index)];
  const counts = new Uint32Array(grid.columns * grid.rows + 2);
  const last = counts.length - 2;
  let left = 0;
  for (let row = from; row < until; row++) {
    const radius = discs.radius[row] ?? NaN;
    const isUsable = radius >= 0 && radius <= widest;
    const cell = isUsable ? cellAt(index, discs, row) : OUTSIDE;
    own[row - from] = isUsable ? Math.min(cell, last) : last + 1;
    if (!isUsable) left++;
    counts[own[row - from] ?? 0] = (counts[own[row - from] ?? 0] ?? 0) + 1;
  }
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0;
    counts[cell] = sum;
    sum += count;
  }
  const [order, cells] = [new Uint32Array(until - from), new Uint32Array(until - from)];
  for (let i = 0; i < own.length; i++) {
    const cell = own[i] ?? 0;
    const to = counts[cell] ?? 0;
    counts[cell] = to + 1;
    order[to] = from + i;
    cells[to] = cell >= last ? OUTSIDE : cell;
  }
  const used = own.length - left;
  return { order: order.subarray(0, used), cells: cells.subarray(0, used) };
}

function cellAt({ grid }: NearestIndex, { lon, lat }: DiscColumns, row: number): number {
  const column = Math.floor((unrolled(grid, lon[row] ?? 0) - grid.west) / grid.stepLon);
  const line = Math.floor(((lat[row] ?? 0) - grid.south) / grid.stepLat);
  const isIn = column >= 0 && column < grid.columns && line >= 0 && line < grid.rows;
  return isIn ? line * grid.columns + column : OUTSIDE;
}

/** Rows of one cell are a group; each row outside the grid is one by itself. */
export function endOfGroup(cells: Uint32Array, from: number): number {
  const cell = cells[from] ?? 0;
  let end = from + 1;
  if (cell === OUTSIDE) return end;
  while (cells[end] === cell) end++;
  return end;
}
