// Random pairs of positions whose distance the kernel is asked: wherever a grid may lie, over the antimeridian, and near the poles.
import geographiclib from "geographiclib-geodesic";
import { destination } from "../../src/geo/distance.ts";
import { indexShapes } from "../../src/geo/kernel/build-index.ts";
import { nearestColumns, ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import { nearestRows } from "../../src/geo/kernel/nearest.ts";
import { shapesOfLayers } from "../../src/geo/kernel/shapes.ts";
import { sortByCell } from "../../src/geo/kernel/sort-rows.ts";
import type { Position } from "../../src/model/place.ts";
import { randomOf } from "../../src/model/random.ts";

export type Pair = readonly [from: Position, to: Position];

const REACH = 26_000;

export interface PairsAsked {
  readonly count: number;
  readonly seed: number;
  /** Degrees of latitude. */
  readonly south: number;
  readonly north: number;
  /** Degrees about which the first position lies; absent: anywhere. */
  readonly lon?: number;
}

/** Up to 25 km apart, in any direction. */
export function randomPairs({ count, seed, south, north, lon }: PairsAsked): readonly Pair[] {
  const next = randomOf(seed);
  return Array.from({ length: count }, () => {
    const east = lon === undefined ? 360 * next() - 180 : lon + 0.1 * (next() - 0.5);
    const from: Position = [east > 180 ? east - 360 : east, south + (north - south) * next()];
    return [from, destination(from, 360 * next(), 25_000 * next())];
  });
}

/** Metres by Karney's method. */
export function geodesicMeters([from, to]: Pair): number {
  return geographiclib.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]).s12 ?? NaN;
}

/** Metres by the kernel, or its refusal in words. */
export function kernelMeters([from, to]: Pair): number | string {
  const shapes = shapesOfLayers([{ points: [{ center: to, radiusMeters: 0 }], paths: [] }]);
  const index = indexShapes(shapes, { reach: [REACH], allocate: ordinaryMemory });
  if (index.kind === "refused") return index.why;
  const disc = {
    count: 1,
    lon: Float64Array.of(from[0]),
    lat: Float64Array.of(from[1]),
    radius: Float64Array.of(0),
  };
  const out = nearestColumns(1, 1, { exact: true, allocate: ordinaryMemory });
  const range = { from: 0, until: 1 };
  nearestRows(index, sortByCell(index, disc, range), range, out);
  return out.low[0] ?? NaN;
}
