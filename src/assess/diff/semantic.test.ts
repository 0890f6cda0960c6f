// The worked example of TERMS 5, word for word; and a comparison that finds nothing where nothing differs.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryInstrument, inputOf } from "../../../test/kit/arbitrary.ts";
import { input, readText, text } from "../../../test/kit/makers.ts";
import { CALL_LIST, OTHER_LIST } from "../../../test/kit/real-case.ts";
import { everything } from "../../../test/kit/variations.ts";
import type { ReadingModel } from "../reading-model.ts";
import { outcomeOf } from "../outcome.ts";
import { situationAt, spaceOf } from "../lint/space.ts";
import { semanticDiff, wordsOf } from "./semantic.ts";
import type { SemanticDiff } from "./semantic.ts";

const energy = text(readText("test/fixtures/energy.terms.yaml"));
const CASE = input([energy]);

function between(a: string, b: string): SemanticDiff {
  const model = (answer: string) =>
    wordsOf(CASE, { instrument: energy, version: "energy" }, new Map([["scope", [answer]]]));
  const found = semanticDiff(model(a), model(b));
  if ("tooMany" in found) throw new Error("a small text");
  return found;
}

/** `violation > not-covered: coal, gas` for every direction. */
function told({ directions }: SemanticDiff): readonly string[] {
  return directions.map(({ from, to, kinds }) => `${from} > ${to}: ${kinds.join(", ")}`);
}

describe("energy infrastructure to the list read out after the call", () => {
  const found = between("energy-infrastructure", CALL_LIST);

  test("no longer protects, opens and closes exactly what TERMS 5 says", () => {
    expect(told(found)).toEqual([
      "violation > not-covered: gas-processing, gas-production, heat, lng-terminal, oil-extraction, oil-terminal, energy.other, gas.other, oil.other, power.other",
      "violation > undetermined: gas-metering",
      "undetermined > not-covered: coal, energy-machine-building, fuel-station",
    ]);
  });

  test("is the same seen from the other side", () => {
    const back = between(CALL_LIST, "energy-infrastructure");
    const turned = found.directions.map(({ from, to, kinds }) => ({ from: to, to: from, kinds }));
    expect(new Set(told(back))).toEqual(
      new Set(
        told({ ...found, directions: turned.map((one) => ({ ...one, boxes: [], left: 0 })) }),
      ),
    );
  });

  test("tells each direction in one box, by whom, and until when at most", () => {
    for (const { boxes, left } of found.directions) {
      expect(boxes.length).toBe(1);
      expect(left).toBe(0);
      expect(boxes[0]?.actors).toEqual(["RU", "UA"]);
      expect(boxes[0]?.times.length).toBe(1);
      expect(boxes[0]?.someAnswers).toBe(false);
    }
  });
});

describe("against the other side's list", () => {
  test("the list of the call lacks these, and the example needs no open word", () => {
    const found = between(CALL_LIST, OTHER_LIST);
    expect(told(found)).toEqual([
      "not-covered > violation: coal, energy-machine-building, gas-processing, gas-production, lng-terminal, oil-extraction, oil-terminal, gas.other, oil.other, power.other",
      "undetermined > violation: gas-metering",
      "not-covered > undetermined: fuel-station",
    ]);
    expect(found.directions[0]?.boxes[0]?.example).toBe(
      "strike by RU on coal mine, 2025-03-17 21:00Z: not-covered before, violation after",
    );
  });
});

describe("any two texts", () => {
  function plain({ context, worlds, edges }: ReadingModel, fact: ReturnType<typeof situationAt>) {
    const values = worlds.flatMap(({ rules }) =>
      outcomeOf({ context, rules, fact, edges, released: false }).cells.map(({ value }) => value),
    );
    return new Set(values).size === 1 ? values[0] : "undetermined";
  }

  test("P15: no change is told only where every verdict is the same; a text against itself has none", () => {
    let different = 0;
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryInstrument(everything), (a, b) => {
        const [before, after] = [a, b].map((instrument, i) =>
          wordsOf(inputOf([instrument], []), { instrument, version: String(i) }),
        );
        if (before === undefined || after === undefined) throw new Error("two texts");
        const [found, none] = [semanticDiff(before, after), semanticDiff(before, before)];
        const space = spaceOf([before, after]);
        if ("tooMany" in found || "tooMany" in none || "tooMany" in space) throw new Error("small");
        expect(none.directions).toEqual([]);
        const step = Math.ceil(space.size / 300);
        const changes = Array.from({ length: 300 }, (_, i) => (i * step) % space.size).some(
          (index) =>
            plain(before, situationAt(space, index)) !== plain(after, situationAt(space, index)),
        );
        if (!changes) return;
        different++;
        expect(found.directions).not.toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(different).toBeGreaterThan(5);
  });
});
