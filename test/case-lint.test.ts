// Lint on the shipped cases: no error, no pin out of date, and every other finding is explained in the case's README.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintCase } from "../src/case/lint-case.ts";
import { loadCase } from "../src/case/load-case.ts";
import type { Problem } from "../src/model/problem.ts";
import { filesOf } from "./kit/load-folder.ts";

function found(folder: string): readonly Problem[] {
  const files = filesOf(folder);
  const { value, problems } = loadCase(files);
  if (value === null) throw new Error(`${folder} cannot be used`);
  return [...problems, ...lintCase(value, files)];
}

/** `energy T310` for every row of the README's table. */
function explained(folder: string): readonly string[] {
  const text = readFileSync(new URL(`../${folder}/README.md`, import.meta.url), "utf8");
  return [...text.matchAll(/^\| ([a-z@0-9-]+) +\| (T\d{3}) +\| \S/gm)].map(
    ([, id, code]) => `${id} ${code}`,
  );
}

describe.each(["cases/example", "cases/korea-1953", "cases/ukraine-2025"])("%s", (folder) => {
  test("has no error", () => {
    expect(found(folder).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("explains every finding on its texts, and no other", () => {
    const told = found(folder).map(
      ({ at, code }) =>
        `${/terms\/(?:versions\/)?([a-z-]+(?:@[\d-]+)?)/.exec(at?.file ?? "")?.[1]} ${code}`,
    );
    expect([...new Set(told)].sort()).toEqual([...explained(folder)].sort());
  });
});
