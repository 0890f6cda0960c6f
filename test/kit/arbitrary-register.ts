// Random registers of a case's objects, many of them just so far from the places of random records as the random texts ask.
import fc from "fast-check";
import type { ObjectRegister } from "../../src/assess/object-register.ts";
import { destination } from "../../src/geo/distance.ts";
import { shapesOfLayers } from "../../src/geo/kernel/shapes.ts";
import type { Position } from "../../src/model/place.ts";

const KINDS = ["rail", "traction", "object", "station"];

const object = fc.record({
  kind: fc.nat(KINDS.length - 1),
  lon: fc.constantFrom(29.5, 30, 30.5, 31.5),
  bearing: fc.constantFrom(0, 45, 90, 180, 271),
  /** The bounds of the texts and of the radii of places, and a little beside them. */
  meters: fc.constantFrom(
    0,
    499.9,
    500,
    500.03,
    600,
    600.03,
    19_900,
    20_000,
    20_000.4,
    59_000,
    80_000,
  ),
  radiusMeters: fc.constantFrom(0, 0, 0, 100),
  length: fc.constantFrom(0, 0, 900, 30_000),
});

/** Kinds that nothing is of are left out, as in every register. */
export const arbitraryRegister: fc.Arbitrary<ObjectRegister> = fc
  .array(object, { maxLength: 6 })
  .map((objects) => {
    const used = [...new Set(objects.map(({ kind }) => kind))].sort((a, b) => a - b);
    const layers = used.map((kind) => {
      const own = objects.filter((one) => one.kind === kind);
      const at = ({ lon, bearing, meters }: (typeof own)[number]): Position =>
        destination([lon, 45.5], bearing, meters);
      return {
        points: own
          .filter(({ length }) => length === 0)
          .map((one) => ({ center: at(one), radiusMeters: one.radiusMeters })),
        paths: own
          .filter(({ length }) => length > 0)
          .map((one): readonly Position[] => [
            at(one),
            destination(at(one), one.bearing + 90, one.length),
          ]),
      };
    });
    return { kinds: used.map((kind) => KINDS[kind] ?? ""), shapes: shapesOfLayers(layers) };
  });
