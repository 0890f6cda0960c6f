// A grid of equal steps in degrees over some positions, and how far its cells surely lie apart. Longitudes are counted from its
// western edge, so that a grid may lie across the antimeridian.
import { LEAST_RADIUS } from "./space.ts";

export interface Grid {
  readonly west: number;
  readonly south: number;
  /** Degrees. */
  readonly stepLon: number;
  readonly stepLat: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Extremes {
  readonly west: number;
  readonly south: number;
  /** May be above 180: it is counted on from `west`. */
  readonly east: number;
  readonly north: number;
}

const DEGREE = Math.PI / 180;
const LEAST_CELL = 200;
const MOST_CELLS = 4_000_000;
/** Of a way along the surface up to 250 km the straight one is at least this part. */
const STRAIGHT = 0.9998;

/** About `cells` cells, about as high as wide in the middle. */
export function gridOver({ west, south, east, north }: Extremes, cells: number): Grid {
  const metersPerDegree = LEAST_RADIUS * DEGREE;
  const squeeze = Math.max(0.05, Math.cos(((south + north) / 2) * DEGREE));
  const height = Math.max(1, (north - south) * metersPerDegree);
  const width = Math.max(1, (east - west) * metersPerDegree * squeeze);
  const wanted = Math.min(Math.max(1, cells), MOST_CELLS);
  const side = Math.max(
    LEAST_CELL,
    Math.sqrt((height * width) / wanted),
    height / 4000,
    width / 4000,
  );
  const stepLat = side / metersPerDegree;
  const stepLon = stepLat / squeeze;
  return {
    west,
    south,
    stepLon,
    stepLat,
    columns: Math.floor((east - west) / stepLon) + 1,
    rows: Math.floor((north - south) / stepLat) + 1,
  };
}

/** `lon` turned to within half a turn of the middle of the grid, so that it may lie below -180 or above 180. */
export function unrolled({ west, stepLon, columns }: Grid, lon: number): number {
  const middle = west + (stepLon * columns) / 2;
  return lon - 360 * Math.round((lon - middle) / 360);
}

/**
 * Metres, straight through space, that surely lie between a position and everything at least `north` degrees of latitude and
 * `east` degrees of longitude away from it (either, not both). `fromAxis`: its distance from the axis of the earth in metres.
 */
export function leastBetween(fromAxis: number, north: number, east: number): number {
  const along = LEAST_RADIUS * north * DEGREE * STRAIGHT;
  const across = fromAxis * Math.sin(Math.min(90, Math.max(0, east)) * DEGREE);
  return Math.min(along, across);
}
