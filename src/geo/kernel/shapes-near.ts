// Which shapes can lie within so many metres of a position: what the plain functions are asked about where the kernel does not settle.
import type { NearestIndex } from "./build-index.ts";
import { unrolled } from "./grid.ts";
import { reachDegrees } from "../distance.ts";
import type { Position } from "../../model/place.ts";

/** Numbers of all shapes of all layers that may lie so near, and some others; ascending. Cost: cells within the distance. */
export function shapesNear(
  { grid, starts, shape, longest }: NearestIndex,
  [lon, lat]: Position,
  meters: number,
): readonly number[] {
  const longestPiece = longest.reduce((most, one) => Math.max(most, one), 0);
  const reach = reachDegrees(meters + longestPiece + 1, Math.abs(lat));
  const columnOf = (at: number) => within((at - grid.west) / grid.stepLon, grid.columns);
  const rowOf = (at: number) => within((at - grid.south) / grid.stepLat, grid.rows);
  const middle = unrolled(grid, lon);
  const found = new Set<number>();
  for (let row = rowOf(lat - reach.lat); row <= rowOf(lat + reach.lat); row++) {
    const first = row * grid.columns + columnOf(middle - reach.lon);
    const last = row * grid.columns + columnOf(middle + reach.lon);
    for (let i = starts[first] ?? 0; i < (starts[last + 1] ?? 0); i++) found.add(shape[i] ?? 0);
  }
  return [...found].sort((a, b) => a - b);
}

function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(place)));
}
