// The Merkle tree of RFC 6962 2.1: leaves and nodes are hashed apart (0x00, 0x01), the largest power of two stands left.
import { concatBytes } from "@noble/hashes/utils.js";
import type { Sha256 } from "../bytes/commitment.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, leaf));
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right));
}

/** The root of no leaves. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
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
