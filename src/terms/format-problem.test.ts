// Problems as people read them: the caret stands under the word, whatever letters and tabs come before it.
import { expect, test } from "vitest";
import type { Problem } from "../model/problem.ts";
import { formatProblem } from "./format-problem.ts";

const at = { file: "a.yaml", line: 2, column: 6, endColumn: 9 };
const problem: Problem = { code: "T101", severity: "error", message: "no such field", at };

test("the caret stands under its word after letters of two UTF-16 units and after tabs", () => {
  const text = "one\n😀\t😀: foo\n";
  const lines = formatProblem(problem, () => text).split("\n");
  expect(lines[3]).toBe("   |  \t   ^^^");
});

test("hint, example and related places follow; no colour codes", () => {
  const more = {
    ...problem,
    help: "leave it out",
    counterexample: "a school is hit",
    related: [{ message: "first here", at: { ...at, line: 1 } }],
  };
  expect(formatProblem(more, () => "one\nabcd foo\n")).toBe(
    [
      "error[T101] no such field",
      " --> a.yaml:2:6",
      " 2 | abcd foo",
      "   |      ^^^ leave it out",
      "  = for example: a school is hit",
      "  = first here: a.yaml:1:6",
      "",
    ].join("\n"),
  );
});

test("without the file at hand, or without a place, what is known is still said", () => {
  expect(formatProblem({ ...problem, help: "try x" }, () => undefined)).toBe(
    "error[T101] no such field\n --> a.yaml:2:6\n  = try x\n",
  );
  expect(formatProblem({ ...problem, at: null }, () => "")).toBe("error[T101] no such field\n");
});
