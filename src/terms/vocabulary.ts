// Kinds, means and acts as graphs: what is a kind of what, by closed edges and by open ones that texts dispute (TERMS 1.2).
import { compareText } from "../model/problem.ts";
import type { VocabularyNode } from "./ast.ts";

/** The id of the question that an open edge is: `gas-metering-in-gas-pipeline`. */
export function edgeQuestion(from: string, to: string): string {
  return `${from}-in-${to}`;
}

/** Every inner node has an implicit leaf for what is of it and of none of its known children. */
export function otherLeaf(id: string): string {
  return `${id}.other`;
}

/** How a leaf lies to a node: surely in it, surely not, or only if every edge of one of the paths is "in". */
export type Membership =
  | { readonly kind: "in" }
  | { readonly kind: "out" }
  /** Alternatives (any path suffices), each a set of edge questions that must all be answered `in`. Minimal, sorted. */
  | { readonly kind: "open"; readonly paths: readonly (readonly string[])[] };

/** An acyclic graph of nodes; build it with `vocabulary`. Node and leaf lists are in id order. */
export interface Vocabulary {
  readonly nodes: ReadonlyMap<string, VocabularyNode>;
  /** All leaves, `.other` ones included. */
  readonly leaves: readonly string[];
  /** Leaves a reported node stands for: those below it by closed edges (a leaf stands for itself). */
  readonly below: (node: string) => readonly string[];
  readonly membership: (leaf: string, node: string) => Membership;
  /** Edge questions of the whole graph. */
  readonly openEdges: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
}

/**
 * Builds the graph of `nodes`; later nodes of the same id add edges to earlier ones (a text's additions).
 * Edges to unknown nodes and cycles must have been reported before; here they are left out.
 */
export function vocabulary(nodes: Iterable<VocabularyNode>): Vocabulary {
  const merged = new Map<string, VocabularyNode>();
  for (const node of nodes) {
    const known = merged.get(node.id);
    merged.set(node.id, known === undefined ? node : mergeNodes(known, node));
  }
  const inner = new Set([...merged.values()].flatMap((node) => node.is.map((edge) => edge.to)));
  const leaves: string[] = [];
  for (const id of merged.keys()) {
    leaves.push(inner.has(id) ? otherLeaf(id) : id);
  }
  leaves.sort(compareText);
  const paths = memoize((id: string) => pathsUp(id, merged));
  const below = memoize((node: string) =>
    leaves.includes(node)
      ? [node]
      : leaves.filter((leaf) => membershipOf(paths(ownerOf(leaf, merged)), node).kind === "in"),
  );
  return {
    nodes: merged,
    leaves,
    below,
    membership: (leaf, node) =>
      leaf === node ? SURE : membershipOf(paths(ownerOf(leaf, merged)), node),
    openEdges: openEdgesOf(merged),
  };
}

/** More cycles than this are not looked for: each may be as long as the graph. */
const MOST_CYCLES = 100;

/** Cycles among the nodes, each as the list of ids on it, at most `MOST_CYCLES`; empty for a good vocabulary. */
export function cycles(nodes: ReadonlyMap<string, VocabularyNode>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  // Our own stack, as a chain of names may be longer than the engine's.
  const trail: string[] = [];
  const left = new Map<string, string[]>();
  const enter = (id: string): void => {
    if (left.has(id)) found.push([...trail.slice(trail.indexOf(id)), id]);
    else if (!done.has(id)) {
      trail.push(id);
      left.set(id, (nodes.get(id)?.is ?? []).map(({ to }) => to).reverse());
    }
  };
  for (const start of nodes.keys()) {
    enter(start);
    for (let id = trail.at(-1); id !== undefined; id = trail.at(-1)) {
      const next = left.get(id)?.pop();
      if (next !== undefined) enter(next);
      else leave(id, { trail, left, done });
      if (found.length >= MOST_CYCLES) return found;
    }
  }
  return found;
}

function leave(
  id: string,
  walk: {
    readonly trail: string[];
    readonly left: Map<string, string[]>;
    readonly done: Set<string>;
  },
): void {
  walk.trail.pop();
  walk.left.delete(id);
  walk.done.add(id);
}

const SURE: Membership = { kind: "in" };

type Path = { readonly node: string; readonly edges: readonly string[] };

/** Every way up from a node: the nodes it reaches and the open edges on the way. Minimal edge sets only. */
function pathsUp(id: string, nodes: ReadonlyMap<string, VocabularyNode>): readonly Path[] {
  const reached: Path[] = [{ node: id, edges: [] }];
  for (let i = 0; i < reached.length; i++) {
    const { node, edges } = reached[i] ?? { node: id, edges: [] };
    for (const edge of nodes.get(node)?.is ?? []) {
      const next = edge.open ? withEdge(edges, edgeQuestion(node, edge.to)) : edges;
      const known = reached.some(
        (path) => path.node === edge.to && path.edges.every((name) => next.includes(name)),
      );
      if (!known && nodes.has(edge.to)) reached.push({ node: edge.to, edges: next });
    }
  }
  return reached;
}

function membershipOf(paths: readonly Path[], node: string): Membership {
  const ways = paths.filter((path) => path.node === node).map((path) => path.edges);
  if (ways.length === 0) return { kind: "out" };
  const minimal = ways.filter(
    (way) => !ways.some((other) => other !== way && isProperSubset(other, way)),
  );
  if (minimal.some((way) => way.length === 0)) return { kind: "in" };
  return { kind: "open", paths: minimal };
}

function isProperSubset(a: readonly string[], b: readonly string[]): boolean {
  return a.length < b.length && a.every((name) => b.includes(name));
}

function withEdge(edges: readonly string[], edge: string): readonly string[] {
  return edges.includes(edge) ? edges : [...edges, edge].sort(compareText);
}

function ownerOf(leaf: string, nodes: ReadonlyMap<string, VocabularyNode>): string {
  return !nodes.has(leaf) && leaf.endsWith(".other") ? leaf.slice(0, -".other".length) : leaf;
}

function mergeNodes(a: VocabularyNode, b: VocabularyNode): VocabularyNode {
  const is = [...a.is, ...b.is.filter((edge) => !a.is.some((known) => known.to === edge.to))];
  return { id: a.id, is, labels: { ...a.labels, ...b.labels } };
}

function openEdgesOf(
  nodes: ReadonlyMap<string, VocabularyNode>,
): ReadonlyMap<string, { readonly from: string; readonly to: string }> {
  const edges = new Map<string, { readonly from: string; readonly to: string }>();
  for (const node of nodes.values()) {
    for (const edge of node.is) {
      if (edge.open) edges.set(edgeQuestion(node.id, edge.to), { from: node.id, to: edge.to });
    }
  }
  return edges;
}

function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
