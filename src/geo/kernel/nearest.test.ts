// The hot file and its plain twin give the same distances, whatever the place, the layer, the grouping of rows.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseScene, discsOf, shapeScene } from "../../../test/kit/arbitrary-shapes.ts";
import type { ShapeScene } from "../../../test/kit/arbitrary-shapes.ts";
import { runs } from "../../../test/kit/runs.ts";
import { indexShapes } from "./build-index.ts";
import type { NearestIndex } from "./build-index.ts";
import { KERNEL_ERROR, nearestColumns, ordinaryMemory, sharedMemory } from "./columns.ts";
import type { Allocate, DiscColumns, NearestColumns, ShapeColumns } from "./columns.ts";
import { nearestPlain } from "./nearest-plain.ts";
import { nearestRows } from "./nearest.ts";
import { sortByCell } from "./sort-rows.ts";
import type { RowRange } from "./sort-rows.ts";

/** The plain bounds are wider than the true distance by their own error and by how finely edges are halved. */
const PLAIN_ERROR = 0.7;

describe("the nearest shape of each layer", () => {
  test("is as near as the plain twin says, or beyond the reach for both", () => {
    fc.assert(
      fc.property(shapeScene, ({ shapes, discs, reach }) => {
        const { low, high } = nearestOf({ shapes, discs, reach });
        for (let row = 0; row < discs.count; row++) {
          reach.forEach((most, layer) => {
            const from = [discs.lon[row] ?? 0, discs.lat[row] ?? 0] as const;
            const plain = nearestPlain(shapes, layer, from);
            const cap = most + (discs.radius[row] ?? 0);
            const at = row * reach.length + layer;
            expectSame(low[at] ?? NaN, plain.low, cap);
            expectSame(high[at] ?? NaN, plain.high, cap);
          });
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test("is as near where many rows share a cell with many shapes", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const scene = denseScene(seed);
        const { low } = nearestOf(scene);
        for (let row = 0; row < scene.discs.count; row++) {
          scene.reach.forEach((most, layer) => {
            const from = [scene.discs.lon[row] ?? 0, scene.discs.lat[row] ?? 0] as const;
            const cap = most + (scene.discs.radius[row] ?? 0);
            const plain = nearestPlain(scene.shapes, layer, from);
            expectSame(low[row * scene.reach.length + layer] ?? NaN, plain.low, cap);
          });
        }
      }),
      { numRuns: runs(30) },
    );
  });

  test("is byte for byte the same in any order, in parts, in shared memory", () => {
    fc.assert(
      fc.property(shapeScene, fc.nat(30), ({ shapes, discs, reach }, part) => {
        const whole = nearestOf({ shapes, discs, reach });
        const index = indexed(shapes, reach);
        const parts = columnsFor(index, discs.count, sharedMemory);
        const cut = Math.min(part, discs.count);
        fillRows(index, discs, { from: cut, until: discs.count }, parts);
        fillRows(index, discs, { from: 0, until: cut }, parts);
        expect(parts).toEqual(whole);
        const rows = Array.from({ length: discs.count }, (_, row) => discs.count - 1 - row);
        const turned = discsOf(
          rows.map((row) => ({
            lon: discs.lon[row] ?? 0,
            lat: discs.lat[row] ?? 0,
            radius: discs.radius[row] ?? 0,
          })),
        );
        const back = nearestOf({ shapes, discs: turned, reach });
        rows.forEach((row, i) => {
          const of = (columns: Float32Array, at: number) =>
            columns.subarray(at * reach.length, (at + 1) * reach.length);
          expect(of(back.low, i)).toEqual(of(whole.low, row));
          expect(of(back.high, i)).toEqual(of(whole.high, row));
        });
      }),
      { numRuns: runs(200) },
    );
  });
});

/** Two kilometres of fillers in layer 1, so that cells are 200 m; what is asked about stands in layer 0. In cells from the south-west. */
interface Cells {
  readonly what: string;
  readonly shapes: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly discs: readonly (readonly [x: number, y: number])[];
  readonly reach: number;
}

test.each<Cells>([
  {
    what: "just west of its cell, nearer than one in the cell",
    shapes: [point(5.3, 5.5), point(4.995, 5.5)],
    discs: [[5.005, 5.5]],
    reach: 1000,
  },
  {
    what: "just south of its cell, nearer than one in the cell",
    shapes: [point(5.5, 5.3), point(5.5, 4.995)],
    discs: [[5.5, 5.005]],
    reach: 1000,
  },
  {
    what: "a long edge whose middle lies beyond where a nearer one was found",
    shapes: [point(5.5, 6.2), [5.51, 5.5, 9.3, 5.5]],
    discs: [[5.5, 5.5]],
    reach: 1000,
  },
  {
    what: "a long edge whose middle lies beyond the reach",
    shapes: [[5.51, 5.5, 9.3, 5.5]],
    discs: [[5.5, 5.5]],
    reach: 10,
  },
  {
    what: "the nearest of a row far from the middle of its group, where another is near that middle",
    shapes: [point(5.5, 5.52), point(4.99, 5.01)],
    discs: [
      [5.001, 5.001],
      [5.999, 5.999],
    ],
    reach: 1000,
  },
  {
    what: "within the reach of a row and beyond that of the middle of its group",
    shapes: [point(4.99, 5.01)],
    discs: [
      [5.001, 5.001],
      [5.999, 5.999],
    ],
    reach: 5,
  },
])("a search goes on to what is $what", ({ shapes, discs, reach }) => {
  const { west, south, stepLon, stepLat } = indexed(fillers([]), [reach, 1]).grid;
  const place = (x: number, y: number) => [west + x * stepLon, south + y * stepLat] as const;
  const scene = fillers(shapes.map(([x1, y1, x2, y2]) => [...place(x1, y1), ...place(x2, y2)]));
  const places = discs.map(([x, y]) => {
    const [lon, lat] = place(x, y);
    return { lon, lat, radius: 0 };
  });
  const { low } = nearestOf({ shapes: scene, discs: discsOf(places), reach: [reach, 1] });
  places.forEach(({ lon, lat }, row) => {
    expectSame(low[2 * row] ?? NaN, nearestPlain(scene, 0, [lon, lat]).low, reach);
  });
  expect(low[0]).toBeLessThan(10);
});

function point(x: number, y: number): readonly [number, number, number, number] {
  return [x, y, x, y];
}

function fillers(asked: readonly (readonly [number, number, number, number])[]): ShapeColumns {
  const side = Array.from({ length: 21 }, (_, i) => i / 20);
  const all = [
    ...asked.map((edge) => ({ layer: 0, edge })),
    ...side.flatMap((x) =>
      side.map((y) => {
        const [lon, lat] = [30 + 0.028 * x, 50 + 0.018 * y];
        return { layer: 1, edge: [lon, lat, lon, lat] as const };
      }),
    ),
  ];
  const of = (i: 0 | 1 | 2 | 3) => Float64Array.from(all, ({ edge }) => edge[i]);
  const layer = Uint8Array.from(all, (one) => one.layer);
  return {
    count: all.length,
    layer,
    lon1: of(0),
    lat1: of(1),
    lon2: of(2),
    lat2: of(3),
    radius: null,
  };
}

describe("what cannot be indexed is refused in words", () => {
  test.each([
    { what: "a position that is no number", lon: [30, NaN], lat: [50, 50], says: /no number/ },
    { what: "a pole", lon: [30, 30], lat: [50, 89], says: /beyond 85 degrees/ },
    {
      what: "more than half the earth",
      lon: [0, 120, -120],
      lat: [0, 0, 0],
      says: /half the earth/,
    },
  ])("$what", ({ lon, lat, says }) => {
    const found = indexShapes(points(lon, lat), { reach: [1000], allocate: ordinaryMemory });
    expect(found.kind === "refused" ? found.why : "").toMatch(says);
  });

  test("more layers than a mask has bits", () => {
    const reach = Array.from({ length: 33 }, () => 1);
    const found = indexShapes(points([0], [0]), { reach, allocate: ordinaryMemory });
    expect(found.kind === "refused" ? found.why : "").toMatch(/33 layers/);
  });
});

test("rows without a usable radius stay as they were", () => {
  const discs = discsOf([
    { lon: 30, lat: 50, radius: NaN },
    { lon: 30, lat: 50, radius: 400_000 },
    { lon: 30, lat: 50, radius: 10 },
  ]);
  const { low } = nearestOf({ shapes: points([30], [50]), discs, reach: [1000] }, -1);
  expect([...low]).toEqual([-1, -1, 0]);
});

function nearestOf({ shapes, discs, reach }: ShapeScene, before = 0): NearestColumns {
  const index = indexed(shapes, reach);
  const out = columnsFor(index, discs.count, ordinaryMemory);
  out.low.fill(before);
  out.high.fill(before);
  fillRows(index, discs, { from: 0, until: discs.count }, out);
  return out;
}

function columnsFor(
  { layers, exact }: NearestIndex,
  rows: number,
  allocate: Allocate,
): NearestColumns {
  return nearestColumns(rows, layers, { exact, allocate });
}

/** Sorts the rows of a range, measures them in two batches that may cut a group, and writes the bounds where the rows stood. */
function fillRows(
  index: NearestIndex,
  discs: DiscColumns,
  range: RowRange,
  into: NearestColumns,
): void {
  const sorted = sortByCell(index, discs, range);
  const cut = Math.floor(sorted.count / 3);
  for (const batch of [
    { from: cut, until: sorted.count },
    { from: 0, until: cut },
  ]) {
    const out = columnsFor(index, batch.until - batch.from, ordinaryMemory);
    nearestRows(index, sorted, batch, out);
    sorted.rows.subarray(batch.from, batch.until).forEach((row, i) => {
      const own = [i * index.layers, (i + 1) * index.layers] as const;
      into.low.set(out.low.subarray(...own), row * index.layers);
      into.high.set(out.high.subarray(...own), row * index.layers);
    });
  }
}

function indexed(shapes: ShapeColumns, reach: readonly number[]): NearestIndex {
  const found = indexShapes(shapes, { reach, allocate: ordinaryMemory });
  if (found.kind === "refused") throw new Error(found.why);
  return found;
}

function points(lon: readonly number[], lat: readonly number[]): ShapeColumns {
  const [lons, lats] = [Float64Array.from(lon), Float64Array.from(lat)];
  const layer = new Uint8Array(lon.length);
  return { count: lon.length, layer, lon1: lons, lat1: lats, lon2: lons, lat2: lats, radius: null };
}

function expectSame(found: number, plain: number, cap: number): void {
  const error = KERNEL_ERROR + PLAIN_ERROR;
  if (found === Infinity) expect(plain).toBeGreaterThan(cap - error);
  else expect(Math.abs(found - plain)).toBeLessThan(error + plain * 1e-4);
}
