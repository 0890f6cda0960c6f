// Distances and their bounds against the geodesic, anywhere on the Earth.
import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import type { Position } from "../model/place.ts";
import {
  DISTANCE_ERROR,
  destination,
  distanceMeters,
  greatestEdgeMeters,
  leastMeters,
  reachDegrees,
} from "./distance.ts";

/** Evenly, where fc.double prefers the ends and the neighbourhood of zero. */
function between(low: number, high: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1e9 }).map((n) => low + ((high - low) * n) / 1e9);
}

const anyPosition = fc.tuple(between(-180, 180), between(-90, 90));
const anyBearing = between(0, 360);

function geodesicMeters(a: Position, b: Position): number {
  return geographiclib.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? Number.NaN;
}

describe("distances", () => {
  test("Kyiv to Moscow is 757 km, Sumy to Sudzha 46 km", () => {
    expect(distanceMeters([30.5234, 50.4501], [37.6173, 55.7558]) / 1000).toBeCloseTo(756.7, 0);
    expect(distanceMeters([34.7981, 50.9077], [35.2722, 51.1977]) / 1000).toBeCloseTo(46.3, 0);
  });

  test("a degree of the equator is 111,319.49 m", () => {
    expect(distanceMeters([0, 0], [1, 0])).toBeCloseTo(111_319.4908, 3);
  });

  test("across the antimeridian the short way counts", () => {
    expect(distanceMeters([179.95, 10], [-179.95, 10])).toBeCloseTo(10_964.1, 0);
  });

  test("from anywhere to anywhere up to 400 km away, the distance is the geodesic's within the stated error", () => {
    const meters = fc.oneof(between(0, 30_000), between(0, 400_000));
    fc.assert(
      fc.property(anyPosition, anyBearing, meters, (from, bearing, distance) => {
        const to = destination(from, bearing, distance);
        expect(Math.abs(distanceMeters(from, to) - distance)).toBeLessThan(DISTANCE_ERROR);
      }),
      { numRuns: 5000 },
    );
  });

  test("the cheap bounds hold for any two positions", () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (a, b) => {
        const exact = geodesicMeters(a, b);
        expect(leastMeters(a, b)).toBeLessThanOrEqual(exact + 1e-3);
        expect(leastMeters(a, b)).toBeGreaterThan(exact * 0.989 - 1e-3);
      }),
      { numRuns: 5000 },
    );
  });

  test("an edge is no longer than its bound", () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (a, b) => {
        fc.pre(Math.abs(a[0] - b[0]) < 180);
        const along = (t: number): Position => {
          const lat = a[1] + t * (b[1] - a[1]);
          return [a[0] + t * (b[0] - a[0]), Math.min(90, Math.max(-90, lat))]; // rounding may pass the pole
        };
        const pieces = Array.from({ length: 64 }, (_, i) =>
          geodesicMeters(along(i / 64), along((i + 1) / 64)),
        );
        const length = pieces.reduce((sum, piece) => sum + piece, 0);
        expect(greatestEdgeMeters(a, b)).toBeGreaterThanOrEqual(length - 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  test("what lies within so many metres lies within the reach in degrees", () => {
    const meters = between(0, 3_000_000);
    fc.assert(
      fc.property(anyPosition, anyBearing, meters, (from, bearing, distance) => {
        const to = destination(from, bearing, distance);
        const reach = reachDegrees(distance, Math.abs(from[1]));
        const lon = Math.abs(((to[0] - from[0] + 540) % 360) - 180);
        expect(Math.abs(to[1] - from[1])).toBeLessThanOrEqual(reach.lat + 1e-9);
        expect(lon).toBeLessThanOrEqual(reach.lon + 1e-9);
      }),
      { numRuns: 3000 },
    );
  });
});
