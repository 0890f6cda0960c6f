// Hot file: which edges of a polygon may meet, without trying every two (check-area.test.ts holds it to the plain way; bench/geo).
// A tree over the edges in ring order, as neighbours on a ring lie near each other; each node keeps its extent along four
// directions, so that long slanting edges side by side are told apart as well as upright ones.
import type { Edge } from "./segment.ts";

/** Edges under one leaf. */
const LEAF = 8;
/** Extents along x, y, x + y and x - y: low and high of each. */
const WIDTH = 8;
/** Degrees; at least what segment.ts takes for a touch, summed over two coordinates of up to 360. */
const SLACK = 1e-9;

/** Steps before giving up: enough for every two of some 5,000 edges; a drawn outline takes about three an edge. */
const FREE_STEPS = 1_800_000;
const STEPS_PER_EDGE = 8;
/** Two leaves, with up to LEAF times LEAF pairs of edges, cost as much as so many pairs of nodes. */
const LEAF_STEPS = 8;

/**
 * Gives each unordered pair of edges whose extents overlap to `visit` (lower index first) until it returns false. False when there
 * were too many to look at: then some were not given. Cost: about n log n for outlines as they are drawn, bounded for any others.
 */
export function eachNearPair(
  edges: readonly Edge[],
  visit: (first: number, second: number) => boolean,
): boolean {
  const tree = new EdgeTree(edges);
  const stack: [number, number][] = edges.length === 0 ? [] : [[1, 1]];
  const most = FREE_STEPS + STEPS_PER_EDGE * edges.length;
  let steps = 0;
  for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
    if (++steps > most) return false;
    const [a, b] = pair;
    if (a !== b && !tree.overlap(a, b)) continue;
    if (tree.isLeaf(a)) {
      steps += LEAF_STEPS;
      if (!visitLeaves(tree, [a, b], visit)) return true;
    } else if (a === b) {
      stack.push([2 * a + 1, 2 * a + 1], [2 * a, 2 * a + 1], [2 * a, 2 * a]);
    } else {
      stack.push(...crossed(a, b));
    }
  }
  return true;
}

/** Both nodes are on one level, so both have children. */
function crossed(a: number, b: number): readonly [number, number][] {
  return [
    [2 * a + 1, 2 * b + 1],
    [2 * a + 1, 2 * b],
    [2 * a, 2 * b + 1],
    [2 * a, 2 * b],
  ];
}

function visitLeaves(
  tree: EdgeTree,
  [a, b]: readonly [number, number],
  visit: (first: number, second: number) => boolean,
): boolean {
  const [startA, endA] = tree.range(a);
  const [startB, endB] = tree.range(b);
  for (let i = startA; i < endA; i++) {
    for (let j = a === b ? i + 1 : startB; j < endB; j++) {
      if (tree.edgesOverlap(i, j) && !visit(i, j)) return false;
    }
  }
  return true;
}

/** A full binary tree: node 1 is the root, node n has the children 2n and 2n + 1, the leaves are the last level. */
class EdgeTree {
  readonly #edges: Float64Array;
  readonly #nodes: Float64Array;
  readonly #leaves: number;
  readonly #count: number;

  constructor(edges: readonly Edge[]) {
    this.#count = edges.length;
    this.#edges = new Float64Array(edges.length * WIDTH);
    edges.forEach((edge, index) => writeExtent(this.#edges, index, edge));
    const leaves = Math.max(1, Math.ceil(edges.length / LEAF));
    this.#leaves = 2 ** Math.ceil(Math.log2(leaves));
    this.#nodes = emptyExtents(2 * this.#leaves);
    for (let i = 0; i < this.#count; i++) {
      widen(this.#nodes, this.#leaves + Math.floor(i / LEAF), this.#edges, i);
    }
    for (let node = this.#leaves - 1; node >= 1; node--) {
      widen(this.#nodes, node, this.#nodes, 2 * node);
      widen(this.#nodes, node, this.#nodes, 2 * node + 1);
    }
  }

  isLeaf(node: number): boolean {
    return node >= this.#leaves;
  }

  /** Indices of the edges under a leaf, half-open. */
  range(leaf: number): readonly [number, number] {
    const start = (leaf - this.#leaves) * LEAF;
    return [Math.min(start, this.#count), Math.min(start + LEAF, this.#count)];
  }

  overlap(a: number, b: number): boolean {
    return extentsOverlap(this.#nodes, a, b);
  }

  edgesOverlap(a: number, b: number): boolean {
    return extentsOverlap(this.#edges, a, b);
  }
}

function emptyExtents(count: number): Float64Array {
  return new Float64Array(count * WIDTH).map((_, i) => (i % 2 === 0 ? Infinity : -Infinity));
}

function writeExtent(into: Float64Array, index: number, [from, to]: Edge): void {
  const starts = [from[0], from[1], from[0] + from[1], from[0] - from[1]];
  const ends = [to[0], to[1], to[0] + to[1], to[0] - to[1]];
  starts.forEach((start, axis) => {
    const end = ends[axis] ?? start;
    into[index * WIDTH + 2 * axis] = Math.min(start, end);
    into[index * WIDTH + 2 * axis + 1] = Math.max(start, end);
  });
}

function widen(into: Float64Array, node: number, from: Float64Array, part: number): void {
  for (let i = 0; i < WIDTH; i += 2) {
    const [at, of] = [node * WIDTH + i, part * WIDTH + i];
    into[at] = Math.min(into[at] ?? 0, from[of] ?? 0);
    into[at + 1] = Math.max(into[at + 1] ?? 0, from[of + 1] ?? 0);
  }
}

function extentsOverlap(extents: Float64Array, a: number, b: number): boolean {
  for (let i = 0; i < WIDTH; i += 2) {
    const [x, y] = [a * WIDTH + i, b * WIDTH + i];
    if ((extents[x] ?? 0) > (extents[y + 1] ?? 0) + SLACK) return false;
    if ((extents[y] ?? 0) > (extents[x + 1] ?? 0) + SLACK) return false;
  }
  return true;
}
