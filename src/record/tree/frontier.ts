// What a growing log must remember of its tree: the roots of the whole subtrees, at most one a level. Appending costs O(1).
import type { Sha256 } from "../bytes/commitment.ts";
import { foldRight, nodeHash } from "./hash-tree.ts";

export interface Frontier {
  readonly size: number;
  /** Largest first; as many as `size` has binary ones, at most 53. */
  readonly hashes: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** The frontier with one more leaf, and the hashes of the subtrees it completed (level 0 first) for whoever writes tiles. */
export function appendLeaf(
  sha256: Sha256,
  frontier: Frontier,
  leaf: Uint8Array,
): { readonly frontier: Frontier; readonly completed: readonly Uint8Array[] } {
  const hashes = [...frontier.hashes];
  const completed = [leaf];
  let node = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = hashes.pop();
    if (left === undefined) throw new RangeError(`a frontier of ${frontier.size} lacks hashes`);
    node = nodeHash(sha256, left, node);
    completed.push(node);
  }
  return { frontier: { size: frontier.size + 1, hashes: [...hashes, node] }, completed };
}

export function frontierRoot(sha256: Sha256, { hashes }: Frontier): Uint8Array {
  return foldRight(sha256, hashes);
}
