// Stage one of assessment over plain columns: for every disc of a batch, how far the nearest shape of each layer is, and how the disc
// lies to each zone. A zone's outline is one layer more; which side of it a disc lies on is asked of its centre.
import { KERNEL_ERROR, nearestColumns } from "./columns.ts";
import type { Allocate, NearestColumns } from "./columns.ts";
import type { NearestIndex } from "./build-index.ts";
import { isInside } from "./inside.ts";
import type { InsideIndex } from "./inside.ts";
import { nearestRows } from "./nearest.ts";
import type { RowRange, SortedDiscs } from "./sort-rows.ts";

/** What a relation column holds. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const POSSIBLE = 2;
/** So near to touching that only the exact relation (relation.ts) can say. */
export const UNSETTLED = 3;

/** Metres about a threshold within which the plain functions, whose errors differ, have to say. */
export const BORDER = 1;

export interface ZoneTask {
  /** Layer of its outline; its reach is at least `outlineReach(tolerance)`. */
  readonly layer: number;
  readonly inside: InsideIndex;
  /** Metres that the drawn outline may be off. */
  readonly tolerance: number;
}

export function outlineReach(tolerance: number): number {
  return tolerance + 2 * BORDER;
}

/** All that workers have to know of the objects, zones and lines: typed arrays and numbers. */
export interface SituateIndex {
  readonly nearest: NearestIndex;
  readonly zones: readonly ZoneTask[];
}

export interface SituatedColumns {
  readonly nearest: NearestColumns;
  /** `row * zones + zone`: OUTSIDE, INSIDE, POSSIBLE or UNSETTLED. */
  readonly relations: Uint8Array;
}

export function situatedColumns(
  { nearest, zones }: SituateIndex,
  rows: number,
  allocate: Allocate,
): SituatedColumns {
  return {
    nearest: nearestColumns(rows, nearest.layers, { exact: nearest.exact, allocate }),
    relations: new Uint8Array(allocate(rows * zones.length)).fill(UNSETTLED),
  };
}

/** Situates the discs of a range, the first of them as row 0. */
export function situateRows(
  index: SituateIndex,
  discs: SortedDiscs,
  range: RowRange,
  out: SituatedColumns,
): void {
  nearestRows(index.nearest, discs, range, out.nearest);
  const { zones } = index;
  for (let z = 0; z < zones.length; z++) {
    const zone = zones[z];
    if (zone !== undefined) relateRows(index, { zone, discs, range, into: z }, out);
  }
}

interface Relating {
  readonly zone: ZoneTask;
  readonly discs: SortedDiscs;
  readonly range: RowRange;
  readonly into: number;
}

function relateRows(
  { nearest: index, zones }: SituateIndex,
  { zone, discs, range, into }: Relating,
  { nearest: { low }, relations }: SituatedColumns,
): void {
  const { layers, reach } = index;
  if ((reach[zone.layer] ?? 0) < outlineReach(zone.tolerance))
    throw new RangeError("an outline is not looked for so far");
  const { lon, lat, radius } = discs;
  for (let disc = range.from; disc < range.until; disc++) {
    const row = disc - range.from;
    const beyond = (low[row * layers + zone.layer] ?? 0) - (radius[disc] ?? 0) - zone.tolerance;
    const at = row * zones.length + into;
    if (beyond > BORDER + KERNEL_ERROR) {
      const inside = isInside(zone.inside, lon[disc] ?? 0, lat[disc] ?? 0);
      relations[at] = inside ? INSIDE : OUTSIDE;
    } else relations[at] = beyond < -BORDER ? POSSIBLE : UNSETTLED;
  }
}
