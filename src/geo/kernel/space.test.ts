// The way through space tells the way along the ellipsoid: against Karney's geodesic, at all latitudes, over poles and the antimeridian.
import geographiclib from "geographiclib-geodesic";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "../../model/place.ts";
import { destination } from "../distance.ts";
import { FAR_METERS, pointOf, surfaceMeters } from "./space.ts";

const geodesic = geographiclib.Geodesic.WGS84;

test.each([
  { up: 25_000, south: -60, north: 75, within: 0.001, runs: 5000 },
  { up: 100_000, south: -90, north: 90, within: 0.02, runs: 2000 },
  { up: FAR_METERS, south: -90, north: 90, within: 0.2, runs: 2000 },
])("up to $up m from $south to $north: within $within m of the geodesic", (given) => {
  let worst = 0;
  const pairs = fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: given.south, max: given.north, noNaN: true }),
    bearing: fc.double({ min: 0, max: 360, noNaN: true }),
    meters: fc.double({ min: 0, max: given.up, noNaN: true }),
  });
  fc.assert(
    fc.property(pairs, ({ lon, lat, bearing, meters }) => {
      const to = destination([lon, lat], bearing, meters);
      const { s12 = NaN } = geodesic.Inverse(lat, lon, to[1], to[0]);
      worst = Math.max(worst, Math.abs(straight([lon, lat], to) - s12));
      expect(Math.abs(straight([lon, lat], to) - s12)).toBeLessThan(given.within);
    }),
    { numRuns: given.runs },
  );
  expect(worst).toBeGreaterThan(0);
});

function straight(a: Position, b: Position): number {
  const [x1, y1, z1] = pointOf(a);
  const [x2, y2, z2] = pointOf(b);
  return surfaceMeters(Math.hypot(x2 - x1, y2 - y1, z2 - z1));
}
