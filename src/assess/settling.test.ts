// What would settle a verdict, where only some possibilities name an input.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import type { Point } from "./point.ts";
import { decisiveValues, settlings } from "./settling.ts";

const EDGES = ["coal", "dam"] as const;

/** Points in which a thing names the edges that it hangs on, and each actor has its own line of outcomes. */
const arbitraryPoints = fc
  .record({
    actors: fc.uniqueArray(fc.constantFrom("A", "B", "other"), { minLength: 1 }),
    things: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("mine", "works", "school"),
        asks: fc.subarray([...EDGES]),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    ),
    outcomes: fc.array(fc.constantFrom("violation", "not-covered"), {
      minLength: 36,
      maxLength: 36,
    }),
  })
  .map(({ actors, things, outcomes }) => {
    let drawn = 0;
    return actors.flatMap((actor) =>
      things.flatMap(({ name, asks }) =>
        answersTo(asks).map((answers) =>
          point([["actor", actor], ["thing", name], ...answers], outcomes[drawn++] ?? "violation"),
        ),
      ),
    );
  });

describe("what would settle a verdict", () => {
  test("a kind that hangs on no edge stays what it is, whatever the answer to the edge of another", () => {
    const points = [
      point(
        [
          ["thing", "mine"],
          ["coal", "in"],
        ],
        "violation",
      ),
      point(
        [
          ["thing", "mine"],
          ["coal", "out"],
        ],
        "not-covered",
      ),
      point([["thing", "substation"]], "violation"),
    ];
    expect([...settlings(points)]).toEqual([
      ["thing", "may"],
      ["coal", "may"],
    ]);
    expect([...decisiveValues(points, "thing")]).toEqual(["mine", "substation"]);
  });

  test("is the same as with every input named everywhere", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryPoints, (points) => {
        const found = settlings(points);
        expect(new Map(found)).toEqual(new Map(settlings(spelledOut(points))));
        for (const does of found.values()) seen.add(does);
      }),
      { numRuns: runs(3000) },
    );
    expect([...seen].sort()).toEqual(["idle", "may", "needed", "suffices"]);
  });
});

/** Every point once for each answer to the edges that it does not name. */
function spelledOut(points: readonly Point[]): readonly Point[] {
  const named = EDGES.filter((edge) => points.some(({ values }) => values.has(edge)));
  return points.flatMap((one) =>
    answersTo(named.filter((edge) => !one.values.has(edge))).map((answers) =>
      point([...one.values, ...answers], one.outcome),
    ),
  );
}

function answersTo(edges: readonly string[]): readonly (readonly (readonly [string, string])[])[] {
  return edges.reduce<readonly (readonly (readonly [string, string])[])[]>(
    (all, edge) =>
      all.flatMap((some) => ["in", "out"].map((way) => [...some, [edge, way] as const])),
    [[]],
  );
}

function point(values: Iterable<readonly [string, string]>, outcome: string): Point {
  return { values: new Map(values), outcome } as unknown as Point;
}
