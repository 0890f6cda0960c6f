// Hulls of points and their widening: corners only, sound, and never too small.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Area, Position, Ring } from "../model/place.ts";
import { areaHolds } from "./area.ts";
import { checkArea } from "./check-area.ts";
import { destination } from "./distance.ts";
import { convexHull, widenedHull } from "./hull.ts";
import { relate } from "./relation.ts";

const anyPoints = fc.array(
  fc.tuple(
    fc.integer({ min: 3000, max: 3600 }).map((lon) => lon / 100),
    fc.integer({ min: 4400, max: 6000 }).map((lat) => lat / 100),
  ),
  { minLength: 3, maxLength: 30 },
);

function area(ring: Ring): Area {
  return { kind: "area", polygons: [[ring]] };
}

test("the hull of a square with points in it and on its edges is its four corners", () => {
  const points: Position[] = [
    [0, 0],
    [1, 1],
    [2, 0],
    [2, 2],
    [0, 2],
    [1, 0],
    [2, 1],
    [0, 0],
  ];
  expect(convexHull(points)).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ]);
});

test("points on one line, two points and none enclose nothing", () => {
  expect(
    convexHull([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  ).toEqual([]);
  expect(
    convexHull([
      [0, 0],
      [1, 1],
    ]),
  ).toEqual([]);
  expect(convexHull([])).toEqual([]);
});

test("a widened hull is a sound outline that holds all within its metres of every point", () => {
  const anyBearing = fc.double({ min: 0, max: 360, noNaN: true });
  fc.assert(
    fc.property(
      anyPoints,
      fc.double({ min: 100, max: 50_000, noNaN: true }),
      anyBearing,
      (points, meters, bearing) => {
        const wide = area(widenedHull(points, meters));
        expect(checkArea(wide, { what: "hull", at: null })).toEqual([]);
        for (const point of points) {
          expect(areaHolds(wide, destination(point, bearing, meters))).toBe(true);
        }
      },
    ),
  );
});

test("widening one point gives a disc of no more than 1 % over its radius", () => {
  const around = area(widenedHull([[33, 47]], 25_000));
  expect(relate({ kind: "disc", center: [33, 47], radiusMeters: 24_990 }, around)).toBe("inside");
  expect(areaHolds(around, destination([33, 47], 0, 25_260))).toBe(false);
});
