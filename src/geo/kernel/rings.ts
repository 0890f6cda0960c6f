// How many cells away from every cell of a grid the nearest one is that holds each layer: where a search begins to look for it.
import type { Allocate } from "./columns.ts";

interface Sizes {
  readonly columns: number;
  readonly rows: number;
  readonly layers: number;
}

/** Rings beyond this many are not counted on; a search goes on from here. */
export const NO_RING = 255;

/** `cell * layers + layer`: diagonal steps count as one. Cost: cells x layers. */
export function ringsOf(masks: Int32Array, sizes: Sizes, allocate: Allocate): Uint8Array {
  const { columns, layers } = sizes;
  const rings = new Uint8Array(allocate(masks.length * layers));
  const own = new Uint8Array(masks.length);
  for (let layer = 0; layer < layers; layer++) {
    for (let cell = 0; cell < own.length; cell++)
      own[cell] = (((masks[cell] ?? 0) >>> layer) & 1) === 1 ? 0 : NO_RING;
    lower(own, columns, 1);
    lower(own, columns, -1);
    for (let cell = 0; cell < own.length; cell++) rings[cell * layers + layer] = own[cell] ?? 0;
  }
  return rings;
}

/**
 * A cell is one further than the nearest of its eight neighbours: one pass from the south-west (`step` 1), one from the north-east, each
 * by the four neighbours that it has passed.
 */
function lower(rings: Uint8Array, columns: number, step: 1 | -1): void {
  const count = rings.length;
  const first = step === 1 ? 0 : count - 1;
  for (let start = 0; start < count; start += columns) {
    const hasBefore = start > 0;
    let side = NO_RING;
    let near = NO_RING;
    let beside = hasBefore ? (rings[first + step * (start - columns)] ?? 0) : NO_RING;
    for (let i = start; i < start + columns; i++) {
      const hasFar = hasBefore && i + 1 < start + columns;
      const far = hasFar ? (rings[first + step * (i + 1 - columns)] ?? 0) : NO_RING;
      const own = rings[first + step * i] ?? 0;
      side = Math.min(own, Math.min(Math.min(side, near), Math.min(beside, far)) + 1);
      rings[first + step * i] = side;
      near = beside;
      beside = far;
    }
  }
}
