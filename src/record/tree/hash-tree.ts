// The Merkle tree of RFC 6962 2.1: leaves and nodes are hashed apart (0x00, 0x01), the largest power of two stands left.
// Hot: two hashes for every leaf and row. What is hashed is put together in places that are used again; hash functions keep nothing of it.
import { concatBytes } from "@noble/hashes/utils.js";
import type { Sha256 } from "../bytes/commitment.ts";

const HASH_BYTES = 32;
/** For the longest leaf after its 0. */
const room = new Uint8Array(1 << 16);
const node = new Uint8Array(1 + 2 * HASH_BYTES).fill(1, 0, 1);

export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  if (leaf.length >= room.length) return sha256(concatBytes(room.subarray(0, 1), leaf));
  room.set(leaf, 1);
  return sha256(room.subarray(0, leaf.length + 1));
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** The root over these hashes of leaves, level by level: what stands alone at the right end of a level goes up as it is. */
export function treeHash(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]];
      if (left === undefined) continue;
      above.push(right === undefined ? left : nodeHash(sha256, left, right));
    }
    level = above;
  }
  return level[0] ?? emptyRoot(sha256);
}

/** The root of no leaves. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** A whole subtree: leaves `[index * 2^level, (index + 1) * 2^level)`. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The whole subtrees that leaves `[from, until)` fall into, left to right; `from` must be a multiple of the largest. */
export function subtreesOf(from: number, until: number): readonly Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < until;) {
    const level = wholeLevel(until - at);
    const width = 2 ** level;
    found.push({ level, index: at / width });
    at += width;
  }
  return found;
}

/** The level of the largest whole subtree in `count` leaves; exact up to 2^53, which a logarithm is not. */
export function wholeLevel(count: number): number {
  let level = 0;
  while (2 ** (level + 1) <= count) level++;
  return level;
}

/** Folds hashes of neighbouring subtrees into one, from the right. */
export function foldRight(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
}
