// Seed files row by row: a broken row costs itself and nothing else.
import { describe, expect, test } from "vitest";
import { readRows } from "./rows.ts";

const ids = (text: string) =>
  readRows(text, "record/x.yaml").rows.map((row) => {
    const id = row.entries.find(({ key }) => key === "id")?.value;
    return id?.kind === "scalar" ? id.text : null;
  });

describe("the rows of a seed file", () => {
  test("a file of comments has no rows and no problems", () => {
    expect(readRows("# nothing yet\n\n", "f")).toEqual({ rows: [], problems: [] });
  });

  test("a row that is not YAML gives its line and column, and the others stay", () => {
    const text = "- id: a\n- id: b\n  text: [1, 2\n  more: x\n- id: c\n";
    const { problems } = readRows(text, "record/x.yaml");
    expect(ids(text)).toEqual(["a", "c"]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ at }) => at !== null && at.line >= 2 && at.line <= 4)).toBe(true);
  });

  test("rows in any YAML form are read, not only in the plain one", () => {
    const text = '- id: a\n  text: >-\n    folded\n    words\n- {id: b}\n-\n  id: "c"\n';
    expect(ids(text)).toEqual(["a", "b", "c"]);
  });

  test("line ends of another system and a byte order mark change nothing", () => {
    expect(ids("\ufeff- id: a\r\n  k: v\r\n- id: b\r\n")).toEqual(["a", "b"]);
  });

  test("text before the first row is refused with its place", () => {
    const { rows, problems } = readRows("# fine\nid: a\n- id: b\n", "f.yaml");
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "C105", at: { line: 2, column: 1 } }]);
  });

  test("a row that is a word and not a map is refused with its place", () => {
    const { rows, problems } = readRows("- id: a\n- word\n", "f.yaml");
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "C105", at: { line: 2 } }]);
  });

  test("anchors and aliases are refused as everywhere", () => {
    const { problems } = readRows("- &x\n  id: a\n", "f.yaml");
    expect(problems.map(({ code }) => code)).toContain("C104");
  });
});
