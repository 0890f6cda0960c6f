// The limits of TERMS 10 on one text: each is told by its code with what came and what is allowed, whatever else is wrong.
import { describe, expect, test } from "vitest";
import { checkSize } from "./check-size.ts";
import { NO_CONTEXT } from "./context.ts";
import { loadTerms } from "./check-terms.ts";
import { MAX_TEXT, parseTerms } from "./parse-terms.ts";

const HEAD =
  "truceline: terms/1\nid: text\ntitle: A text\nparties: [A, B]\nreadings: { text: {} }\n";
const CLAUSE = "{ effect: prohibit, by: [A, B], act: strike }";

function tooLarge(text: string): readonly string[] {
  const { value, problems } = loadTerms(text, { file: "text.terms.yaml", context: NO_CONTEXT });
  const errors = problems.filter(({ severity }) => severity === "error");
  const found = errors.filter(({ code }) => code === "T801");
  // A text is refused for its size and for nothing else: without that it can be used.
  expect(errors).toEqual(found);
  expect(value === null).toBe(found.length > 0);
  return found.map(({ message }) => message);
}

function numbered(count: number, line: string): string {
  return Array.from({ length: count }, (_, n) => `  n-${n}: ${line}\n`).join("");
}

describe("a text at its limits", () => {
  test("of size: one character too many is told with both numbers", () => {
    const text = `${HEAD}clauses:\n  strikes: ${CLAUSE}\n`;
    const padded = (length: number) => `${text}#${"x".repeat(length - text.length - 1)}`;
    expect(tooLarge(padded(MAX_TEXT))).toEqual([]);
    expect(tooLarge(padded(MAX_TEXT + 1))).toEqual([
      "the text has 1048577 characters; at most 1048576",
    ]);
  });

  test("of nesting: 17 levels are told, 16 are not", () => {
    const nested = (levels: number) =>
      `${HEAD}clauses: { strikes: ${CLAUSE} }\nrelations: ${"[".repeat(levels)}${"]".repeat(levels)}\n`;
    expect(tooLarge(nested(16))).toEqual([]);
    expect(tooLarge(nested(17))).toEqual(["nested deeper than 16 levels"]);
  });

  test("of kinds: 5,001 are told with both numbers", () => {
    const text = (count: number) =>
      `${HEAD}kinds:\n${numbered(count, "{ is: [object] }")}clauses:\n  strikes: ${CLAUSE}\n`;
    expect(tooLarge(text(5_000))).toEqual([]);
    expect(tooLarge(text(5_001))).toEqual(["the text has 5001 kinds; at most 5000"]);
  });

  test("of clauses: 2,001 are told with both numbers", () => {
    const one = parseTerms(`${HEAD}clauses:\n  strikes: ${CLAUSE}\n`, { file: "text.terms.yaml" });
    const strikes = one.value?.clauses.get("strikes");
    if (one.value === null || strikes === undefined) throw new Error("the text cannot be read");
    const { value } = one;
    const found = (count: number) => {
      const ids = Array.from({ length: count }, (_, n) => `n-${n}`);
      const clauses = new Map(ids.map((id) => [id, { ...strikes, id }]));
      const problems = checkSize({
        instrument: { ...value, clauses },
        places: () => null,
        context: NO_CONTEXT,
      });
      return problems.flatMap(({ code, message }) => (code === "T801" ? [message] : []));
    };
    expect(found(2_001)).toEqual(["the text has 2001 clauses; at most 2000"]);
  });
});
