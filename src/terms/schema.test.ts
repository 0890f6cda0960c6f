// The schema an editor completes from: it takes every good text, and it does not take a name that is not there.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readText, text, vocabularies } from "../../test/kit/makers.ts";
import { OTHER_LIST } from "../../test/kit/real-case.ts";
import { ARBITRARY_CONTEXT } from "./arbitrary-values.ts";
import { arbitraryInstrument } from "./arbitrary.ts";
import type { Instrument } from "./ast.ts";
import { instrumentToPlain } from "./instrument-to-plain.ts";
import { termsSchema } from "./schema.ts";
import type { SchemaNames } from "./schema.ts";
import { vocabulary } from "./vocabulary.ts";

const NONE = vocabulary([]);

function accepts(instrument: Instrument, names: Omit<SchemaNames, "sources">, value: unknown) {
  const schema = termsSchema(instrument, { ...names, sources: [] });
  return z.fromJSONSchema(schema).safeParse(value).success;
}

const SOURCE = readText("test/fixtures/energy.terms.yaml");

describe("the schema of the worked example", () => {
  const energy = text(SOURCE);
  const read = (source: string): unknown => parse(source, { schema: "core" });

  test("takes the text itself", () => {
    expect(accepts(energy, vocabularies(), read(SOURCE))).toBe(true);
  });

  test.each([
    ["a kind", "oil-refinery", "oil-refinary"],
    ["an answer", `take: { scope: ${OTHER_LIST}`, `take: { scope: ${OTHER_LIST}s`],
    ["a question", "{ question: start }", "{ question: strat }"],
    ["a field", "effect: prohibit", "efect: prohibit"],
    ["an act", "act: strike", "act: strik"],
    ["a holder", "held: { by: UA,", "held: { by: UAA,"],
  ])("does not take %s that is not there", (_, good, bad) => {
    const wrong = SOURCE.replace(good, bad);
    expect(wrong).not.toBe(SOURCE);
    expect(accepts(energy, vocabularies(), read(wrong))).toBe(false);
  });
});

test("takes any valid text", () => {
  const { kinds, means, acts } = ARBITRARY_CONTEXT;
  const names = { kinds: kinds ?? NONE, means: means ?? NONE, acts: acts ?? NONE };
  fc.assert(
    fc.property(arbitraryInstrument(), (instrument) => {
      const schema = z.fromJSONSchema(termsSchema(instrument, { ...names, sources: [] }));
      const found = schema.safeParse(JSON.parse(JSON.stringify(instrumentToPlain(instrument))));
      expect(found.error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
