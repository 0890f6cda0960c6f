// Shapes cut into pieces so short that a straight way through space stands for an edge that is straight in degrees: what the index
// stores. A point is a piece of no length.
import type { ShapeColumns } from "./columns.ts";
import { writePoint } from "./space.ts";

/** Metres. A piece of this length lies within 0.02 m / cos(latitude) of its edge. */
const LONGEST_PIECE = 800;
/** Numbers a piece takes: middle (x, y, z), half of it (x, y, z), 1 over the square of that half, radius. */
export const PIECE = 8;

/** Where the pieces of some shapes are written, each at a place of its own. */
export interface PieceColumns {
  readonly layer: Uint8Array;
  /** The shape it is a piece of. */
  readonly shape: Uint32Array;
  /** `PIECE` numbers each. */
  readonly numbers: Float64Array;
}

/** Into how many pieces each shape is cut; an edge of zero length counts as a point. */
export function partsOf(shapes: ShapeColumns): Uint32Array {
  const parts = new Uint32Array(shapes.count).fill(1);
  const ends = new Float64Array(6);
  for (let shape = 0; shape < shapes.count; shape++) {
    if (!isPoint(shapes, shape))
      parts[shape] = Math.max(1, Math.ceil(lengthOf(shapes, shape, ends) / LONGEST_PIECE));
  }
  return parts;
}

function isPoint({ lon1, lat1, lon2, lat2 }: ShapeColumns, shape: number): boolean {
  return lon1[shape] === lon2[shape] && lat1[shape] === lat2[shape];
}

/** Metres, or a little more. */
function lengthOf(shapes: ShapeColumns, shape: number, ends: Float64Array): number {
  const [lon1 = 0, lat1 = 0] = [shapes.lon1[shape], shapes.lat1[shape]];
  const [lon2 = 0, lat2 = 0] = [shapes.lon2[shape], shapes.lat2[shape]];
  writePoint(ends, 0, lon1, lat1);
  writePoint(ends, 3, lon2, lat2);
  const [x1 = 0, y1 = 0, z1 = 0, x2 = 0, y2 = 0, z2 = 0] = ends;
  // A degree of longitude is no longer than one of latitude, and the way through space no longer than the edge.
  const straight = Math.hypot(x2 - x1, y2 - y1, z2 - z1);
  if (straight < 100_000) return 1.01 * straight;
  return 111_700 * Math.abs(lat2 - lat1) + 111_400 * Math.abs(lon2 - lon1);
}

/** Writes the pieces of all shapes, in their order: the i-th at place `places[i]`. The memory of `into` is new, so that it holds zeros. */
export function writePieces(
  shapes: ShapeColumns,
  { parts, places }: { readonly parts: Uint32Array; readonly places: Uint32Array },
  into: PieceColumns,
): void {
  const ends = new Float64Array(6);
  let next = 0;
  for (let shape = 0; shape < shapes.count; shape++) {
    const lon = shapes.lon1[shape] ?? 0;
    const lat = shapes.lat1[shape] ?? 0;
    const east = (shapes.lon2[shape] ?? 0) - lon;
    const north = (shapes.lat2[shape] ?? 0) - lat;
    const all = parts[shape] ?? 1;
    for (let part = 0; part < all; part++) {
      const place = places[next++] ?? 0;
      const at = place * PIECE;
      into.layer[place] = shapes.layer[shape] ?? 0;
      into.shape[place] = shape;
      into.numbers[at + 7] = shapes.radius?.[shape] ?? 0;
      if (east === 0 && north === 0) {
        writePoint(into.numbers, at, lon, lat);
        continue;
      }
      writePoint(ends, 0, lon + (part / all) * east, lat + (part / all) * north);
      writePoint(ends, 3, lon + ((part + 1) / all) * east, lat + ((part + 1) / all) * north);
      writeEdge(into.numbers, at, ends);
    }
  }
}

/** All of a piece but its radius. */
function writeEdge(numbers: Float64Array, at: number, ends: Float64Array): void {
  let square = 0;
  for (let axis = 0; axis < 3; axis++) {
    const from = ends[axis] ?? 0;
    const to = ends[axis + 3] ?? 0;
    const half = (to - from) / 2;
    numbers[at + axis] = (from + to) / 2;
    numbers[at + 3 + axis] = half;
    square += half * half;
  }
  numbers[at + 6] = square === 0 ? 0 : 1 / square;
}
