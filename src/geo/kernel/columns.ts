// The plain columns that the kernel takes and gives: typed arrays only, so that they can be shared by workers, kept in a file or
// filled by any table engine.

/** The most layers of one index: a cell's mask has one bit for each. */
export const MAX_LAYERS = 32;
/** Degrees: further north or south the grid of an index has no use. */
export const MAX_LATITUDE = 85;
/** Metres by which a bound is widened on either side, for pieces of lines, single precision and the bend of the earth. */
export const KERNEL_ERROR = 0.2;

/** Points and lines to be near to, each in one layer: a kind of object, the outline of a zone, a line. */
export interface ShapeColumns {
  readonly count: number;
  /** Number of its layer, from 0. */
  readonly layer: Uint8Array;
  /** Degrees, WGS 84. A point begins and ends at the same position; an edge is straight in degrees (RFC 7946). */
  readonly lon1: Float64Array;
  readonly lat1: Float64Array;
  readonly lon2: Float64Array;
  readonly lat2: Float64Array;
  /** Metres within which the true point lies; null: all are exact. Edges are. */
  readonly radius: Float64Array | null;
}

/** Discs: the true place lies within `radius` metres of the centre. A row whose radius is NaN has no such place and is left out. */
export interface DiscColumns {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly radius: Float64Array;
}

/**
 * Bounds of the distance from the centre of a disc to the nearest shape of a layer, in metres, at `row * layers + layer`; Infinity
 * where it surely is further than the layer's reach and the disc's radius together. The disc's own radius is not in them.
 */
export interface NearestColumns {
  readonly low: Float32Array;
  /** The same array as `low` where every shape is exact: then the distance is known to `KERNEL_ERROR`. */
  readonly high: Float32Array;
}

/** Makes the memory of columns: ordinary, or shared by workers. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;

export const ordinaryMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

export function nearestColumns(
  rows: number,
  layers: number,
  { exact, allocate }: { readonly exact: boolean; readonly allocate: Allocate },
): NearestColumns {
  const make = () => new Float32Array(allocate(rows * layers * Float32Array.BYTES_PER_ELEMENT));
  const low = make();
  return { low, high: exact ? low : make() };
}
