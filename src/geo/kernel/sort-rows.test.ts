// Few rows are sorted, many are counted: the order is the same, and no usable row is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { denseScene, discsOf } from "../../../test/kit/arbitrary-shapes.ts";
import { runs } from "../../../test/kit/runs.ts";
import { indexShapes } from "./build-index.ts";
import { ordinaryMemory } from "./columns.ts";
import { sortByCell } from "./sort-rows.ts";

test("a row stands among few as it stands among many: by its cell, then as it came", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 12 }), (seed, few) => {
      const { shapes, discs, reach } = denseScene(seed);
      const index = indexShapes(shapes, { reach, allocate: ordinaryMemory });
      if (index.kind === "refused") throw new Error(index.why);
      const { columns, rows } = index.grid;
      expect(16 * few).toBeLessThan(columns * rows);
      expect(16 * discs.count).toBeGreaterThan(columns * rows);
      const all = sortByCell(index, discs, { from: 0, until: discs.count });
      const some = sortByCell(index, discs, { from: 0, until: few });
      const among = [...all.rows].filter((row) => row < few);
      expect([...some.rows]).toEqual(among);
      expect([...all.cells]).toEqual([...all.cells].sort((a, b) => a - b));
      expect(all.count).toBe(discs.count);
      all.rows.forEach((row, i) => expect(all.lon[i]).toBe(discs.lon[row]));
    }),
    { numRuns: runs(100) },
  );
});

test("rows without a usable disc are left out, those off the grid come last", () => {
  const { shapes, reach } = denseScene(1);
  const index = indexShapes(shapes, { reach, allocate: ordinaryMemory });
  if (index.kind === "refused") throw new Error(index.why);
  const discs = discsOf([
    { lon: 40, lat: 50, radius: 1 },
    { lon: 36.1, lat: 50.1, radius: NaN },
    { lon: 36.1, lat: 50.1, radius: 10 },
    { lon: 36.1, lat: 50.1, radius: 300_000 },
  ]);
  const few = sortByCell(index, discs, { from: 0, until: 4 });
  expect([...few.rows]).toEqual([2, 0]);
  const many = discsOf(
    Array.from({ length: 400 }, (_, i) => ({ lon: 36.1, lat: 50.1, radius: i % 2 ? NaN : 1 })),
  );
  expect(sortByCell(index, many, { from: 0, until: 400 }).count).toBe(200);
});
