// Positions on WGS 84 as points of space. The straight way between two of them is quick to measure, needs no case for poles or the
// antimeridian, and tells the way along the ellipsoid to millimetres up to 100 km (space.test.ts).
import type { Position } from "../../model/place.ts";

/** Semi-major axis in metres and first eccentricity squared of WGS 84. */
const AXIS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_141_317;
/** Metres: the smallest radius of curvature, along the meridian at the equator. */
export const LEAST_RADIUS = AXIS * (1 - ECCENTRICITY_SQUARED);
const MEAN_RADIUS = 6_371_000;
/** Of s = c (1 + c^2 / 24 R^2): how much longer the way along the surface is than the straight one. */
const BEND = 1 / (24 * MEAN_RADIUS * MEAN_RADIUS);
const DEGREE = Math.PI / 180;

/** Metres along the surface up to which `surfaceMeters` holds to 0.2 m; to 0.02 m up to 100 km. */
export const FAR_METERS = 250_000;

/** A point of space in metres from the middle of the earth. */
export type Point = readonly [x: number, y: number, z: number];

export function pointOf([lon, lat]: Position): Point {
  const into = new Float64Array(3);
  writePoint(into, 0, lon, lat);
  const [x = 0, y = 0, z = 0] = into;
  return [x, y, z];
}

/** Writes the point of a position, in degrees, to `into[at]`, `into[at + 1]`, `into[at + 2]`. */
export function writePoint(into: Float64Array, at: number, lon: number, lat: number): void {
  const sin = Math.sin(lat * DEGREE);
  const across = AXIS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
  const fromAxis = across * Math.cos(lat * DEGREE);
  into[at] = fromAxis * Math.cos(lon * DEGREE);
  into[at + 1] = fromAxis * Math.sin(lon * DEGREE);
  into[at + 2] = across * (1 - ECCENTRICITY_SQUARED) * sin;
}

/** Metres along the surface for a straight way of `chord` metres; see FAR_METERS. */
export function surfaceMeters(chord: number): number {
  return chord * (1 + chord * chord * BEND);
}
