// Twenty mistakes of different sorts in one file give twenty problems at once, each at its line and column.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  formatProblem,
  loadTerms,
  parseKinds,
  vocabulary,
  NO_CONTEXT,
} from "../../src/terms/index.ts";
import type { TermsContext } from "../../src/terms/index.ts";

const file = "test/terms-mistakes/broken.terms.yaml";
const text = readFileSync(new URL("broken.terms.yaml", import.meta.url), "utf8");
const SOURCES = "077 606 195 259 553 209 181 180".split(" ");

const kinds = parseKinds(
  `truceline: kinds/1
kinds:
  object: {label: {en: object}}
  power: {is: [object], label: {en: power}}
  gas: {is: [object], label: {en: gas}}
  gas-pipeline: {is: [gas], label: {en: gas pipeline}}
  oil-refinery: {is: [object], label: {en: oil refinery}}
  port: {is: [object], label: {en: port}}
  railway: {is: [object], label: {en: railway}}
  ship: {is: [object], label: {en: ship}}
`,
  { file: "kinds.yaml" },
);
const context: TermsContext = {
  ...NO_CONTEXT,
  kinds: vocabulary(kinds.value ?? []),
  sources: new Map(SOURCES.map((id) => [`src-${id}`, null])),
};
const { value, problems } = loadTerms(text, { file, context });

/** Code, line, column, and the words the caret stands under. */
const EXPECTED: readonly (readonly [string, number, number, string])[] = [
  ["T401", 21, 3, "sea"],
  ["T201", 32, 21, "oil-refinary"],
  ["T507", 39, 25, "{ on: 2025-03-18 }"],
  ["T106", 45, 3, "length of it"],
  ["T205", 51, 10, "RUS"],
  ["T101", 53, 5, "wher"],
  ["T204", 55, 23, "strat"],
  ["T202", 56, 14, "intercept"],
  ["T206", 62, 22, "see"],
  ["T207", 63, 23, "scope"],
  ["T208", 64, 23, "src-9999"],
  ["T102", 65, 3, "ports"],
  ["T103", 72, 5, "source"],
  ["T104", 73, 9, "&rail"],
  ["T502", 77, 5, "from"],
  ["T105", 78, 10, "30"],
  ["T307", 79, 5, "unless"],
  ["T501", 86, 5, "until"],
  ["T605", 94, 46, "start"],
  ["T203", 95, 32, "ukranian-list"],
];

describe("a text with twenty mistakes", () => {
  test("gives twenty problems, each of its own code, in the order of their places", () => {
    const lines = text.split("\n");
    const found = problems.map(({ code, at }) => {
      if (at === null) return [code, 0, 0, ""];
      const words = [...(lines[at.line - 1] ?? "")].slice(at.column - 1, at.endColumn - 1).join("");
      return [code, at.line, at.column, words];
    });
    expect(found).toEqual(EXPECTED);
    expect(new Set(EXPECTED.map(([code]) => code)).size).toBe(20);
  });

  test("is not used: no half-read text comes out", () => {
    expect(value).toBeNull();
  });

  test("shows a misspelt answer as TERMS 6 does: message, place, line, caret, nearest name", () => {
    const problem = problems.find(({ code }) => code === "T203");
    expect(problem && formatProblem(problem, () => text)).toMatchInlineSnapshot(`
      "error[T203] reading "UA" takes an answer that question "scope" does not have: "ukranian-list"
        --> test/terms-mistakes/broken.terms.yaml:95:32
       95 |   UA: { by: UA, take: { scope: ukranian-list } }
          |                                ^^^^^^^^^^^^^ did you mean "ukrainian-list"?
      "
    `);
  });
});
