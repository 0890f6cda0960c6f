// What is a kind of what (TERMS 1.2): a graph with open edges, and the leaf `<kind>.other` below every inner kind.
import type { Nodes } from "./document.ts";

interface Edge {
  readonly child: string;
  readonly parent: string;
  readonly open: boolean;
}

/** A vocabulary with a document's additions. */
export interface Graph {
  readonly edges: readonly Edge[];
  readonly leaves: readonly string[];
}

/** The question an open edge asks. */
export function edgeQuestion({ child, parent }: Edge): string {
  return `${child}-in-${parent}`;
}

/** Builds the graph; a node that both name has the parents of both. */
export function graphOf(vocabulary: Nodes, additions: Nodes = {}): Graph {
  const own = [...edgesOf(vocabulary), ...edgesOf(additions)];
  const names = [...new Set([...Object.keys(vocabulary), ...Object.keys(additions)])];
  const inner = names.filter((name) => own.some(({ parent, open }) => parent === name && !open));
  const others = inner.map((name) => ({ child: `${name}.other`, parent: name, open: false }));
  const leaves = [
    ...names.filter((name) => !inner.includes(name)),
    ...others.map(({ child }) => child),
  ];
  return { edges: [...own, ...others], leaves };
}

/** The leaves a reported word stands for: those below it by closed edges; `unknown` is any leaf. */
export function leavesOf(graph: Graph, word: string): readonly string[] {
  if (word === "unknown") return graph.leaves;
  if (graph.leaves.includes(word)) return [word];
  return graph.leaves.filter((leaf) => above(graph, leaf, new Set()).has(word));
}

const reached = new WeakMap<Graph, Map<string, ReadonlySet<string>>>();

/** The leaf itself and all that is above it, where `taken` holds the questions of the open edges that count. */
export function above(
  graph: Graph,
  leaf: string,
  taken: ReadonlySet<string> | "all",
): ReadonlySet<string> {
  const known = reached.get(graph) ?? new Map<string, ReadonlySet<string>>();
  reached.set(graph, known);
  const key = `${leaf} ${taken === "all" ? taken : [...taken].join(" ")}`;
  const found = known.get(key) ?? climb(graph, leaf, taken);
  known.set(key, found);
  return found;
}

function climb(
  graph: Graph,
  leaf: string,
  taken: ReadonlySet<string> | "all",
): ReadonlySet<string> {
  const found = new Set([leaf]);
  for (const word of found)
    for (const edge of graph.edges) {
      const counts = !edge.open || taken === "all" || taken.has(edgeQuestion(edge));
      if (edge.child === word && counts) found.add(edge.parent);
    }
  return found;
}

/** Questions of the open edges between these leaves and any of the words. */
export function openQuestions(
  graph: Graph,
  leaves: readonly string[],
  words: readonly string[],
): readonly string[] {
  const reached = new Set(leaves.flatMap((leaf) => [...above(graph, leaf, "all")]));
  const asked = graph.edges.filter(
    (edge) =>
      edge.open &&
      reached.has(edge.child) &&
      words.some((word) => above(graph, edge.parent, "all").has(word)),
  );
  return [...new Set(asked.map(edgeQuestion))];
}

function edgesOf(nodes: Nodes): readonly Edge[] {
  return Object.entries(nodes).flatMap(([child, node]) =>
    (node?.is ?? []).map((parent) => ({
      child,
      parent: parent.replace(/^\?/, ""),
      open: parent.startsWith("?"),
    })),
  );
}
