// Discs that stand for a shape: the nearest disc bounds the distance to every shape that the discs may stand for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area, Disc, Position } from "../model/place.ts";
import { runs } from "../../test/kit/runs.ts";
import { areaHolds } from "./area.ts";
import { coverArea, coverLine } from "./cover.ts";
import { destination, distanceMeters } from "./distance.ts";
import { metersBetween } from "./line.ts";

const SQUARE: Area = {
  kind: "area",
  polygons: [
    [
      [
        [30, 50],
        [30.02, 50],
        [30.02, 50.01],
        [30, 50.01],
        [30, 50],
      ],
      [
        [30.008, 50.004],
        [30.008, 50.006],
        [30.012, 50.006],
        [30.012, 50.004],
        [30.008, 50.004],
      ],
    ],
  ],
};

function bounds(discs: readonly Disc[], point: Position) {
  const each = discs.map((disc) =>
    metersBetween({ kind: "disc", center: point, radiusMeters: 0 }, disc),
  );
  return {
    low: Math.min(...each.map(({ low }) => low)),
    high: Math.min(...each.map(({ high }) => high)),
  };
}

/** Points of the square, so close together that the nearest is at most 8 m further than the square. */
const SAMPLES = Array.from({ length: 201 * 201 }, (_, i): Position => [
  30 + (i % 201) * 0.0001,
  50 + Math.floor(i / 201) * 0.00005,
]).filter((position) => areaHolds(SQUARE, position));

const position = fc.tuple(
  fc.double({ min: 29.97, max: 30.05, noNaN: true }),
  fc.double({ min: 49.98, max: 50.03, noNaN: true }),
);

describe("an area covered", () => {
  test("is as far as its discs say, from wherever it is asked", () => {
    const discs = coverArea(SQUARE);
    fc.assert(
      fc.property(position, (point) => {
        const least = areaHolds(SQUARE, point)
          ? 0
          : Math.min(...SAMPLES.map((sample) => distanceMeters(point, sample)));
        const { low, high } = bounds(discs, point);
        expect(low).toBeLessThanOrEqual(least);
        expect(high).toBeGreaterThanOrEqual(least - 8);
        expect(high - low).toBeLessThan(160);
      }),
      { numRuns: runs(100) },
    );
  });

  test("leaves a hole open that is wider than its cells", () => {
    const center: Position = [30.01, 50.005];
    expect(bounds(coverArea(SQUARE), center).low).toBeGreaterThan(0);
  });
});

describe("an area of very many corners, or one of very many", () => {
  test("is held by few discs, which hold it all the same", () => {
    const around = Array.from({ length: 200_000 }, (_, i): Position => {
      const angle = (2 * Math.PI * i) / 200_000;
      return [30 + 0.02 * Math.cos(angle), 50 + 0.01 * Math.sin(angle)];
    });
    const [first = [0, 0]] = around;
    const discs = coverArea({ kind: "area", polygons: [[[...around, first]]] });
    expect(discs.length).toBeLessThanOrEqual(10);
    expect(around.filter((_, i) => i % 5000 === 0).every((at) => bounds(discs, at).low === 0)).toBe(
      true,
    );
    expect(coverArea(SQUARE, 1)).toHaveLength(1);
    expect(bounds(coverArea(SQUARE, 1), [30.001, 50.001]).low).toBe(0);
  });
});

describe("a line that may run elsewhere", () => {
  const path: readonly Position[] = [
    [30, 50],
    [30.2, 50.1],
  ];

  test("is as far as its discs say, wherever within its distance it truly runs", () => {
    const discs = coverLine(path, 2000);
    fc.assert(
      fc.property(
        position,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0, max: 1990, noNaN: true }),
        (point, bearing, off) => {
          const shifted = Array.from({ length: 401 }, (_, i): Position => {
            const part = i / 400;
            return destination([30 + 0.2 * part, 50 + 0.1 * part], bearing, off);
          });
          const least = Math.min(...shifted.map((one) => distanceMeters(point, one)));
          const { low, high } = bounds(discs, point);
          expect(low).toBeLessThanOrEqual(least);
          expect(high).toBeGreaterThanOrEqual(least - 30);
        },
      ),
      { numRuns: runs(50) },
    );
  });

  test("may run through every point that lies as far from it as it may be off", () => {
    const discs = coverLine(path, 2000);
    const beside = Array.from({ length: 101 }, (_, i): Position => {
      const part = i / 100;
      return destination([30 + 0.2 * part, 50 + 0.1 * part], 142, 1995);
    });
    expect(beside.map((point) => bounds(discs, point).low)).toEqual(beside.map(() => 0));
  });
});
