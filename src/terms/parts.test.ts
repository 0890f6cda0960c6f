// Findings stand beside the part they are about: a place in a file tells the part.
import { expect, test } from "vitest";
import { partAt, partsIn } from "./parts.ts";

const YAML = `truceline: terms/1
questions:
  scope:
    asks: Which?
    answers:
      wide: {targets: [object]}
      narrow: {targets: [energy]}
clauses:
  strikes:
    effect: prohibit
`;
const LITERATE = `# A text

\`\`\`terms
questions:
  scope:
    asks: Which?
\`\`\`

> An article.

\`\`\`terms
questions:
  scope:
    answers:
      wide: {targets: [object]}
clauses:
  strikes: {effect: prohibit}
\`\`\`
`;

function at(line: number, column: number) {
  return { file: "a.terms.yaml", line, column, endColumn: column + 1 };
}

test("parts stand in the order of the file, answers among them", () => {
  const paths = partsIn(YAML, "a.terms.yaml").map(({ path }) => path);
  expect(paths).toEqual([
    "truceline",
    "questions",
    "questions/scope",
    "questions/scope/answers/wide",
    "questions/scope/answers/narrow",
    "clauses",
    "clauses/strikes",
  ]);
});

test.each([
  [1, 1, "truceline"],
  [4, 11, "questions/scope"],
  [6, 6, "questions/scope"],
  [6, 7, "questions/scope/answers/wide"],
  [7, 20, "questions/scope/answers/narrow"],
  [8, 1, "clauses"],
  [10, 13, "clauses/strikes"],
])("line %d, column %d lies in %s", (line, column, part) => {
  expect(partAt(partsIn(YAML, "a.terms.yaml"), at(line, column))).toBe(part);
});

test("a question that two blocks of a literate file write stands once for each", () => {
  const parts = partsIn(LITERATE, "a.terms.md").filter(({ path }) => path === "questions/scope");
  expect(parts).toHaveLength(1);
  expect(partAt(partsIn(LITERATE, "a.terms.md"), at(15, 9))).toBe("questions/scope/answers/wide");
});

test("above the first part, and without a place, there is none", () => {
  expect(partAt(partsIn(LITERATE, "a.terms.md"), at(1, 1))).toBe(null);
  expect(partAt(partsIn(YAML, "a.terms.yaml"), null)).toBe(null);
});
