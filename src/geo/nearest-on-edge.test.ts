// The bounds against the geodesic itself, at points along the edge: far north, far south, long edges and short ones.
import fc from "fast-check";
import { expect, test } from "vitest";
import geographiclib from "geographiclib-geodesic";
import type { Position } from "../model/place.ts";
import { strayMeters } from "./distance.ts";
import { pointToEdge } from "./nearest-on-edge.ts";

const { Geodesic } = geographiclib;

const geodesic = ([lon0, lat0]: Position, [lon1, lat1]: Position): number =>
  Geodesic.WGS84.Inverse(lat0, lon0, lat1, lon1).s12 ?? NaN;

const along = (a: Position, b: Position, share: number): Position => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

/** Evenly spread; random doubles would be near zero. */
const span = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((millionths) => millionths / 1e6);

/** An edge of up to some 200 km and a point about as far from it, away from the poles. */
const scene = fc
  .record({
    at: fc.tuple(span(-170, 170), span(-80, 80)),
    to: fc.tuple(span(-1.5, 1.5), span(-1.5, 1.5)),
    off: fc.tuple(span(-1.5, 1.5), span(-1.5, 1.5)),
    size: fc.constantFrom(1, 0.1, 0.01),
  })
  .map(({ at, to, off, size }) => {
    const moved = (by: readonly [number, number]): Position => [
      at[0] + by[0] * size,
      at[1] + by[1] * size,
    ];
    return { a: at, b: moved(to), point: moved(off) };
  });

test("no point of an edge is nearer than the lower bound, and the nearest is no further than the upper", () => {
  fc.assert(
    fc.property(scene, ({ a, b, point }) => {
      const { low, high } = pointToEdge(point, [a, b], Infinity);
      const shares = Array.from({ length: 401 }, (_, i) => i / 400);
      const least = Math.min(...shares.map((share) => geodesic(point, along(a, b, share))));
      expect(low).toBeLessThanOrEqual(least);
      expect(high).toBeLessThanOrEqual(least + 0.6 + 1e-4 * least);
      expect(high - low).toBeLessThan(1 + 2e-4 * least);
    }),
    { numRuns: 300 },
  );
});

test("an edge stays as near to the geodesic between its ends as it says", () => {
  fc.assert(
    fc.property(scene, span(0, 1), ({ a, b }, share) => {
      const line = Geodesic.WGS84.InverseLine(a[1], a[0], b[1], b[0]);
      const on = along(a, b, share);
      const steps = Array.from({ length: 801 }, (_, i) => line.Position((line.s13 * i) / 800));
      const least = Math.min(
        ...steps.map(({ lat2, lon2 }) => geodesic(on, [lon2 ?? NaN, lat2 ?? NaN])),
      );
      // Half a step to either side, for steps are not the geodesic.
      const step = line.s13 / 1600;
      const stray = strayMeters(a, b);
      expect(least).toBeLessThanOrEqual(Math.hypot(stray, step) + 1e-3);
    }),
    { numRuns: 100 },
  );
});

test("a part that is surely beyond what is asked for is not looked at", () => {
  expect(
    pointToEdge(
      [30, 48],
      [
        [31, 48],
        [31, 49],
      ],
      10_000,
    ).low,
  ).toBe(Infinity);
});
