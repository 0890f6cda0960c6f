// The committed case holds every row of the collected facts it was made from. Needs ../shared/case and fails without it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../src/case/case.ts";
import { loadCase } from "../../src/case/load-case.ts";
import { readCaseFolder } from "../../src/store/folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let theCase: Case;

beforeAll(async () => {
  const { value } = loadCase(await readCaseFolder(`${root}cases/ukraine-2025`));
  if (value === null) throw new RangeError("the case does not load");
  theCase = value;
});

describe("the case has as many rows as the facts it was made from", () => {
  test.each<[string, (one: Case) => number]>([
    ["incidents", (one) => one.incidents.length],
    ["sources", (one) => one.sources.size],
    ["statements", (one) => one.statements.length],
    ["meetings", (one) => one.meetings.length],
    ["instruments", (one) => one.instrumentRecords.length],
    ["counts", (one) => one.counts.length],
    ["stances", (one) => one.stances.length],
  ])("%s", (name, count) => {
    expect(count(theCase)).toBe(rowsOf(name).length);
  });

  test("and the same incidents, by id", () => {
    const ids = rowsOf("incidents").map((row) => String(row["id"]));
    expect(theCase.incidents.map(({ id }) => id)).toEqual(ids.sort());
  });
});

function rowsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
  const text = readFileSync(`${root}../shared/case/${name}.jsonl`, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
