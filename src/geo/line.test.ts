// Distances to lines and sides of them, against the geodesic and against points sampled along the line.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Disc, Position } from "../model/place.ts";
import { destination, distanceMeters } from "./distance.ts";
import { metersBetween, metersToLine, relateToStrip, sideOf } from "./line.ts";
import type { Path, Strip } from "./line.ts";

const disc = (center: Position, radiusMeters = 0): Disc => ({ kind: "disc", center, radiusMeters });

/** Runs north along 38 E, so west is its left. */
const northward: Path = [
  [38, 47],
  [38, 49],
];

describe("metres to a line", () => {
  test("a point 15 km east of a meridian is 15 km from it", () => {
    const { low, high } = metersToLine(disc(destination([38, 48], 90, 15_000)), [northward]);
    expect(low).toBeGreaterThan(14_995);
    expect(high).toBeLessThan(15_005);
    expect(low).toBeLessThanOrEqual(15_000);
    expect(high).toBeGreaterThanOrEqual(15_000 - 1);
  });

  test("the radius of a place widens both bounds", () => {
    const { low, high } = metersToLine(disc(destination([38, 48], 90, 15_000), 2000), [northward]);
    expect(low).toBeLessThanOrEqual(13_000);
    expect(high).toBeGreaterThanOrEqual(17_000 - 1);
  });

  test("a place that nobody knows may be any distance away", () => {
    expect(metersToLine({ kind: "unknown" }, [northward])).toEqual({ low: 0, high: Infinity });
  });

  test("the bounds hold for points sampled along random lines", () => {
    const position = fc.tuple(
      fc.double({ min: 30, max: 36, noNaN: true }),
      fc.double({ min: 44, max: 50, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 5 }), position, (path, point) => {
        const { low, high } = metersToLine(disc(point), [path]);
        const sampled = path.slice(1).flatMap(([lon, lat], i) => {
          const [lon0, lat0] = path[i] ?? [lon, lat];
          return Array.from({ length: 101 }, (_, k): Position => {
            const t = k / 100;
            return [lon0 + t * (lon - lon0), lat0 + t * (lat - lat0)];
          });
        });
        const least = Math.min(...sampled.map((one) => distanceMeters(point, one)));
        expect(low).toBeLessThanOrEqual(least + 0.1);
        expect(high - low).toBeLessThan(1 + 2e-4 * least);
        expect(high).toBeLessThanOrEqual(least + 0.5 + 1e-4 * least);
      }),
      { numRuns: 150 },
    );
  });
});

test("two places apart are no nearer than their edges and no further than their far sides", () => {
  const { low, high } = metersBetween(
    disc([31, 46], 500),
    disc(destination([31, 46], 45, 10_000), 1500),
  );
  expect(low).toBeCloseTo(8000, 0);
  expect(high).toBeCloseTo(12_000, 0);
});

describe("the side of a line", () => {
  test("west of a line that runs north is its left", () => {
    expect(sideOf(disc([37.9, 48], 100), [northward])).toBe("left");
    expect(sideOf(disc([38.1, 48], 100), [northward])).toBe("right");
  });

  test("cannot be said of a place that may touch it, or that lies beyond its end", () => {
    expect(sideOf(disc([38.001, 48], 500), [northward])).toBeNull();
    expect(sideOf(disc([37.9, 49.5], 100), [northward])).toBeNull();
  });

  test("is the same on both limbs of a bend", () => {
    const bend: Path = [
      [38, 47],
      [38, 48],
      [39, 48],
    ];
    expect(sideOf(disc([38.3, 47.5], 100), [bend])).toBe("right");
    expect(sideOf(disc([37.8, 48.1], 100), [bend])).toBe("left");
  });
});

describe("a strip along a line", () => {
  const strip = (more: Partial<Strip>): Strip => ({
    paths: [northward],
    from: 0,
    to: 15_000,
    side: null,
    ...more,
  });
  const east = (meters: number, radius = 100): Disc =>
    disc(destination([38, 48], 90, meters), radius);

  test("a buffer holds what surely lies within it, and cannot say at its border", () => {
    expect(relateToStrip(east(10_000), strip({}))).toBe("inside");
    expect(relateToStrip(east(20_000), strip({}))).toBe("outside");
    expect(relateToStrip(east(15_000), strip({}))).toBe("possible");
  });

  test("a band leaves out what is nearer than it begins", () => {
    const band = strip({ from: 15_000, to: 50_000 });
    expect(relateToStrip(east(10_000), band)).toBe("outside");
    expect(relateToStrip(east(30_000), band)).toBe("inside");
  });

  test("a one-sided buffer leaves out the other side", () => {
    expect(relateToStrip(east(10_000), strip({ side: "left" }))).toBe("outside");
    expect(relateToStrip(east(10_000), strip({ side: "right" }))).toBe("inside");
    expect(relateToStrip(east(50), strip({ side: "right" }))).toBe("possible");
  });
});
