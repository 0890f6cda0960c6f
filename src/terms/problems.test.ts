// docs/problems.md is true: every code has a row, its bad line gives that code and no other, its good line gives none.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ARBITRARY_CONTEXT } from "./arbitrary-values.ts";
import { loadTerms } from "./check-terms.ts";

const SOUND = readFileSync(
  new URL("../../test/terms-mistakes/sound.terms.yaml", import.meta.url),
  "utf8",
);
const DOCS = readFileSync(new URL("../../docs/problems.md", import.meta.url), "utf8");

/** Codes whose row cannot be one line in another's place; they are tested by name below. */
const BY_NAME = new Set(["T103", "T405", "T702", "T801"]);

function codesOf(text: string): readonly string[] {
  const { problems } = loadTerms(text, { file: "sound.terms.yaml", context: ARBITRARY_CONTEXT });
  return [...new Set(problems.map(({ code }) => code))].filter((code) => code !== "T702").sort();
}

const ROWS = DOCS.split("\n").flatMap((line) => {
  const [, code = "", , bad = "", good = ""] = line.split(/\s*(?<!\\)\|\s/);
  const [from, to] = [good, bad].map((cell) => /^`(.*)`/.exec(cell)?.[1] ?? cell);
  return /^T\d{3}$/.test(code) && from !== undefined && to !== undefined
    ? [{ code, from, to }]
    : [];
});

describe("the table of problems", () => {
  test("starts from a text without a finding", () => {
    expect(codesOf(SOUND)).toEqual([]);
  });

  test("has a row for every static code of TERMS 6, each once", () => {
    const form = "T101 T102 T103 T104 T105 T106";
    const names = "T201 T202 T203 T204 T205 T206 T207 T208 T210 T211";
    const rules = "T307 T308 T309 T311 T401 T402 T405 T501 T502 T504 T505 T507 T508";
    const questions = "T601 T602 T603 T604 T605 T606 T609 T701 T702 T705 T801 T901";
    expect(ROWS.map(({ code }) => code)).toEqual(
      [form, names, rules, questions].join(" ").split(" "),
    );
  });

  test.each(ROWS.filter(({ code }) => !BY_NAME.has(code)))(
    "$code comes of `$to`, and of nothing else",
    ({ code, from, to }) => {
      const lines = SOUND.split("\n");
      const at = lines.findIndex((line) => line.trim() === from);
      expect(at, from).toBeGreaterThan(-1);
      const indent = /^ */.exec(lines[at] ?? "")?.[0] ?? "";
      expect(codesOf(lines.with(at, indent + to).join("\n"))).toEqual([code]);
    },
  );

  test("T501 comes of a period that is empty, its end being its start", () => {
    const empty = SOUND.replace("on: 2025-05-21", "on: 2025-05-11");
    expect(empty).not.toBe(SOUND);
    expect(codesOf(empty)).toEqual(["T501"]);
  });

  test("T103 comes of a key that stands twice", () => {
    expect(codesOf(SOUND.replace("others: [M]", "others: [M]\nothers: [M]"))).toEqual(["T103"]);
  });

  test("T405 comes of a line per party that leaves a party out, and of nothing else", () => {
    const line = "{ geometry: { type: LineString, coordinates: [[31, 43], [34, 46]] } }";
    const drawn = (reference: string) =>
      SOUND.replace(
        "clauses:",
        `lines:\n  contact: ${line}\n  of-2014: ${line}\n  ${reference}\nclauses:`,
      );
    const row = ROWS.find(({ code }) => code === "T405");
    expect(codesOf(drawn(row?.to ?? ""))).toEqual(["T405"]);
    expect(codesOf(drawn(row?.from ?? ""))).toEqual(["T210"]);
  });

  test("T801 comes of a nest deeper than 16 levels", () => {
    const row = ROWS.find(({ code }) => code === "T801");
    expect(codesOf(SOUND.replace(row?.from ?? "", row?.to ?? ""))).toContain("T801");
  });

  test("T702 lists what a text lacks, and is silent when provisions name it", () => {
    const elements = /under these names: ([\s\S]*?)\. A rule/.exec(DOCS)?.[1] ?? "";
    const names = [...elements.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
    const provisions = `provisions:\n${names.map((name) => `  ${name}: words`).join("\n")}\n`;
    const options = { file: "sound.terms.yaml", context: ARBITRARY_CONTEXT };
    const found = (text: string) =>
      loadTerms(text, options).problems.filter(({ code }) => code === "T702");
    expect(names.length).toBe(24);
    expect(found(SOUND)[0]?.message).toContain("13 monitoring body");
    expect(found(SOUND + provisions)).toEqual([]);
  });
});

describe("docs/lint", () => {
  test.each(ROWS.filter(({ code }) => !/T60[346]/.test(code)))(
    "$code has a page with the lines of its row",
    ({ code, from, to }) => {
      const page = readFileSync(new URL(`../../docs/lint/${code}.md`, import.meta.url), "utf8");
      expect(page.startsWith(`# ${code}: `)).toBe(true);
      expect(page).toContain(to);
      expect(page).toContain(from);
    },
  );
});
