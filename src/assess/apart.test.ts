// Zones that share a border, and places across it: every combination that a point of the place gives is possible, and on either
// side of a common border nothing else is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { relate } from "../geo/relation.ts";
import { areaHolds } from "../geo/area.ts";
import { oddlyCovered, sharingOf } from "../geo/shared-border.ts";
import type { Area, Disc, Extent, Position } from "../model/place.ts";
import { apartBySharing, goTogether } from "./apart.ts";
import type { Spot } from "./spot.ts";

function box(west: number, south: number, east: number, north: number): Area {
  return area([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

function area(corners: readonly Position[]): Area {
  const [first] = corners;
  return { kind: "area", polygons: [[first === undefined ? [] : [...corners, first]]] };
}

function spots(areas: readonly Area[]): readonly Spot[] {
  return areas.map((one, index) => ({
    key: `zone-${index}`,
    role: "target",
    shape: { kind: "area", area: one, holds: null },
  }));
}

/** The combinations that stay possible for zones that are all undecided, as strings of 0 and 1. */
function possible(areas: readonly Area[], target: Extent): readonly string[] {
  const apart = apartBySharing(spots(areas), (role, area) =>
    relate(role === "target" ? target : { kind: "unknown" }, area),
  );
  return Array.from({ length: 2 ** areas.length }, (_, bits) =>
    areas.map((_area, index) => (bits >> index) % 2 === 1),
  )
    .filter((inside) =>
      goTogether(apart, Object.fromEntries(inside.map((one, index) => [`zone-${index}`, one]))),
    )
    .map((inside) => inside.map(Number).join(""))
    .sort();
}

const WEST = box(20, 10, 20.5, 11);
const EAST = box(20.5, 10, 21, 11);
const across: Disc = { kind: "disc", center: [20.5, 10.5], radiusMeters: 5000 };

describe("two zones with a common border", () => {
  test("a disc across it lies in one of them", () =>
    expect(possible([WEST, EAST], across)).toEqual(["01", "10"]));
  test("an area across it lies in one of them", () =>
    expect(possible([WEST, EAST], box(20.4, 10.4, 20.6, 10.6))).toEqual(["01", "10"]));
  test("a disc that also reaches beyond both may lie in neither, and never in both", () =>
    expect(possible([WEST, EAST], { ...across, center: [20.5, 11] })).toEqual(["00", "01", "10"]));
  test("a place that nobody knows is never in both", () =>
    expect(possible([WEST, EAST], { kind: "unknown" })).toEqual(["00", "01", "10"]));
  test("a corner of one on the border of the other changes nothing", () => {
    const corners: readonly Position[] = [
      [20.5, 10],
      [21, 10],
      [21, 11],
      [20.5, 11],
      [20.5, 10.5],
    ];
    expect(possible([WEST, area(corners)], across)).toEqual(["01", "10"]);
  });
  test("a gap between them, however narrow, may hold the place", () =>
    expect(possible([WEST, box(20.500000001, 10, 21, 11)], across)).toEqual([
      "00",
      "01",
      "10",
      "11",
    ]));
  test("a drawing that is only near the truth excludes nothing", () =>
    expect(possible([WEST, { ...EAST, toleranceMeters: 1 }], across)).toHaveLength(4));
});

test("a zone that lies in another along its border is left together with it", () => {
  const inner = box(20, 10, 20.5, 10.8);
  expect(sharingOf(inner, WEST)).toBe("within");
  expect(sharingOf(WEST, inner)).toBe("around");
  const both: Disc = { kind: "disc", center: [20.5, 10.4], radiusMeters: 5000 };
  expect(possible([inner, WEST], both)).toEqual(["00", "11"]);
});

test("zones that overlap beside the border they share keep all their combinations", () => {
  const overlapping = area([
    [20.5, 10],
    [21, 10],
    [21, 11],
    [20.2, 10.8],
    [20.5, 10.6],
  ]);
  expect(sharingOf(WEST, overlapping)).toBe("crossing");
  expect(possible([WEST, overlapping], { kind: "unknown" })).toHaveLength(4);
});

test("around a corner of four zones the place lies in one of them or, for all that is known, in three", () => {
  const four = [
    box(20, 10, 20.5, 10.5),
    box(20.5, 10, 21, 10.5),
    box(20, 10.5, 20.5, 11),
    box(20.5, 10.5, 21, 11),
  ];
  const found = possible(four, across);
  expect(found).toEqual(expect.arrayContaining(["0001", "0010", "0100", "1000"]));
  expect(found).not.toContain("0000");
  expect(found.filter((one) => one.startsWith("11") || one.endsWith("11"))).toEqual([]);
});

// A sheet of 3 x 3 cells with corners moved about; a zone is a run of cells in a row, so that zones share borders, corners, or nothing.
const sheet = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 32, maxLength: 32 });
const run = fc.record({ row: fc.nat(2), from: fc.nat(2), length: fc.integer({ min: 1, max: 3 }) });
const place = fc.record({
  lon: fc.double({ min: 20, max: 21.2, noNaN: true }),
  lat: fc.double({ min: 10, max: 11.2, noNaN: true }),
  radiusMeters: fc.integer({ min: 0, max: 60_000 }),
  square: fc.boolean(),
});

test("no combination that a point of the place gives is excluded", () => {
  let excluded = 0;
  fc.assert(
    fc.property(sheet, fc.array(run, { minLength: 2, maxLength: 4 }), place, (moves, zones, at) => {
      const areas = zones.map(({ row, from, length }) =>
        zoneOf(moves, row, from, Math.min(3, from + length)),
      );
      const extent = extentOf(at);
      const left = new Set(possible(areas, extent));
      excluded += 2 ** areas.length - left.size;
      for (const point of pointsOf(at))
        expect(left).toContain(areas.map((one) => Number(areaHolds(one, point))).join(""));
    }),
    { numRuns: runs(800) },
  );
  expect(excluded).toBeGreaterThan(100);
});

test("the sum of zones holds the points that an odd number of them hold", () => {
  fc.assert(
    fc.property(sheet, fc.array(run, { minLength: 2, maxLength: 4 }), place, (moves, zones, at) => {
      const areas = zones.map(({ row, from, length }) =>
        zoneOf(moves, row, from, Math.min(3, from + length)),
      );
      const odd = oddlyCovered(areas);
      if (odd === null) return;
      const point: Position = [at.lon, at.lat];
      const nearBorder = areas.some(
        (one) => relate({ kind: "disc", center: point, radiusMeters: 1 }, one) === "possible",
      );
      const count = areas.filter((one) => areaHolds(one, point)).length;
      if (!nearBorder) expect(areaHolds(odd, point)).toBe(count % 2 === 1);
    }),
    { numRuns: runs(800) },
  );
});

function zoneOf(moves: readonly number[], row: number, from: number, until: number): Area {
  const corner = (column: number, line: number): Position => {
    const index = 2 * (line * 4 + column);
    return [
      20 + column * 0.4 + (moves[index] ?? 0) * 0.04,
      10 + line * 0.4 + (moves[index + 1] ?? 0) * 0.04,
    ];
  };
  const columns = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  return area([
    ...columns.map((column) => corner(column, row)),
    ...[...columns].reverse().map((column) => corner(column, row + 1)),
  ]);
}

interface Place {
  readonly lon: number;
  readonly lat: number;
  readonly radiusMeters: number;
  readonly square: boolean;
}

// Degrees that surely stay within the radius at these latitudes.
function reachOf({ radiusMeters }: Place): number {
  return radiusMeters / 115_000;
}

function extentOf(at: Place): Extent {
  const reach = Math.max(reachOf(at), 0.001);
  if (at.square) return box(at.lon - reach, at.lat - reach, at.lon + reach, at.lat + reach);
  return { kind: "disc", center: [at.lon, at.lat], radiusMeters: at.radiusMeters };
}

function pointsOf(at: Place): readonly Position[] {
  const reach = reachOf(at);
  const steps = [-0.99, -0.6, -0.2, 0, 0.3, 0.7, 0.99];
  const grid = steps.flatMap((x) => steps.map((y) => [x, y] as const));
  return grid
    .filter(([x, y]) => at.square || x * x + y * y < 1)
    .map(([x, y]): Position => [at.lon + x * reach, at.lat + y * reach]);
}
