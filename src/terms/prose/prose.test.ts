// The plain-language view: any valid text has one in every language, each sentence has its own id, and the worked example says what
// a lawyer would have to sign.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText, text, vocabularies } from "../../../test/kit/makers.ts";
import { OTHER_LIST } from "../../../test/kit/real-case.ts";
import { ARBITRARY_CONTEXT } from "../arbitrary-values.ts";
import { arbitraryInstrument } from "../arbitrary.ts";
import type { Instrument } from "../ast.ts";
import { vocabulary } from "../vocabulary.ts";
import { proseOf } from "./prose.ts";
import { PROSE_LANGUAGES } from "./words.ts";
import type { ProseLanguage } from "./words.ts";

const NONE = vocabulary([]);
const energy = text(readText("test/fixtures/energy.terms.yaml"));

function prose(instrument: Instrument, lang: ProseLanguage, words = vocabularies()) {
  return new Map(
    proseOf({ lang, instrument, ...words, party: (id) => id }).map((one) => [one.id, one.text]),
  );
}

describe("the worked example", () => {
  const said = prose(energy, "en");

  test("says its rule, what it leaves open, who holds what, and what a reading takes", () => {
    expect(said.get("clauses/strikes")).toBe("1. RU and UA shall not do the following: strike.");
    expect(said.get("clauses/strikes/targets")).toBe(
      "Left open: Which targets are off limits? (question “scope”)",
    );
    expect(said.get(`questions/scope/answers/${OTHER_LIST}/held/0`)).toBe(
      "Held by UA, since 2025-03-25 (src-259): power, oil and gas, nuclear, coal, energy engineering.",
    );
    expect(said.get("questions/length/answers/calendar")).toBe(
      "“calendar”: It lasts 30 calendar days. Nobody holds this answer.",
    );
    expect(said.get("readings/RU/take/on-breach")).toContain(
      "one of these: “free-by-conduct”, “free-on-notice”",
    );
    expect(said.get("readings/UA/open")).toBe(
      "It leaves open: “length”, “extension” and “on-breach”.",
    );
  });

  test("has the same sentences in every language, in that language", () => {
    const [en, ru, uk] = PROSE_LANGUAGES.map((lang) => prose(energy, lang));
    expect([...(ru?.keys() ?? [])]).toEqual([...(en?.keys() ?? [])]);
    expect([...(uk?.keys() ?? [])]).toEqual([...(en?.keys() ?? [])]);
    expect(uk?.get("clauses/strikes")).toBe(
      "1. Заборонено такі дії: удар. Зобов’язані сторони: RU і UA.",
    );
    expect(ru?.get("questions/scope/answers/energy-infrastructure")).toBe(
      "«energy-infrastructure»: Это касается таких целей: энергетика.",
    );
  });
});

test("any valid text can be said, whole, in every language", () => {
  const { kinds, means, acts } = ARBITRARY_CONTEXT;
  const words = { kinds: kinds ?? NONE, means: means ?? NONE, acts: acts ?? NONE };
  fc.assert(
    fc.property(arbitraryInstrument(), fc.constantFrom(...PROSE_LANGUAGES), (instrument, lang) => {
      const sentences = proseOf({ lang, instrument, ...words, party: (id) => id });
      expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
      for (const section of ["clauses", "questions", "readings"] as const)
        for (const id of instrument[section].keys())
          expect(sentences.some((one) => one.id === `${section}/${id}`)).toBe(true);
      for (const { text: said } of sentences) expect(said).not.toMatch(/undefined|\[object|NaN/);
    }),
    { numRuns: 150 },
  );
});
