// The growing tree of a log: a frontier, and the right-most tile of each level that it still fills.
import { concatBytes } from "@noble/hashes/utils.js";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from "../record/tree/frontier.ts";
import type { Frontier } from "../record/tree/frontier.ts";
import { emptyRoot, leafHash, subtreesOf } from "../record/tree/hash-tree.ts";
import { TILE_WIDTH, tileReader } from "../record/tree/tile.ts";
import type { HashSource } from "../record/tree/proof.ts";
import { sha256 } from "./hashing.ts";
import { DamagedError } from "./errors.ts";
import type { Store, StoredTile } from "./store.ts";

const TILE_HEIGHT = 8;

/** A tree that grew, with the tiles that are new or longer. */
export interface Grown {
  readonly tree: LogTree;
  readonly tiles: readonly StoredTile[];
}

export class LogTree {
  static readonly EMPTY = new LogTree(EMPTY_FRONTIER, new Map());
  readonly frontier: Frontier;
  /** By level: the hashes of the tile that is not full yet. */
  readonly #open: ReadonlyMap<number, readonly Uint8Array[]>;

  private constructor(frontier: Frontier, open: ReadonlyMap<number, readonly Uint8Array[]>) {
    this.frontier = frontier;
    this.#open = open;
  }

  /** The tree of a store, from its tiles: nothing but the right edge is read. */
  static of(store: Pick<Store, "tile">, size: number): LogTree {
    if (size === 0) return LogTree.EMPTY;
    const { read } = hashSource(store, size);
    const hashes = subtreesOf(0, size).map(read);
    const open = new Map<number, readonly Uint8Array[]>();
    for (let level = 0; size / TILE_WIDTH ** level >= 1; level++) {
      const count = Math.floor(size / TILE_WIDTH ** level);
      const tile =
        count % TILE_WIDTH === 0 ? null : store.tile(level, Math.floor(count / TILE_WIDTH));
      open.set(level, tile === null ? [] : splitHashes(tile));
    }
    return new LogTree({ size, hashes }, open);
  }

  get root(): Uint8Array {
    return this.frontier.size === 0 ? emptyRoot(sha256) : frontierRoot(sha256, this.frontier);
  }

  /** This tree with more leaves; it stays as it was. */
  grow(leaves: readonly Uint8Array[]): Grown {
    let frontier = this.frontier;
    const open = new Map([...this.#open].map(([level, hashes]) => [level, [...hashes]]));
    const tiles: StoredTile[] = [];
    for (const leaf of leaves) {
      const grown = appendLeaf(sha256, frontier, leafHash(sha256, leaf));
      const index = frontier.size;
      frontier = grown.frontier;
      for (const [at, hash] of grown.completed.entries()) {
        if (at % TILE_HEIGHT > 0) continue;
        const level = at / TILE_HEIGHT;
        const hashes = open.get(level) ?? [];
        hashes.push(hash);
        open.set(level, hashes);
        if (hashes.length < TILE_WIDTH) continue;
        tiles.push(tileOf(level, Math.floor(index / TILE_WIDTH ** (level + 1)), hashes));
        open.set(level, []);
      }
    }
    for (const [level, hashes] of open) {
      if (hashes.length === 0) continue;
      const count = Math.floor(frontier.size / TILE_WIDTH ** level);
      tiles.push(tileOf(level, Math.floor(count / TILE_WIDTH), hashes));
    }
    return { tree: new LogTree(frontier, open), tiles };
  }
}

/** Where proofs of a store's first `size` leaves read their hashes. Throws DamagedError where a tile is missing or short. */
export function hashSource(store: Pick<Store, "tile">, size: number): HashSource {
  const known = new Map<string, Uint8Array | null>();
  const tileAt = (level: number, index: number): Uint8Array | null => {
    const key = `${level}/${index}`;
    const found = known.get(key) ?? store.tile(level, index);
    known.set(key, found);
    return found;
  };
  const read = tileReader(sha256, size, ({ level, index, width }) => {
    const hashes = tileAt(level, index);
    if (hashes !== null && hashes.length >= width * 32) return hashes;
    throw new DamagedError(`tile ${level}/${index} is missing or short`);
  });
  return { sha256, read };
}

function tileOf(level: number, index: number, hashes: readonly Uint8Array[]): StoredTile {
  return { level, index, hashes: concatBytes(...hashes) };
}

function splitHashes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(i * 32, i * 32 + 32));
}
