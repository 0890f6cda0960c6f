// The tree over edges gives every two that meet, however they lie; and it gives up in bounded time, not in silence.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Position } from "../model/place.ts";
import { eachNearPair } from "./edge-tree.ts";
import { edgesMeet } from "./segment.ts";
import type { Edge } from "./segment.ts";

function metByTree(edges: readonly Edge[]): readonly string[] {
  const met: string[] = [];
  const isWhole = eachNearPair(edges, (i, j) => {
    const [a, b] = [edges[i], edges[j]];
    if (a !== undefined && b !== undefined && edgesMeet(a, b)) met.push(`${i} ${j}`);
    return true;
  });
  expect(isWhole).toBe(true);
  return met.sort();
}

function metByPairs(edges: readonly Edge[]): readonly string[] {
  return edges
    .flatMap((a, i) => edges.flatMap((b, j) => (i < j && edgesMeet(a, b) ? [`${i} ${j}`] : [])))
    .sort();
}

describe("edges that meet", () => {
  const position: fc.Arbitrary<Position> = fc.tuple(
    fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -180, max: 180, noNaN: true })),
    fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -90, max: 90, noNaN: true })),
  );

  test("are each given once, as comparing every two finds them", () => {
    const edges = fc.array(fc.tuple(position, position), { minLength: 0, maxLength: 90 });
    fc.assert(
      fc.property(edges, (some) => {
        expect(metByTree(some)).toEqual(metByPairs(some));
      }),
      { numRuns: 150 },
    );
  });

  test("are found among long slanting ones side by side", () => {
    const slanting = Array.from({ length: 400 }, (_, i): Edge => [
      [i / 100, 0],
      [i / 100 + 3, 5],
    ]);
    const across: Edge = [
      [0, 2],
      [10, 2.001],
    ];
    const edges = [...slanting, across];
    expect(metByTree(edges)).toEqual(metByPairs(edges));
    expect(metByTree(edges)).toHaveLength(400);
  });
});

test("a tangle of which every two overlap is given up, and that is said", () => {
  const tangle = Array.from({ length: 20_000 }, (_, i): Edge => [
    [i / 1e6, 0],
    [1 + i / 1e6, 3],
  ]);
  expect(eachNearPair(tangle, () => true)).toBe(false);
});

test("whoever has seen enough is not given more", () => {
  let given = 0;
  const same = Array.from({ length: 50 }, (): Edge => [
    [0, 0],
    [1, 1],
  ]);
  eachNearPair(same, () => ++given < 3);
  expect(given).toBe(3);
});
