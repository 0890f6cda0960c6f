// The Armistice of 1953 as a case: it loads, and two readings count what their answers say they must.
import { describe, expect, test } from "vitest";
import { assessCase } from "../src/assess/index.ts";
import { parseReadingId } from "../src/model/id.ts";
import { hasErrors } from "../src/model/problem.ts";
import { loadFolder } from "./kit/load-folder.ts";

const { value, problems } = loadFolder("cases/korea-1953");
if (value === null) throw new Error("cases/korea-1953 cannot be used");
const korea = value;

const READINGS = ["armistice/KPA-CPV-1973", "armistice/UNC"] as const;
const readings = READINGS.map(parseReadingId).filter((id) => id !== null);
const assessed = assessCase(korea, { readings });

function differing(): readonly string[] {
  return assessed.rows.flatMap(({ incident, verdicts }) => {
    const [one, other] = readings.map((id) => verdicts.get(id)?.verdict);
    return one === other ? [] : [`${incident.id}: ${one}, ${other}`];
  });
}

test("it loads without an error", () => {
  expect(hasErrors(problems)).toBe(false);
  expect([korea.incidents.length, korea.sources.size]).toEqual([49, 31]);
});

describe("two readings of the same words", () => {
  // 20 - 3 + 1 = 18: see the four incidents below. What is left is disputed as a fact, or at sea and abroad.
  test("have these totals", () => {
    const totals = assessed.readings.map(({ id, totals: { atLeast, atMost, notCovered } }) => [
      id,
      atLeast,
      atMost,
      notCovered,
    ]);
    expect(totals).toEqual([
      ["armistice/KPA-CPV-1973", 20, 48, 1],
      ["armistice/UNC", 18, 47, 2],
    ]);
  });

  // Twelve miles against three; 13 d kept or set aside; fire in answer to shells at sea left open or refused.
  test("differ where their answers do", () => {
    expect(differing()).toEqual([
      "dangpo-entry-1967: violation, undetermined",
      "rockets-1958: violation, not-covered",
      "yeonpyeong-line-1999: violation, undetermined",
      "yeonpyeong-shelling-2010: undetermined, violation",
    ]);
  });
});

test("what was to be done by a day: the zone was left in time, its mines were not cleared in time", () => {
  const states = assessed.obligations
    .filter(({ reading }) => reading === "armistice/UNC")
    .map(({ clause, by, possible }) => `${clause} ${by.join("+")}: ${possible.join(" or ")}`);
  expect(states).toEqual([
    "leave-zone KPA-CPV: met",
    "leave-zone UNC: met",
    "leave-rear KPA-CPV: met or late or unmet",
    "leave-rear UNC: met or late or unmet",
    "clear-hazards KPA-CPV+UNC: late or unmet",
    "prisoners KPA-CPV+UNC: met",
  ]);
});
