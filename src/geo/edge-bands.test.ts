// An edge meets an outline by its bands exactly when it meets one of all the edges.
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import type { Area, Position } from "../model/place.ts";
import { edgeBands, meetsBand } from "./edge-bands.ts";
import { edgesMeet, edgesOf } from "./segment.ts";

/** Corners on a coarse net: many edges touch, lie level, stand upright or end on each other. */
const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
const ring = fc
  .array(corner, { minLength: 3, maxLength: 40 })
  .map((corners): readonly Position[] => [...corners, corners[0] ?? [0, 0]]);

test("an edge meets an outline by bands as it does edge by edge", () => {
  let met = 0;
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), corner, corner, (rings, a, b) => {
      const area: Area = { kind: "area", polygons: rings.map((one) => [one]) };
      const edge = [a, b] as const;
      const plain = rings.flatMap(edgesOf).some((other) => edgesMeet(edge, other));
      if (plain) met++;
      expect(meetsBand(edge, edgeBands(area))).toBe(plain);
    }),
    { numRuns: runs(2000) },
  );
  expect(met).toBeGreaterThan(0);
});

test("edges that all cross the whole outline stand in few bands", () => {
  const zigzag: readonly Position[] = Array.from({ length: 5001 }, (_, i) => [i / 5000, i % 2]);
  const { bands } = edgeBands({ kind: "area", polygons: [[zigzag]] });
  expect(bands.reduce((sum, band) => sum + band.length, 0)).toBeLessThan(3 * 5000);
});
