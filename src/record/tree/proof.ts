// Inclusion and consistency proofs (RFC 9162 2.1.3, 2.1.4): made from hashes of whole subtrees, checked from nothing.
import type { Sha256 } from "../bytes/commitment.ts";
import { emptyRoot, foldRight, nodeHash, sameBytes, subtreesOf, wholeLevel } from "./hash-tree.ts";
import type { Subtree } from "./hash-tree.ts";

/** Reads the root of a whole subtree, from tiles or memory. */
export type ReadHash = (subtree: Subtree) => Uint8Array;

/** Where hashes come from and how they are made. */
export interface HashSource {
  readonly sha256: Sha256;
  readonly read: ReadHash;
}

/** The root of the first `size` leaves. */
export function treeRoot(source: HashSource, size: number): Uint8Array {
  return rangeHash(source, 0, size);
}

/** Siblings from the leaf up. Throws RangeError unless 0 <= index < size. */
export function proveInclusion(
  source: HashSource,
  index: number,
  size: number,
): readonly Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Uint8Array[] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    const isLeft = index < middle;
    path.push(isLeft ? rangeHash(source, middle, until) : rangeHash(source, from, middle));
    [from, until] = isLeft ? [from, middle] : [middle, until];
  }
  return path.reverse();
}

/** Proves that the tree of `second` leaves extends that of `first`. Throws RangeError unless 0 <= first <= second. */
export function proveConsistency(
  source: HashSource,
  first: number,
  second: number,
): readonly Uint8Array[] {
  if (!(first >= 0 && first <= second)) throw new RangeError(`no proof from ${first} to ${second}`);
  if (first === 0 || first === second) return [];
  const path: Uint8Array[] = [];
  let [from, until] = [0, second];
  while (until !== first) {
    const middle = from + splitOf(until - from);
    const isLeft = first <= middle;
    path.push(isLeft ? rangeHash(source, middle, until) : rangeHash(source, from, middle));
    [from, until] = isLeft ? [from, middle] : [middle, until];
  }
  return from === 0 ? path.reverse() : [rangeHash(source, from, until), ...path.reverse()];
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162 2.1.3.2. */
export function checkInclusion(sha256: Sha256, claim: InclusionClaim): boolean {
  const { index, size, path } = claim;
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, claim.leafHash];
  for (const sibling of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sha256, sibling, hash);
      for (; !isOdd(fn) && fn !== 0; fn = half(fn)) sn = half(sn);
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(hash, claim.root);
}

export interface ConsistencyClaim {
  readonly first: number;
  readonly firstRoot: Uint8Array;
  readonly second: number;
  readonly secondRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162 2.1.4.2; a tree extends itself and the empty one by an empty path. */
export function checkConsistency(sha256: Sha256, claim: ConsistencyClaim): boolean {
  const { first, second, path, firstRoot, secondRoot } = claim;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (first === 0) return path.length === 0 && sameBytes(firstRoot, emptyRoot(sha256));
  if (first === second) return path.length === 0 && sameBytes(firstRoot, secondRoot);
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  return start !== undefined && path.length > 0 && climbs(sha256, claim, { start, rest });
}

function climbs(
  sha256: Sha256,
  { first, second, firstRoot, secondRoot }: ConsistencyClaim,
  { start, rest }: { readonly start: Uint8Array; readonly rest: readonly Uint8Array[] },
): boolean {
  let [fn, sn] = [first - 1, second - 1];
  for (; isOdd(fn); fn = half(fn)) sn = half(sn);
  let [old, now] = [start, start];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      old = nodeHash(sha256, hash, old);
      now = nodeHash(sha256, hash, now);
      for (; !isOdd(fn) && fn !== 0; fn = half(fn)) sn = half(sn);
    } else {
      now = nodeHash(sha256, now, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(old, firstRoot) && sameBytes(now, secondRoot);
}

function rangeHash({ sha256, read }: HashSource, from: number, until: number): Uint8Array {
  return foldRight(sha256, subtreesOf(from, until).map(read));
}

/** The largest power of two below `count`, which is at least 2. */
function splitOf(count: number): number {
  return 2 ** wholeLevel(count - 1);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return 2 ** Math.round(Math.log2(value)) === value;
}
