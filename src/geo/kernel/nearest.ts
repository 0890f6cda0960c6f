// Hot file: the nearest shape of every layer for many discs at once (ASSESS, "Geometry"). Discs are sorted by cell; what may be the
// nearest for any disc of a cell is gathered once and written out side by side. The plain twin is nearest-plain.ts, the property test
// that they agree nearest.test.ts, the bench `npm run bench -- assess`.
import type { NearestIndex } from "./build-index.ts";
import { KERNEL_ERROR } from "./columns.ts";
import type { NearestColumns } from "./columns.ts";
import { leastBetween, unrolled } from "./grid.ts";
import { PIECE } from "./pieces.ts";
import { NO_RING } from "./rings.ts";
import { endOfGroup } from "./sort-rows.ts";
import type { RowRange, SortedDiscs } from "./sort-rows.ts";
import { surfaceMeters, writePoint } from "./space.ts";

/**
 * Writes the bounds of the discs of a range, those of the first one to row 0. The same discs give the same bytes, however they are
 * ranged and ordered.
 */
export function nearestRows(
  index: NearestIndex,
  discs: SortedDiscs,
  { from, until }: RowRange,
  out: NearestColumns,
): void {
  const search = new Search(index, discs, { out, first: from });
  for (let at = from; at < until;) {
    const end = endOfGroup(discs, { from: at, until });
    search.answer(at, end);
    at = end;
  }
}

interface Output {
  readonly out: NearestColumns;
  /** The disc whose bounds stand at row 0. */
  readonly first: number;
}

/** Answers groups of rows of one cell, one after the other; all memory is made once. */
class Search {
  readonly #index: NearestIndex;
  readonly #discs: SortedDiscs;
  readonly #out: NearestColumns;
  readonly #first: number;
  /** x, y, z of the rows of the group. */
  #points = new Float64Array(3 * 64);
  /** Middle of the group, and metres to the furthest of its rows. */
  readonly #middle = new Float64Array(3);
  #spread = 0;
  /** Metres from the middle to the axis of the earth, and its place in steps of the grid. */
  #fromAxis = 0;
  #column = 0;
  #row = 0;
  #widestRadius = 0;
  /** Of each layer: the least and the greatest that its nearest may be away from the middle, found so far. */
  readonly #bestLow: Float64Array;
  readonly #bestHigh: Float64Array;
  /** Of each layer: first ring with a piece of it, and whether it is settled. */
  readonly #firstRing: Int32Array;
  readonly #isSettled: Uint8Array;
  /** Pieces that may be the nearest: their number, layer and distance from the middle. */
  #found = new Uint32Array(1024);
  #foundMeters = new Float64Array(1024);
  #foundCount = 0;
  /** Those of them that are left in the end, layer by layer, written out. */
  #kept = new Float64Array(1024 * PIECE);
  readonly #keptStarts: Uint32Array;

  constructor(index: NearestIndex, discs: SortedDiscs, { out, first }: Output) {
    this.#index = index;
    this.#discs = discs;
    this.#out = out;
    this.#first = first;
    this.#bestLow = new Float64Array(index.layers);
    this.#bestHigh = new Float64Array(index.layers);
    this.#firstRing = new Int32Array(index.layers);
    this.#isSettled = new Uint8Array(index.layers);
    this.#keptStarts = new Uint32Array(index.layers + 1);
  }

  answer(from: number, end: number): void {
    this.#place(from, end);
    this.#gather(end - from > 1);
    if (end - from === 1) {
      for (let q = 0; q < this.#index.layers; q++)
        this.#write(from, q, this.#bestLow[q] ?? 0, this.#bestHigh[q] ?? 0);
      return;
    }
    this.#keep();
    if (this.#index.exact) this.#measureExact(from, end);
    else this.#measure(from, end);
  }

  /** The points of the rows, and a ball around all of them. */
  #place(from: number, end: number): void {
    const { lon, lat, radius } = this.#discs;
    const count = end - from;
    if (this.#points.length < 3 * count) this.#points = new Float64Array(6 * count);
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    this.#widestRadius = 0;
    for (let row = from; row < end; row++) {
      const [x, y] = [lon[row] ?? 0, lat[row] ?? 0];
      writePoint(this.#points, 3 * (row - from), x, y);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
      this.#widestRadius = Math.max(this.#widestRadius, radius[row] ?? 0);
    }
    writePoint(this.#middle, 0, (west + east) / 2, (south + north) / 2);
    let most = 0;
    const x = this.#middle[0] ?? 0;
    const y = this.#middle[1] ?? 0;
    const z = this.#middle[2] ?? 0;
    this.#fromAxis = Math.sqrt(x * x + y * y);
    for (let i = 0; i < 3 * count; i += 3) {
      const dx = (this.#points[i] ?? 0) - x;
      const dy = (this.#points[i + 1] ?? 0) - y;
      const dz = (this.#points[i + 2] ?? 0) - z;
      most = Math.max(most, dx * dx + dy * dy + dz * dz);
    }
    // A way along the surface grows by no more than 1.0003 times what its straight one does, up to 250 km.
    this.#spread = count === 1 ? 0 : 1.001 * Math.sqrt(most) + 0.001;
    this.#column =
      (unrolled(this.#index.grid, (west + east) / 2) - this.#index.grid.west) /
      this.#index.grid.stepLon;
    this.#row = ((south + north) / 2 - this.#index.grid.south) / this.#index.grid.stepLat;
  }

  /** Goes outwards ring by ring until no layer can have anything nearer. */
  #gather(many: boolean): void {
    const { grid } = this.#index;
    const [column, row] = [Math.floor(this.#column), Math.floor(this.#row)];
    const most = Math.max(column, row, grid.columns - 1 - column, grid.rows - 1 - row);
    let ring = this.#begin(column, row);
    for (; ring <= most; ring++) {
      const active = this.#activeLayers(ring);
      if (active === 0) {
        ring = this.#nextRing(ring);
        if (ring < 0) return;
        ring--;
        continue;
      }
      this.#visitRing(column, row, { ring, active, many });
    }
  }

  /** Clears what was found, and looks up where each layer begins. The first ring worth a visit. */
  #begin(column: number, row: number): number {
    const { grid, layers, rings } = this.#index;
    this.#foundCount = 0;
    this.#bestLow.fill(Infinity);
    this.#bestHigh.fill(Infinity);
    this.#isSettled.fill(0);
    const inside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
    const away = Math.max(-column, -row, column - grid.columns + 1, row - grid.rows + 1, 0);
    let first = NO_RING;
    const cell = row * grid.columns + column;
    for (let q = 0; q < layers; q++) {
      const ring = inside ? (rings[cell * layers + q] ?? 0) : away;
      this.#firstRing[q] = ring;
      first = Math.min(first, ring);
    }
    return first;
  }

  /** Layers that have begun and may still find something nearer from this ring on. */
  #activeLayers(ring: number): number {
    const { layers, longest, widest, reach } = this.#index;
    const least = this.#leastMeters(ring);
    let active = 0;
    for (let q = 0; q < layers; q++) {
      if ((this.#isSettled[q] ?? 0) === 1 || ring < (this.#firstRing[q] ?? 0)) continue;
      const wide = widest[q] ?? 0;
      const worth =
        Math.max((this.#bestLow[q] ?? 0) + wide, this.#bestHigh[q] ?? 0) + 2 * this.#spread;
      const cap = (reach[q] ?? 0) + this.#widestRadius + this.#spread + wide + 1;
      if (least - (longest[q] ?? 0) > Math.min(worth, cap)) this.#isSettled[q] = 1;
      else active |= 1 << q;
    }
    return active;
  }

  /** The next ring at which a layer begins; below zero when none is left. */
  #nextRing(ring: number): number {
    const { layers, reach, longest, widest } = this.#index;
    let next = -1;
    for (let q = 0; q < layers; q++) {
      if ((this.#isSettled[q] ?? 0) === 1) continue;
      const first = this.#firstRing[q] ?? 0;
      const cap = (reach[q] ?? 0) + this.#widestRadius + this.#spread + (widest[q] ?? 0) + 1;
      if (this.#leastMeters(first) - (longest[q] ?? 0) > cap) this.#isSettled[q] = 1;
      else if (first > ring && (next < 0 || first < next)) next = first;
    }
    return next;
  }

  /** Metres that surely lie between the middle and every piece whose own middle is in the ring, the piece's length apart. */
  #leastMeters(ring: number): number {
    if (ring === 0) return 0;
    const { stepLon, stepLat } = this.#index.grid;
    const partLon = this.#column - Math.floor(this.#column);
    const partLat = this.#row - Math.floor(this.#row);
    const east = (ring - 1 + Math.min(partLon, 1 - partLon)) * stepLon;
    const north = (ring - 1 + Math.min(partLat, 1 - partLat)) * stepLat;
    return leastBetween(this.#fromAxis, north, east);
  }

  #visitRing(column: number, row: number, visit: Visit): void {
    const { columns, rows } = this.#index.grid;
    const { ring } = visit;
    const [west, east] = [Math.max(0, column - ring), Math.min(columns - 1, column + ring)];
    const [south, north] = [row - ring, row + ring];
    if (south >= 0) this.#visitRow(south * columns + west, south * columns + east, visit);
    if (north < rows && north !== south)
      this.#visitRow(north * columns + west, north * columns + east, visit);
    const [low, high] = [Math.max(0, south + 1), Math.min(rows - 1, north - 1)];
    for (let line = low; line <= high; line++) {
      const start = line * columns;
      if (column - ring >= 0) this.#visitRow(start + west, start + west, visit);
      if (column + ring < columns) this.#visitRow(start + east, start + east, visit);
    }
  }

  #visitRow(first: number, last: number, { active, many }: Visit): void {
    const { masks, starts, layer } = this.#index;
    for (let cell = first; cell <= last; cell++) {
      const asked = (masks[cell] ?? 0) & active;
      if (asked === 0) continue;
      const end = starts[cell + 1] ?? 0;
      for (let piece = starts[cell] ?? 0; piece < end; piece++) {
        if (((asked >>> (layer[piece] ?? 0)) & 1) === 1) this.#look(piece, many);
      }
    }
  }

  /** Measures one piece from the middle, and notes it where a row of the group may have it for its nearest. */
  #look(piece: number, many: boolean): void {
    const { numbers, layer } = this.#index;
    const at = piece * PIECE;
    const x = this.#middle[0] ?? 0;
    const y = this.#middle[1] ?? 0;
    const z = this.#middle[2] ?? 0;
    const meters = surfaceMeters(Math.sqrt(squareToPiece(x, y, z, numbers, at)));
    const radius = numbers[at + 7] ?? 0;
    const q = layer[piece] ?? 0;
    const low = Math.min(this.#bestLow[q] ?? 0, meters - radius);
    const high = Math.min(this.#bestHigh[q] ?? 0, meters + radius);
    this.#bestLow[q] = low;
    this.#bestHigh[q] = high;
    if (!many) return;
    const spread = 2 * this.#spread;
    if (meters - radius > low + spread && meters + radius > high + spread) return;
    if (this.#foundCount === this.#found.length) this.#growFound();
    this.#found[this.#foundCount] = piece;
    this.#foundMeters[this.#foundCount++] = meters;
  }

  #growFound(): void {
    const [found, meters] = [this.#found, this.#foundMeters];
    this.#found = new Uint32Array(2 * found.length);
    this.#found.set(found);
    this.#foundMeters = new Float64Array(2 * meters.length);
    this.#foundMeters.set(meters);
  }

  /** Drops what better finds have overtaken, and writes the rest out layer by layer. */
  #keep(): void {
    const { numbers, layer, layers } = this.#index;
    const counts = this.#keptStarts.fill(0);
    let kept = 0;
    for (let i = 0; i < this.#foundCount; i++) {
      const piece = this.#found[i] ?? 0;
      if (!this.#mayBeNearest(piece, this.#foundMeters[i] ?? 0)) continue;
      this.#found[kept++] = piece;
      const next = (layer[piece] ?? 0) + 1;
      counts[next] = (counts[next] ?? 0) + 1;
    }
    for (let q = 1; q <= layers; q++) counts[q] = (counts[q] ?? 0) + (counts[q - 1] ?? 0);
    if (this.#kept.length < kept * PIECE) this.#kept = new Float64Array(2 * kept * PIECE);
    for (let i = 0; i < kept; i++) {
      const piece = this.#found[i] ?? 0;
      const q = layer[piece] ?? 0;
      const to = (counts[q] ?? 0) * PIECE;
      for (let j = 0; j < PIECE; j++) this.#kept[to + j] = numbers[piece * PIECE + j] ?? 0;
      counts[q] = (counts[q] ?? 0) + 1;
    }
    // Every start has moved on to the next one by now: turn them back.
    for (let q = layers; q > 0; q--) counts[q] = counts[q - 1] ?? 0;
    counts[0] = 0;
  }

  #mayBeNearest(piece: number, meters: number): boolean {
    const q = this.#index.layer[piece] ?? 0;
    const radius = this.#index.numbers[piece * PIECE + 7] ?? 0;
    const spread = 2 * this.#spread;
    return (
      meters - radius <= (this.#bestLow[q] ?? 0) + spread ||
      meters + radius <= (this.#bestHigh[q] ?? 0) + spread
    );
  }

  #measureExact(from: number, end: number): void {
    const { layers } = this.#index;
    for (let row = from; row < end; row++) {
      const i = 3 * (row - from);
      const x = this.#points[i] ?? 0;
      const y = this.#points[i + 1] ?? 0;
      const z = this.#points[i + 2] ?? 0;
      for (let q = 0; q < layers; q++) {
        const end = (this.#keptStarts[q + 1] ?? 0) * PIECE;
        let least = Infinity;
        for (let at = (this.#keptStarts[q] ?? 0) * PIECE; at < end; at += PIECE) {
          const square = squareToPiece(x, y, z, this.#kept, at);
          if (square < least) least = square;
        }
        const meters = surfaceMeters(Math.sqrt(least));
        this.#write(row, q, meters, meters);
      }
    }
  }

  #measure(from: number, end: number): void {
    const { layers } = this.#index;
    for (let row = from; row < end; row++) {
      const i = 3 * (row - from);
      const x = this.#points[i] ?? 0;
      const y = this.#points[i + 1] ?? 0;
      const z = this.#points[i + 2] ?? 0;
      for (let q = 0; q < layers; q++) {
        const end = (this.#keptStarts[q + 1] ?? 0) * PIECE;
        let [low, high] = [Infinity, Infinity];
        for (let at = (this.#keptStarts[q] ?? 0) * PIECE; at < end; at += PIECE) {
          const meters = surfaceMeters(Math.sqrt(squareToPiece(x, y, z, this.#kept, at)));
          const radius = this.#kept[at + 7] ?? 0;
          low = Math.min(low, meters - radius);
          high = Math.min(high, meters + radius);
        }
        this.#write(row, q, low, high);
      }
    }
  }

  /** Beyond the reach it is Infinity, so that it does not matter how far a search went. */
  #write(row: number, q: number, low: number, high: number): void {
    const { layers, reach } = this.#index;
    const cap = (reach[q] ?? 0) + (this.#discs.radius[row] ?? 0) + KERNEL_ERROR;
    const at = (row - this.#first) * layers + q;
    this.#out.high[at] = high > cap ? Infinity : high;
    this.#out.low[at] = low > cap ? Infinity : low;
  }
}

interface Visit {
  readonly ring: number;
  readonly active: number;
  readonly many: boolean;
}

/** Square of the straight metres from a point to the nearest point of a piece. */
function squareToPiece(x: number, y: number, z: number, numbers: Float64Array, at: number): number {
  const dx = x - (numbers[at] ?? 0);
  const dy = y - (numbers[at + 1] ?? 0);
  const dz = z - (numbers[at + 2] ?? 0);
  const inverse = numbers[at + 6] ?? 0;
  if (inverse === 0) return dx * dx + dy * dy + dz * dz;
  const hx = numbers[at + 3] ?? 0;
  const hy = numbers[at + 4] ?? 0;
  const hz = numbers[at + 5] ?? 0;
  const along = Math.max(-1, Math.min(1, (dx * hx + dy * hy + dz * hz) * inverse));
  const ex = dx - along * hx;
  const ey = dy - along * hy;
  const ez = dz - along * hz;
  return ex * ex + ey * ey + ez * ez;
}
