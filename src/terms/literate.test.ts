// Literate texts: blocks merge, quotations become the text of what follows them, places are the Markdown's.
import { describe, expect, test } from "vitest";
import { loadTerms } from "./check-terms.ts";
import { parseTerms } from "./parse-terms.ts";

const HEAD = `# A truce

\`\`\`terms
truceline: terms/1
id: small
title: A small text
parties: [A, B]
questions: {q: {asks: x, answers: {one: {applies: true}}}}
\`\`\`

> Nobody fires,
> by day or by night.

\`\`\`terms
clauses: {day: {effect: prohibit, by: [A, B], applies: {question: q}}}
questions: {q: {answers: {two: {applies: false}}}}
\`\`\`
`;
const TAIL = `
> This is far from the next block.

A paragraph.

\`\`\`terms
clauses: {night: {effect: prohibit, by: [A, B], text: its own words}}
readings: {r: {}}
\`\`\`

\`\`\`yaml
clauses: {not-ours: {}}
\`\`\`
`;

function parse(text: string) {
  return parseTerms(text, { file: "small.terms.md" });
}

describe("a literate text", () => {
  test("is one text: maps under one key merge in order", () => {
    const { value } = parse(HEAD + TAIL);
    expect([...(value?.clauses.keys() ?? [])]).toEqual(["day", "night"]);
    expect([...(value?.questions.get("q")?.answers.keys() ?? [])]).toEqual(["one", "two"]);
  });

  test("gives the quotation right before a block to its clauses and answers, and to no others", () => {
    const { value } = parse(HEAD + TAIL);
    const answers = value?.questions.get("q")?.answers;
    expect(value?.clauses.get("day")?.text).toBe("Nobody fires, by day or by night.");
    expect(answers?.get("two")?.text).toBe("Nobody fires, by day or by night.");
    expect(answers?.get("one")?.text).toBeNull();
    expect(value?.clauses.get("night")?.text).toBe("its own words");
  });

  test("tells problems at the lines and columns of the Markdown", () => {
    const text = (HEAD + TAIL).replace("readings: {r: {}}", "readings: {r: {tak: {}}}");
    const line = text.split("\n").findIndex((found) => found.includes("tak")) + 1;
    expect(parse(text).problems).toMatchObject([
      { code: "T101", at: { line, column: 16, endColumn: 19 } },
    ]);
  });

  test("has one value for a key: a second one is told with both places", () => {
    const text = `${HEAD + TAIL}\n\`\`\`terms\ntitle: Another\n\`\`\`\n`;
    const [problem] = parse(text).problems;
    expect(problem).toMatchObject({ code: "T103", related: [{ at: { line: 6, column: 1 } }] });
    expect(problem?.at?.line).toBe(text.split("\n").length - 2);
  });

  test("counts lines the same with the line ends of Windows", () => {
    const text = (HEAD + TAIL).replace("readings: {r: {}}", "readings: {r: {tak: {}}}");
    const [unix, windows] = [text, text.replaceAll("\n", "\r\n")].map((one) => parse(one).problems);
    expect(windows).toEqual(unix);
  });

  test.each([
    ["no block", "# Only words\n", "T102"],
    ["a block that is never closed", `${HEAD}${TAIL}\n\`\`\`terms\nflags: {a: b}\n`, "T105"],
    ["an indented fence", `${HEAD}${TAIL}\n  \`\`\`terms\nflags: {a: b}\n  \`\`\`\n`, "T105"],
    ["a block that is a list", `${HEAD}${TAIL}\n\`\`\`terms\n- a\n\`\`\`\n`, "T105"],
  ])("with %s is told so", (_, text, code) => {
    const { value, problems } = loadTerms(text, { file: "small.terms.md" });
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(value).toBeNull();
  });
});
