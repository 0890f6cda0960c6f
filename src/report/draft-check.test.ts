// A text that is being written is told what `check` would say of it once it lay in the case.
import { describe, expect, test } from "vitest";
import { files, problems, theCase } from "../../test/case-files.ts";
import { openDesk } from "../case/draft.ts";
import { lintCase } from "../case/lint-case.ts";
import { checkDraft } from "./draft-check.ts";

const desk = openDesk(files);
if (desk === null) throw new Error("the real case cannot be used");
const name = "energy.terms.md";
const text = files.get(`terms/${name}`) ?? "";
const around = { desk, files };

describe("a draft", () => {
  test("that is the case's own text has the findings of check, and its version and sentences", () => {
    const own = [...problems, ...lintCase(theCase, files)].filter(
      ({ at }) => at?.file === `terms/${name}`,
    );
    const checked = checkDraft(around, { name, text }, "uk");
    const said = (list: typeof own) => list.map(({ code, message }) => `${code} ${message}`).sort();
    expect(said([...checked.problems])).toEqual(said(own));
    expect(checked.reading?.version).toBe(
      theCase.instruments.find(({ instrument }) => instrument.id === "energy")?.version,
    );
    expect(checked.reading?.sentences.map((one) => one.text).join(" ")).toContain("Росія");
  });

  test("with an error has it at its place, with the nearest names, and says nothing of a meaning", () => {
    const wrong = text.replace("act: strike", "act: strke");
    const { problems: found, reading } = checkDraft(around, { name, text: wrong }, "en");
    const line = wrong.split("\n").findIndex((one) => one.includes("strke")) + 1;
    expect(found.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "T201", at: { line }, help: expect.stringContaining("strike") },
    ]);
    expect(reading).toBe(null);
  });

  test("that never matches is told so, with the situation nearest to it", () => {
    const empty = text
      .replace("elapsed: {for: PT720H}", "elapsed: {for: PT0H}")
      .replace("calendar: {for: P30D}", "calendar: {for: PT0H}");
    expect(empty).not.toBe(text);
    const { problems: found } = checkDraft(around, { name, text: empty }, "en");
    const never = found.find(({ code }) => code === "T301");
    expect(never?.counterexample).toBeDefined();
  });

  test("says what it was made of another text: pins of other files", () => {
    const other = new Map(files).set("kinds.yaml", `${files.get("kinds.yaml")}\n# changed\n`);
    const { problems: found } = checkDraft({ desk, files: other }, { name, text }, "en");
    expect(found.map(({ code }) => code)).toContain("T508");
  });
});
