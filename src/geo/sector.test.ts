// Sectors of an observer: whatever point the words allow, the drawn area holds it; what they surely exclude by far, it does not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area, Disc, Position } from "../model/place.ts";
import { runs } from "../../test/kit/runs.ts";
import { areaHolds } from "./area.ts";
import { checkArea } from "./check-area.ts";
import { destination } from "./distance.ts";
import { relate } from "./relation.ts";
import { bearingsOf, sectorArea } from "./sector.ts";
import type { Bearings, Sector } from "./sector.ts";

const disc = (center: Position, radiusMeters: number): Disc => ({
  kind: "disc",
  center,
  radiusMeters,
});

function areaOf(sector: Sector): Area {
  const area = sectorArea(sector);
  if (typeof area === "string") throw new Error(area);
  return area;
}

const bearings: fc.Arbitrary<Bearings> = fc.oneof(
  fc
    .constantFrom("N", "NNE", "E", "SSW", "NNW")
    .map((point) => bearingsOf(point) ?? { from: 0, to: 0 }),
  fc
    .tuple(
      fc.double({ min: 0, max: 359, noNaN: true }),
      fc.double({ min: 0, max: 359, noNaN: true }),
    )
    .map(([from, to]) => ({ from, to })),
);

const sectors: fc.Arbitrary<Sector> = fc
  .record({
    center: fc.tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -74, max: 74, noNaN: true }),
    ),
    radius: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10_000, noNaN: true })),
    range: fc
      .tuple(
        fc.double({ min: 0, max: 50_000, noNaN: true }),
        fc.double({ min: 0, max: 40_000, noNaN: true }),
      )
      .map(([from, more]) => ({ from, to: from + more })),
    bearings: fc.array(bearings, { maxLength: 3 }),
  })
  .map(({ center, radius, range, ...rest }) => ({
    observer: disc(center, radius),
    range,
    ...rest,
  }));

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe("a sector", () => {
  test("holds every point that an observer within its radius may have meant", () => {
    fc.assert(
      fc.property(
        sectors,
        fc.array(fc.tuple(part, part, part, part), { minLength: 12, maxLength: 12 }),
        fc.nat(2),
        (sector, draws, which) => {
          const area = areaOf(sector);
          const { observer, range } = sector;
          const some = sector.bearings[which % Math.max(1, sector.bearings.length)];
          const { from, to } = some ?? { from: 0, to: 359.999 };
          for (const [turn, off, far, aside] of draws) {
            const stood = destination(observer.center, turn * 360, off * observer.radiusMeters);
            const meters = range.from + Math.round(far * 4) * 0.25 * (range.to - range.from);
            const bearing = from + Math.round(aside * 8) * 0.125 * ((to - from + 360) % 360);
            expect(areaHolds(area, destination(stood, bearing, meters))).toBe(true);
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test("is a sound area: rings closed, wound as they must be, none crossing itself", () => {
    fc.assert(
      fc.property(sectors, (sector) => {
        const faults = areaOf(sector).polygons.flatMap((polygon) =>
          checkArea({ kind: "area", polygons: [polygon] }, { what: "sector", at: null }),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test("holds nothing much further away, nor behind the observer, nor well within an annulus", () => {
    const observer = disc([38, 48], 500);
    const range = { from: 5000, to: 10_000 };
    const east = areaOf({ observer, range, bearings: [{ from: 80, to: 100 }] });
    const all = areaOf({ observer, range, bearings: [] });
    expect(areaHolds(east, destination([38, 48], 90, 7000))).toBe(true);
    expect(areaHolds(east, destination([38, 48], 90, 10_900))).toBe(false);
    expect(areaHolds(east, destination([38, 48], 90, 4000))).toBe(false);
    expect(areaHolds(east, destination([38, 48], 270, 1000))).toBe(false);
    expect(areaHolds(east, destination([38, 48], 45, 7000))).toBe(false);
    expect(areaHolds(all, destination([38, 48], 270, 7000))).toBe(true);
    expect(areaHolds(all, destination([38, 48], 270, 4000))).toBe(false);
  });

  test("lies in a zone only if all of it does", () => {
    const observer = disc([38, 48], 0);
    const zone: Area = areaOf({ observer, range: { from: 0, to: 30_000 }, bearings: [] });
    const seen = (to: number) =>
      areaOf({ observer, range: { from: 1000, to }, bearings: [{ from: 350, to: 10 }] });
    expect(relate(seen(20_000), zone)).toBe("inside");
    expect(relate(seen(40_000), zone)).toBe("possible");
    const away = disc(destination([38, 48], 0, 60_000), 0);
    const far = areaOf({ observer: away, range: { from: 0, to: 5000 }, bearings: [] });
    expect(relate(far, zone)).toBe("outside");
  });

  test.each<[string, Partial<Sector>, RegExp]>([
    ["too far", { range: { from: 0, to: 120_000 } }, /further than 100 km/],
    ["a range that ends before it begins", { range: { from: 2, to: 1 } }, /no range/],
    ["no number", { range: { from: NaN, to: 1 } }, /no range/],
    ["an observer within no number of metres", { observer: disc([38, 48], NaN) }, /no number/],
    ["an observer nowhere", { observer: disc([NaN, 48], 0) }, /no position/],
    ["near a pole", { observer: disc([0, 80], 0) }, /75 degrees/],
    ["over the antimeridian", { observer: disc([179.99, 10], 0) }, /antimeridian/],
    [
      "over it to one side",
      { observer: disc([-179.99, 10], 0), bearings: [{ from: 260, to: 280 }] },
      /antimeridian/,
    ],
  ])("that cannot be drawn says why: %s", (_name, odd, why) => {
    const plain = { observer: disc([38, 48], 0), range: { from: 0, to: 5000 }, bearings: [] };
    expect(sectorArea({ ...plain, ...odd })).toMatch(why);
  });
});

describe("a point of the compass", () => {
  test.each([
    ["N", { from: 348.75, to: 11.25 }],
    ["nne", { from: 11.25, to: 33.75 }],
    ["S", { from: 168.75, to: 191.25 }],
    ["X", null],
  ])("%s", (point, expected) => {
    expect(bearingsOf(point)).toEqual(expected);
  });

  test("the sixteen of them go all the way round, each where the one before ends", () => {
    const all = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split(" ").map(bearingsOf);
    all.forEach((one, i) => expect(one?.to).toBe(all[(i + 1) % 16]?.from));
  });
});
