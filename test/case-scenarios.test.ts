// The shipped cases' own scenarios: every one passes, and none of their clauses, live answers and exceptions stays untested.
import { describe, expect, test } from "vitest";
import { runScenarios } from "../src/assess/index.ts";
import { loadFolder } from "./kit/load-folder.ts";

describe.each(["cases/example", "cases/korea-1953", "cases/ukraine-2025"])("%s", (folder) => {
  const { value } = loadFolder(folder);
  const report = value === null ? null : runScenarios(value, value.scenarios);

  test("every scenario gets the verdicts it expects", () => {
    const failures = report?.results.flatMap((result) =>
      result.failures.map(
        ({ reading, expected, found }) => `${result.name}: ${reading} ${expected}, found ${found}`,
      ),
    );
    expect(failures).toEqual([]);
  });

  test("every clause, live answer and exception decides one", () => {
    expect(report?.coverage.uncovered).toEqual([]);
  });
});

test("the real case has its probes and at least 40 scenarios", () => {
  const { value } = loadFolder("cases/ukraine-2025");
  const scenarios = value?.scenarios.flatMap((file) => file.scenarios) ?? [];
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  const probed = scenarios.map(({ incident }) => incident.id);
  const probes = [
    "inc-035",
    "inc-036",
    "inc-038",
    "inc-039",
    "inc-042",
    "inc-046",
    "inc-059",
    "inc-077",
    "inc-103",
    "inc-105",
    "inc-221",
  ];
  expect(probes.filter((id) => !probed.some((known) => known === id))).toEqual([]);
});
