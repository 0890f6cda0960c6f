// Circles among kinds are found however long they are, and no more of them than anyone would read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VocabularyNode } from "./ast.ts";
import { cycles } from "./vocabulary.ts";

function graph(edges: readonly (readonly [string, string])[]): ReadonlyMap<string, VocabularyNode> {
  const nodes = new Map<string, VocabularyNode>();
  for (const [from, to] of edges) {
    const is = [...(nodes.get(from)?.is ?? []), { to, open: false }];
    nodes.set(from, { id: from, is, labels: {} });
  }
  return nodes;
}

describe("cycles", () => {
  test("of 100,000 kinds need no stack of the engine's", () => {
    const size = 100_000;
    const circle = Array.from({ length: size }, (_, i) => [`k${i}`, `k${(i + 1) % size}`] as const);
    const [found, ...more] = cycles(graph(circle));
    expect(found).toHaveLength(size + 1);
    expect(found?.[0]).toBe(found?.at(-1));
    expect(more).toEqual([]);
    expect(cycles(graph(circle.slice(1)))).toEqual([]);
  });

  test("stop at a hundred where everything is a kind of everything", () => {
    const names = Array.from({ length: 60 }, (_, i) => `k${i}`);
    const all = names.flatMap((from) => names.map((to) => [from, to] as const));
    expect(cycles(graph(all))).toHaveLength(100);
  });

  test("are walks along the edges that end where they began; there is one exactly where a node reaches itself", () => {
    const name = fc.constantFrom(..."abcdef");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), (edges) => {
        const found = cycles(graph(edges));
        const has = (from: string, to: string) => edges.some(([a, b]) => a === from && b === to);
        for (const walk of found) {
          expect(walk.at(-1)).toBe(walk[0]);
          for (const [i, to] of walk.slice(1).entries()) expect(has(walk[i] ?? "", to)).toBe(true);
        }
        expect(found.length > 0).toBe(reachesItself(edges));
      }),
    );
  });
});

/** Floyd and Warshall: whether any node can be reached from itself. */
function reachesItself(edges: readonly (readonly [string, string])[]): boolean {
  const reach = new Set(edges.map(([from, to]) => from + to));
  for (const via of "abcdef")
    for (const from of "abcdef")
      for (const to of "abcdef")
        if (reach.has(from + via) && reach.has(via + to)) reach.add(from + to);
  return [..."abcdef"].some((node) => reach.has(node + node));
}
