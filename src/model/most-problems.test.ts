// A report that is cut says how much was cut, keeps its severity, and can be cut again.
import { describe, expect, test } from "vitest";
import { MOST_PROBLEMS, shortened, withoutTheRest } from "./most-problems.ts";
import type { Problem, Severity } from "./problem.ts";

function problems(count: number, severity: Severity): readonly Problem[] {
  return Array.from({ length: count }, (_, index) => {
    const at = { file: "a.yaml", line: index + 1, column: 1, endColumn: 2 };
    return { code: "T101", severity, message: `problem ${index}`, at };
  });
}

describe("a report", () => {
  test("of as many problems as are listed stays as it is", () => {
    const some = problems(MOST_PROBLEMS, "error");
    expect(withoutTheRest(some, "T801")).toBe(some);
  });

  test("of more is cut, and an error that is left out leaves an error", () => {
    const many = [...problems(MOST_PROBLEMS + 4, "warning"), ...problems(1, "error")];
    const cut = withoutTheRest(many, "T801");
    expect(cut).toHaveLength(MOST_PROBLEMS + 1);
    expect(cut.at(-1)).toMatchObject({
      code: "T801",
      severity: "error",
      message: "and 5 more problems; the first 1000 are listed",
      at: { line: MOST_PROBLEMS + 1 },
    });
  });

  test("that was cut before counts what was left out then too", () => {
    const once = withoutTheRest(problems(MOST_PROBLEMS + 5, "info"), "T801");
    const again = withoutTheRest([...problems(3, "info"), ...once], "C801");
    expect(again.at(-1)?.message).toBe("and 8 more problems; the first 1000 are listed");
    expect(again).toHaveLength(MOST_PROBLEMS + 1);
    expect(withoutTheRest(once, "C801").at(-1)?.message).toBe(once.at(-1)?.message);
  });
});

test("a long word is cut between characters, and its length is told", () => {
  const told = shortened(`${"x".repeat(999)}😀${"y".repeat(5_000)}`);
  expect(told).toBe(`${"x".repeat(999)}... (6001 characters)`);
  expect(shortened("short")).toBe("short");
});
