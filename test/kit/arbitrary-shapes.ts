// Random points, edges and discs for the geometry kernel: anywhere that one grid can lie, clustered so that cells are shared, some far
// apart, with and without radii.
import fc from "fast-check";
import type { DiscColumns, ShapeColumns } from "../../src/geo/kernel/columns.ts";
import { randomOf } from "../../src/model/random.ts";

export interface ShapeScene {
  readonly shapes: ShapeColumns;
  readonly discs: DiscColumns;
  readonly reach: readonly number[];
}

interface Around {
  readonly lon: number;
  readonly lat: number;
  /** Degrees. */
  readonly width: number;
}

const around: fc.Arbitrary<Around> = fc.record({
  lon: fc.constantFrom(30, 36.5, 0, 179.9, -179.95, -70),
  lat: fc.constantFrom(48, 60, 0, -33, 74, -59.9),
  width: fc.constantFrom(0.02, 0.3, 3),
});

const part = fc.double({ min: -1, max: 1, noNaN: true });

export const shapeScene: fc.Arbitrary<ShapeScene> = around.chain((place) =>
  fc
    .record({
      layers: fc.integer({ min: 1, max: 6 }),
      shapes: fc.array(
        fc.record({
          layer: fc.nat(5),
          x: part,
          y: part,
          length: fc.constantFrom(0, 0, 0.001, 0.02, 0.4),
          turn: part,
          radius: fc.constantFrom(0, 0, 50, 3000),
        }),
        { minLength: 1, maxLength: 40 },
      ),
      isExact: fc.boolean(),
      discs: fc.array(
        fc.record({
          x: part,
          y: part,
          same: fc.boolean(),
          radius: fc.constantFrom(0, 50, 1500, 20_000),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      reach: fc.array(fc.constantFrom(0, 500, 5000, 60_000), { minLength: 6, maxLength: 6 }),
    })
    .map(({ layers, shapes, isExact, discs, reach }) => ({
      shapes: {
        count: shapes.length,
        layer: Uint8Array.from(shapes, ({ layer }) => layer % layers),
        lon1: Float64Array.from(shapes, ({ x }) => turned(place.lon + x * place.width)),
        lat1: Float64Array.from(shapes, ({ y }) => place.lat + (y * place.width) / 2),
        lon2: Float64Array.from(
          shapes,
          ({ x, turn, length }) =>
            turned(place.lon + x * place.width) + Math.cos(turn * 3.2) * length,
        ),
        lat2: Float64Array.from(
          shapes,
          ({ y, turn, length }) =>
            place.lat + (y * place.width) / 2 + Math.sin(turn * 3.2) * length,
        ),
        radius: isExact
          ? null
          : Float64Array.from(shapes, ({ radius, length }) => (length === 0 ? radius : 0)),
      },
      discs: discsOf(
        discs.map(({ x, y, same, radius }) => ({
          lon: turned(place.lon + (same ? 0.1 : x * 1.5) * place.width),
          lat: place.lat + (same ? 0 : y * place.width * 0.7),
          radius,
        })),
      ),
      reach: reach.slice(0, layers),
    })),
);

/** Longitudes of edges may run over 180: only their start is turned. */
function turned(lon: number): number {
  return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

export function discsOf(
  discs: readonly { readonly lon: number; readonly lat: number; readonly radius: number }[],
): DiscColumns {
  return {
    count: discs.length,
    lon: Float64Array.from(discs, ({ lon }) => lon),
    lat: Float64Array.from(discs, ({ lat }) => lat),
    radius: Float64Array.from(discs, ({ radius }) => radius),
  };
}

/** Some hundreds of points and short edges in a few square kilometres, and rows among them: many rows share a cell. */
export function denseScene(seed: number): ShapeScene {
  const next = randomOf(seed);
  const of = (count: number, value: () => number) => Float64Array.from({ length: count }, value);
  const count = 400;
  const [lon1, lat1] = [of(count, () => 36 + 0.2 * next()), of(count, () => 50 + 0.15 * next())];
  const isEdge = of(count, () => (next() < 0.2 ? 1 : 0));
  const away = (from: Float64Array) => (_: unknown, i: number) =>
    (from[i] ?? 0) + (isEdge[i] ?? 0) * 0.02 * (next() - 0.5);
  return {
    shapes: {
      count,
      layer: Uint8Array.from({ length: count }, () => Math.floor(3 * next() * next())),
      lon1,
      lat1,
      lon2: Float64Array.from({ length: count }, away(lon1)),
      lat2: Float64Array.from({ length: count }, away(lat1)),
      radius: null,
    },
    discs: discsOf(
      Array.from({ length: 60 }, () => ({
        lon: 36.05 + 0.03 * next(),
        lat: 50.05 + 0.02 * next(),
        radius: 3000 * next(),
      })),
    ),
    reach: [5000, 500, 20_000],
  };
}
