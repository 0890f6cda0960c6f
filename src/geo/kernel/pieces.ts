// Shapes cut into pieces so short that a straight way through space stands for an edge that is straight in degrees: what the index
// stores. A point is a piece of no length.
import type { ShapeColumns } from "./columns.ts";
import { writePoint } from "./space.ts";

/** Metres. A piece of this length lies within 0.02 m / cos(latitude) of its edge. */
const LONGEST_PIECE = 800;
/** Numbers a piece takes: middle (x, y, z), half of it (x, y, z), 1 over the square of that half, radius. */
export const PIECE = 8;

export interface Pieces {
  readonly count: number;
  readonly layer: Uint8Array;
  /** The shape it is a piece of. */
  readonly shape: Uint32Array;
  /** Position of its middle in degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** `PIECE` numbers each. */
  readonly numbers: Float64Array;
}

/** In the order of the shapes; an edge of zero length counts as a point. */
export function cutIntoPieces(shapes: ShapeColumns): Pieces {
  const parts = partsOf(shapes);
  const count = parts.reduce((sum, part) => sum + part, 0);
  const [layer, numbers] = [new Uint8Array(count), new Float64Array(count * PIECE)];
  const [lon, lat] = [new Float64Array(count), new Float64Array(count)];
  const shapeOf = new Uint32Array(count);
  const ends = new Float64Array(6);
  let next = 0;
  for (let shape = 0; shape < shapes.count; shape++) {
    const [lon1 = 0, lat1 = 0] = [shapes.lon1[shape], shapes.lat1[shape]];
    const [lon2 = 0, lat2 = 0] = [shapes.lon2[shape], shapes.lat2[shape]];
    const all = parts[shape] ?? 1;
    for (let part = 0; part < all; part++, next++) {
      const [from, to] = [part / all, (part + 1) / all];
      writePoint(ends, 0, lon1 + from * (lon2 - lon1), lat1 + from * (lat2 - lat1));
      if (lon1 === lon2 && lat1 === lat2) ends.copyWithin(3, 0, 3);
      else writePoint(ends, 3, lon1 + to * (lon2 - lon1), lat1 + to * (lat2 - lat1));
      layer[next] = shapes.layer[shape] ?? 0;
      shapeOf[next] = shape;
      lon[next] = lon1 + ((from + to) / 2) * (lon2 - lon1);
      lat[next] = lat1 + ((from + to) / 2) * (lat2 - lat1);
      writePiece(numbers, next * PIECE, ends, shapes.radius?.[shape] ?? 0);
    }
  }
  return { count, layer, shape: shapeOf, lon, lat, numbers };
}

function partsOf(shapes: ShapeColumns): Uint32Array {
  const parts = new Uint32Array(shapes.count).fill(1);
  const ends = new Float64Array(6);
  for (let shape = 0; shape < shapes.count; shape++) {
    const [lon1 = 0, lat1 = 0] = [shapes.lon1[shape], shapes.lat1[shape]];
    const [lon2 = 0, lat2 = 0] = [shapes.lon2[shape], shapes.lat2[shape]];
    if (lon1 === lon2 && lat1 === lat2) continue;
    writePoint(ends, 0, lon1, lat1);
    writePoint(ends, 3, lon2, lat2);
    const [x1 = 0, y1 = 0, z1 = 0, x2 = 0, y2 = 0, z2 = 0] = ends;
    // A degree of longitude is no longer than one of latitude, and the way through space no longer than the edge.
    const straight = Math.hypot(x2 - x1, y2 - y1, z2 - z1);
    const alongDegrees = 111_700 * Math.abs(lat2 - lat1) + 111_400 * Math.abs(lon2 - lon1);
    const length = straight < 100_000 ? 1.01 * straight : alongDegrees;
    parts[shape] = Math.max(1, Math.ceil(length / LONGEST_PIECE));
  }
  return parts;
}

function writePiece(numbers: Float64Array, at: number, ends: Float64Array, radius: number): void {
  let square = 0;
  for (let axis = 0; axis < 3; axis++) {
    const [from = 0, to = 0] = [ends[axis], ends[axis + 3]];
    const half = (to - from) / 2;
    numbers[at + axis] = (from + to) / 2;
    numbers[at + 3 + axis] = half;
    square += half * half;
  }
  numbers[at + 6] = square === 0 ? 0 : 1 / square;
  numbers[at + 7] = radius;
}
