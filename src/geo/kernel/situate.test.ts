// Zones over columns: what the kernel settles is what the plain relation says, for holes, several parts, tolerances, the antimeridian.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discsOf } from "../../../test/kit/arbitrary-shapes.ts";
import { runs } from "../../../test/kit/runs.ts";
import type { Area, Position, Ring } from "../../model/place.ts";
import { areaHolds } from "../area.ts";
import { relate } from "../relation.ts";
import { indexShapes } from "./build-index.ts";
import { ordinaryMemory } from "./columns.ts";
import { insideIndex, isInside } from "./inside.ts";
import { outlineOf, shapesOfLayers } from "./shapes.ts";
import {
  INSIDE,
  OUTSIDE,
  POSSIBLE,
  UNSETTLED,
  outlineReach,
  situateRows,
  situatedColumns,
} from "./situate.ts";
import { sortByCell } from "./sort-rows.ts";

const NAMES = { outside: OUTSIDE, inside: INSIDE, possible: POSSIBLE };
const part = fc.double({ min: -1, max: 1, noNaN: true });

/** One or two stars with corners at random distances, some with a hole, anywhere. */
const area: fc.Arbitrary<Area> = fc
  .record({
    lon: fc.constantFrom(30, -120, 178.5),
    lat: fc.constantFrom(48, -10, 62),
    corners: fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), {
      minLength: 3,
      maxLength: 40,
    }),
    hole: fc.boolean(),
    parts: fc.integer({ min: 1, max: 2 }),
    toleranceMeters: fc.constantFrom(0, 0, 3000),
  })
  .map(({ lon, lat, corners, hole, parts, toleranceMeters }) => ({
    kind: "area",
    toleranceMeters,
    polygons: Array.from({ length: parts }, (_, i) => {
      const star = (size: number) => starAround([lon - 3 * i, lat], corners, size);
      return hole ? [star(1), star(0.3).toReversed()] : [star(1)];
    }),
  }));

const disc = fc.record({
  x: part,
  y: part,
  radius: fc.constantFrom(0, 10, 900, 25_000),
});

describe("a batch of discs", () => {
  test("lies to each zone as one disc by itself does", () => {
    let [settled, unsettled] = [0, 0];
    fc.assert(
      fc.property(area, fc.array(disc, { minLength: 1, maxLength: 20 }), (zone, places) => {
        const [west, south] = zone.polygons[0]?.[0]?.[0] ?? [0, 0];
        const all = places.map(({ x, y, radius }) => ({
          lon: Math.min(180, west + 2 * x - 1),
          lat: south + y,
          radius,
        }));
        relationsTo(zone, all).forEach((found, i) => {
          const { lon, lat, radius } = all[i] ?? { lon: 0, lat: 0, radius: 0 };
          const exact = relate({ kind: "disc", center: [lon, lat], radiusMeters: radius }, zone);
          if (found === UNSETTLED) unsettled++;
          else {
            settled++;
            expect(found).toBe(NAMES[exact]);
          }
        });
      }),
      { numRuns: runs(1000) },
    );
    expect(unsettled).toBeLessThan(settled / 100);
  });

  test("with its centre on a corner is left to the exact relation", () => {
    const zone: Area = { kind: "area", polygons: [[starAround([30, 48], [1, 1, 1, 1], 1)]] };
    const [lon, lat] = zone.polygons[0]?.[0]?.[0] ?? [0, 0];
    expect(relationsTo(zone, [{ lon, lat, radius: 0 }])).toEqual([UNSETTLED]);
  });
});

test("an area holds a position as it does one by one, on its corners too", () => {
  fc.assert(
    fc.property(area, fc.array(fc.tuple(part, part), { maxLength: 30 }), (zone, places) => {
      const index = insideIndex(zone, ordinaryMemory);
      const corners = zone.polygons.flat(2);
      const [west, south] = corners[0] ?? [0, 0];
      const all = [...corners, ...places.map(([x, y]): Position => [west + 2 * x, south + y])];
      for (const [lon, lat] of all)
        expect(isInside(index, lon, lat)).toBe(areaHolds(zone, [lon, lat]));
    }),
    { numRuns: runs(500) },
  );
});

function relationsTo(
  zone: Area,
  discs: readonly { readonly lon: number; readonly lat: number; readonly radius: number }[],
): readonly number[] {
  const tolerance = zone.toleranceMeters ?? 0;
  const nearest = indexShapes(shapesOfLayers([outlineOf(zone)]), {
    reach: [outlineReach(tolerance)],
    allocate: ordinaryMemory,
  });
  if (nearest.kind === "refused") throw new Error(nearest.why);
  const inside = insideIndex(zone, ordinaryMemory);
  const index = { nearest, zones: [{ layer: 0, inside, tolerance }] };
  const sorted = sortByCell(nearest, discsOf(discs), { from: 0, until: discs.length });
  const out = situatedColumns(index, sorted.count, ordinaryMemory);
  situateRows(index, sorted, { from: 0, until: sorted.count }, out);
  const relations = discs.map(() => UNSETTLED);
  sorted.rows.forEach((row, i) => (relations[row] = out.relations[i] ?? UNSETTLED));
  return relations;
}

function starAround(center: Position, corners: readonly number[], size: number): Ring {
  const ring = corners.map((away, i): Position => {
    const angle = (2 * Math.PI * i) / corners.length;
    return [
      center[0] + size * away * Math.cos(angle),
      center[1] + (size * away * Math.sin(angle)) / 2,
    ];
  });
  const [first = center] = ring;
  return [...ring, first];
}
