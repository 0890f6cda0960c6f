// The layout of C2SP tlog-tiles: tiles of 256 hashes, eight levels of the tree each, under paths that never change once full.
import { concatBytes } from "@noble/hashes/utils.js";
import type { Sha256 } from "../bytes/commitment.ts";
import { nodeHash } from "./hash-tree.ts";
import type { Subtree } from "./hash-tree.ts";
import type { ReadHash } from "./proof.ts";

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
const HASH_BYTES = 32;

/** `width` below 256: a partial tile, dropped once the full one exists. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** `tile/0/x001/x234/067`, `tile/entries/000.p/12`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  const partial = width === TILE_WIDTH ? "" : `.p/${width}`;
  return `tile/${level}/${groups.join("/")}${partial}`;
}

/** Reads such a path back; null for any other, such as one with a redundant `x000` or a level over 63. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
    path,
  );
  const [, level = "", groups = "", width] = match ?? [];
  if (match === null) return null;
  const index = Number(groups.replaceAll(/[x/]/g, ""));
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index,
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isInRange = tile.level === "entries" || tile.level < 64;
  return isInRange && tilePath(tile) === path ? tile : null;
}

/** Tiles, with entry bundles, that a log of `size` has and one of `before` had not: in order of level and index, entries first. */
export function tilesSince(before: number, size: number): readonly Tile[] {
  const tiles = rowOf("entries", before, size).concat(rowOf(0, before, size));
  for (let level = 1; size / TILE_WIDTH ** level >= 1; level++) {
    const span = TILE_WIDTH ** level;
    tiles.push(...rowOf(level, Math.floor(before / span), Math.floor(size / span)));
  }
  return tiles;
}

function rowOf(level: Tile["level"], before: number, count: number): Tile[] {
  const tiles: Tile[] = [];
  const first = before === count ? Infinity : Math.floor(before / TILE_WIDTH);
  for (let index = first; index * TILE_WIDTH < count; index++) {
    tiles.push({ level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) });
  }
  return tiles;
}

/** A hash tile's bytes: its hashes one after the other, from the roots of its subtrees. */
export function tileBytes(tile: Tile & { readonly level: number }, read: ReadHash): Uint8Array {
  const level = tile.level * TILE_HEIGHT;
  const first = tile.index * TILE_WIDTH;
  return concatBytes(
    ...Array.from({ length: tile.width }, (_, i) => read({ level, index: first + i })),
  );
}

/** Reads subtree roots out of tiles of a log of `size`: level 8k lies in a tile, those between are hashed from it. */
export function tileReader(
  sha256: Sha256,
  size: number,
  readTile: (tile: Tile & { readonly level: number }) => Uint8Array,
): ReadHash {
  const read = ({ level, index }: Subtree): Uint8Array => {
    const inside = level % TILE_HEIGHT;
    if (inside > 0) {
      const left = read({ level: level - 1, index: index * 2 });
      return nodeHash(sha256, left, read({ level: level - 1, index: index * 2 + 1 }));
    }
    const tile = tileAt(level / TILE_HEIGHT, Math.floor(index / TILE_WIDTH), size);
    const from = (index % TILE_WIDTH) * HASH_BYTES;
    const hash = readTile(tile).slice(from, from + HASH_BYTES);
    if (hash.length === HASH_BYTES) return hash;
    throw new RangeError(`${tilePath(tile)} has no hash ${index % TILE_WIDTH}`);
  };
  return read;
}

function tileAt(level: number, index: number, size: number): Tile & { readonly level: number } {
  const count = Math.floor(size / TILE_WIDTH ** level);
  return { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
}

/** An entry bundle: each leaf after its length in 16 bits, big-endian. */
export function bundleEntries(leaves: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...leaves.flatMap((leaf) => [Uint8Array.of(leaf.length >> 8, leaf.length & 255), leaf]),
  );
}

/** The leaves of an entry bundle; null when it does not end where a leaf ends. */
export function splitEntries(bytes: Uint8Array): readonly Uint8Array[] | null {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return null;
    const length = high * 256 + low;
    at += 2 + length;
    if (at > bytes.length) return null;
    leaves.push(bytes.slice(at - length, at));
  }
  return leaves;
}
