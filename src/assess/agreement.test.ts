// One word for what several readings say: its order, and that "answered differently" is what comparisons count.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { readingId } from "../model/id.ts";
import { agreementOf, differenceOf } from "./agreement.ts";
import { assessCase } from "./assess.ts";
import type { VerdictKind } from "./verdict.ts";
import { compareReadings } from "./wording.ts";

const KINDS = ["violation", "not-covered", "undetermined", "conflict"] as const;

const TABLE: readonly (readonly [readonly VerdictKind[], string | null, string])[] = [
  [[], null, "none"],
  [["violation"], "violation", "none"],
  [["not-covered", "not-covered"], "not-covered", "none"],
  [["violation", "not-covered"], "differ", "surely"],
  [["violation", "undetermined"], "undetermined", "possibly"],
  [["undetermined", "undetermined"], "undetermined", "none"],
  [["conflict", "undetermined"], "conflict", "possibly"],
  [["conflict", "violation"], "conflict", "surely"],
  [["not-covered", "undetermined", "conflict", "violation"], "differ", "surely"],
];

describe("what several readings say of one incident", () => {
  test.each(TABLE)("%j is one word: %s, answered differently: %s", (verdicts, word, differs) => {
    expect(agreementOf(verdicts)).toBe(word);
    expect(differenceOf(verdicts)).toBe(differs);
  });

  test("does not hang on the order of the readings, nor on one asked twice", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 6 }), (kinds) => {
        expect(agreementOf(kinds.toReversed())).toBe(agreementOf(kinds));
        expect(differenceOf([...kinds, ...kinds.toReversed()])).toBe(differenceOf(kinds));
      }),
    );
  });

  test("differs surely and possibly exactly where a comparison counts hard and soft", () => {
    const two = [readingId("energy", "RU"), readingId("energy", "UA")] as const;
    const { hardIds, softIds } = compareReadings(theCase, two);
    const counted = assessCase(theCase, { readings: two }).rows.filter(
      ({ incident }) => !incident.aggregate,
    );
    const found = (difference: string) =>
      counted
        .filter(
          ({ verdicts }) =>
            differenceOf([...verdicts.values()].map(({ verdict }) => verdict)) === difference,
        )
        .map(({ incident }) => incident.id);
    expect(hardIds.length).toBeGreaterThan(0);
    expect(softIds.length).toBeGreaterThan(0);
    expect(found("surely").sort()).toEqual([...hardIds].sort());
    expect(found("possibly").sort()).toEqual([...softIds].sort());
  });
});
