// Metres between positions on WGS 84: radii of curvature at mid-latitude where that is exact enough, else the geodesic (Karney).
import geographiclib from "geographiclib-geodesic";
import type { Position } from "../model/place.ts";

/** Semi-major axis in metres and first eccentricity squared of WGS 84. */
const AXIS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_141_317;
/** Metres: the smallest radius of curvature, along the meridian at the equator. */
const LEAST_RADIUS = AXIS * (1 - ECCENTRICITY_SQUARED);
/** Metres: the largest one, at the poles. */
const GREATEST_RADIUS = AXIS / Math.sqrt(1 - ECCENTRICITY_SQUARED);

/** The quick formula holds to `DISTANCE_ERROR` up to here and between these latitudes (property in distance.test.ts). */
const QUICK_METERS = 25_000;
const QUICK_LATITUDE = 60;

/** Metres that `distanceMeters` may be off. */
export const DISTANCE_ERROR = 0.06;

/** Metres between two positions, within `DISTANCE_ERROR`. */
export function distanceMeters(a: Position, b: Position): number {
  const quick = quickMeters(a, b);
  if (quick <= QUICK_METERS && Math.max(Math.abs(a[1]), Math.abs(b[1])) <= QUICK_LATITUDE) {
    return quick;
  }
  const { Geodesic } = geographiclib;
  const line = Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE);
  if (line.s12 === undefined) throw new TypeError("the geodesic library gave no distance");
  return line.s12;
}

/** The position `meters` from `from` along a geodesic; `bearing` in degrees clockwise from north. */
export function destination(from: Position, bearing: number, meters: number): Position {
  const { Geodesic } = geographiclib;
  const mask = Geodesic.LATITUDE | Geodesic.LONGITUDE;
  const line = Geodesic.WGS84.Direct(from[1], from[0], bearing, meters, mask);
  if (line.lat2 === undefined || line.lon2 === undefined) {
    throw new TypeError("the geodesic library gave no position");
  }
  return [line.lon2, line.lat2];
}

/** A lower bound of the distance in metres, less than 1.1 % below it; cheap. */
export function leastMeters(a: Position, b: Position): number {
  return LEAST_RADIUS * centralAngle(a, b);
}

/**
 * An upper bound, in metres, of the length of the edge from `a` to `b`, which is straight in degrees (RFC 7946).
 * Not for edges that cross the antimeridian.
 */
export function greatestEdgeMeters(a: Position, b: Position): number {
  const sameSide = a[1] * b[1] > 0;
  const widest = sameSide ? Math.cos(radians(Math.min(Math.abs(a[1]), Math.abs(b[1])))) : 1;
  return GREATEST_RADIUS * Math.hypot(radians(b[1] - a[1]), radians(b[0] - a[0]) * widest);
}

/**
 * An upper bound, in metres, of how far an edge that is straight in degrees strays from the geodesic between its ends; Infinity
 * for a long one near a pole. On a sphere of radius R such an edge bends by at most 1.09 tan(latitude) / R, and a curve of length
 * L and bend k stays within kL^2/8 of its chord; both are rounded up well past what the ellipsoid adds.
 */
export function strayMeters(a: Position, b: Position): number {
  const length = greatestEdgeMeters(a, b);
  const latitude = Math.max(Math.abs(a[1]), Math.abs(b[1]));
  const bend = (1.2 * Math.tan(radians(Math.min(latitude, 90)))) / LEAST_RADIUS;
  return bend * length < 0.5 ? (bend * length ** 2) / 4 : Infinity;
}

/**
 * Degrees of latitude and of longitude that `meters` reach at the most from a place at that latitude (absolute value);
 * 360 of longitude where they reach round a pole.
 */
export function reachDegrees(meters: number, latitude: number): { lat: number; lon: number } {
  const angle = meters / LEAST_RADIUS;
  const ratio = Math.sin(angle) / Math.cos(radians(latitude));
  const roundsPole = radians(latitude) + angle >= Math.PI / 2;
  const lon = roundsPole || !(ratio < 1) ? 360 : degrees(Math.asin(ratio));
  return { lat: degrees(angle), lon };
}

/** Across the antimeridian this is far too much, which sends the pair to the geodesic. */
function quickMeters(a: Position, b: Position): number {
  const middle = radians((a[1] + b[1]) / 2);
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(middle) ** 2;
  const across = AXIS / Math.sqrt(w);
  const along = (across * (1 - ECCENTRICITY_SQUARED)) / w;
  const east = across * Math.cos(middle) * radians(b[0] - a[0]);
  return Math.hypot(along * radians(b[1] - a[1]), east);
}

/**
 * Angle on the sphere with the same latitudes. The ellipsoid's metric lies between those of the spheres of least and
 * greatest radius of curvature, so this angle times those radii brackets the geodesic.
 */
function centralAngle(a: Position, b: Position): number {
  const [lat1, lat2] = [radians(a[1]), radians(b[1])];
  const north = Math.sin((lat2 - lat1) / 2) ** 2;
  const east = Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(north + Math.cos(lat1) * Math.cos(lat2) * east)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
