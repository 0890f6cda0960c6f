// The fast way through all situations says what the judge says of each, whatever the text; and what it is told to refuse it refuses.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/kit/runs.ts";
import { arbitraryInstrument, inputOf } from "../../../test/kit/arbitrary.ts";
import { everything } from "../../../test/kit/variations.ts";
import type { Instrument } from "../../terms/ast.ts";
import { contextOf } from "../context.ts";
import { outcomeOf } from "../outcome.ts";
import { readingModel } from "../reading-model.ts";
import type { ReadingModel } from "../reading-model.ts";
import { gridOf } from "./grid.ts";
import { verdictOf } from "./meaning.ts";
import { situationAt, spaceOf } from "./space.ts";

function modelsOf(instrument: Instrument): readonly ReadingModel[] {
  const input = inputOf([instrument], []);
  const context = contextOf(input, { instrument, version: "random" });
  return [...instrument.readings.values()].map((reading) => readingModel(context, reading));
}

/** The plain twin: every world and every answer to open edges, by the judge's own cells. */
function plainVerdict(
  { context, worlds, edges }: ReadingModel,
  fact: ReturnType<typeof situationAt>,
) {
  const values = new Set(
    worlds.flatMap(({ rules }) =>
      outcomeOf({ context, rules, fact, edges, released: false }).cells.map(({ value }) => value),
    ),
  );
  return values.size === 1 ? [...values][0] : "undetermined";
}

describe("every situation of a text", () => {
  test("has the verdict that the judge gives it, under every reading", () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryInstrument(everything), fc.nat(), (instrument, seed) => {
        const models = modelsOf(instrument);
        const space = spaceOf(models);
        if ("tooMany" in space) throw new Error("a small text");
        const grid = gridOf(space, models);
        const byId = new Map(grid.classes.map((cls) => [cls.id, cls]));
        expect(grid.classes.reduce((sum, { count }) => sum + count, 0)).toBe(space.size);
        for (let step = 0; step < 60; step++) {
          const index = (seed + step * 7919) % space.size;
          const cls = byId.get(grid.classOf[index] ?? -1);
          for (const model of models) {
            const found = cls === undefined ? "no class" : verdictOf(grid, cls, model);
            expect(found).toBe(plainVerdict(model, situationAt(space, index)));
            seen++;
          }
        }
      }),
      { numRuns: runs(150) },
    );
    expect(seen).toBeGreaterThan(runs(10_000));
  });

  test("that hits one thing has a number, and its digits are its values", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), (instrument) => {
        const space = spaceOf(modelsOf(instrument));
        if ("tooMany" in space) throw new Error("a small text");
        const facts = Array.from({ length: space.size }, (_, index) =>
          JSON.stringify(situationAt(space, index)),
        );
        expect(new Set(facts).size).toBe(space.size);
      }),
      { numRuns: runs(30) },
    );
  });
});
