// The lists of objects that ship with the real case: whose they are, how large, and that no verdict of a shipped text hangs on them.
import { describe, expect, test } from "vitest";
import { modelsOf } from "../src/assess/assess.ts";
import { questionsOf } from "../src/assess/sweep/questions.ts";
import { filesOf } from "./kit/load-folder.ts";
import { REAL_CASE } from "./kit/real-case.ts";
import { loadCase } from "../src/case/load-case.ts";

const files = filesOf(REAL_CASE);
const { value: realCase } = loadCase(files);
if (realCase === null) throw new Error("the case does not load");

describe("the objects of the real case", () => {
  test("have a licence that lets them ship, a source, and a word on what was left out", () => {
    expect(realCase.objects.map(({ file, objects }) => [file, objects.length])).toEqual([
      ["objects/airports.csv", 23],
      ["objects/ports.csv", 69],
      ["objects/power-plants.csv", 151],
      ["objects/substations.csv", 647],
      ["objects/transmission-lines.geojson", 1082],
    ]);
    for (const { licence, leftOut, attribution } of realCase.objects) {
      expect(["public domain", "CC BY 4.0"]).toContain(licence);
      expect(leftOut).not.toBeNull();
      expect(licence === "public domain" || attribution !== null).toBe(true);
    }
  });

  test("stay small", () => {
    const sizes = [...files].map(([path, text]) => (path.startsWith("objects/") ? text.length : 0));
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(250_000);
  });

  test("change no verdict of a shipped text: none asks for nearness", () => {
    const asked = questionsOf(modelsOf(realCase).map(({ model }) => model));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ kind }) => kind === "kinds")).toEqual([]);
  });
});
