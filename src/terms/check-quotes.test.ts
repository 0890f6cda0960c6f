// Quotations looked up in the kept text of their source: marks do not matter, words do.
import { describe, expect, test } from "vitest";
import { loadTerms } from "./check-terms.ts";
import { NO_CONTEXT } from "./context.ts";

const KEPT = `The two leaders spoke for long. They agreed on an “energy-and-infrastructure
ceasefire”, to begin at once; nobody's hour was named.`;

function found(quote: string, source = "src-1", keptTexts = new Map([["src-1", KEPT]])) {
  const text = `truceline: terms/1
id: text
title: A text
parties: [A, B]
questions:
  scope:
    asks: Which targets?
    answers:
      wide: { targets: [energy], held: { by: A, source: ${source}, quote: ${JSON.stringify(quote)} } }
      narrow: { targets: [gas], held: { by: B, source: src-2, gist: gas alone } }
clauses:
  strikes: { effect: prohibit, by: [A, B], act: strike, targets: { question: scope } }
`;
  const context = { ...NO_CONTEXT, keptTexts };
  return loadTerms(text, { file: "text.terms.yaml", context }).problems.filter(
    ({ code }) => code === "T703",
  );
}

describe("a quotation from a kept text", () => {
  test.each([
    ["word by word", "energy and infrastructure ceasefire"],
    ["with other marks and across a line", "'Energy and infrastructure' ceasefire, to begin"],
    ["with an apostrophe inside a word", "nobody’s hour"],
  ])("that stands there %s is silent", (_, quote) => {
    expect(found(quote)).toEqual([]);
  });

  test("that does not stand there is an error at its answer, with the nearest passage", () => {
    const [problem, ...more] = found("energy infrastructure ceasefire");
    expect(more).toEqual([]);
    expect(problem?.severity).toBe("error");
    expect(problem?.message).toContain(`src-1 does not have the words quoted of A`);
    expect(problem?.help).toBe(`the nearest passage: "energy and infrastructure"`);
    expect(problem?.at?.line).toBe(9);
  });

  test("that is part of a longer word there is not found", () => {
    expect(found("nobod")).toHaveLength(1);
  });

  test("of which no word stands there names no passage", () => {
    expect(found("railways")[0]?.help).toBe("no passage there is near");
  });
});

test("without a kept text of the source nothing is looked up", () => {
  expect(found("railways", "src-9")).toEqual([]);
  expect(found("railways", "src-1", new Map())).toEqual([]);
});
