// Tables and text: widths hold, nothing from a record moves the cursor.
import { describe, expect, test } from "vitest";
import { table } from "./table.ts";
import { inWords, paragraph, printable, widthOf, wrap } from "./text.ts";

const COLUMNS = [
  { head: ["Place"], align: "left" as const },
  { head: ["At", "least"], align: "right" as const },
  { head: ["What"], align: "left" as const, elastic: true },
];

describe("a table", () => {
  test("sets numbers to the right and wraps its elastic column only", () => {
    const rows = [
      ["Суми", "7", "a long account that does not fit on one line of this table"],
      ["Poltava", "120", "short"],
    ];
    expect(table(COLUMNS, rows, 44)).toBe(
      [
        "            At",
        "Place    least  What",
        "───────  ─────  ────────────────────────────",
        "Суми         7  a long account that does not",
        "                fit on one line of this",
        "                table",
        "Poltava    120  short",
        "",
      ].join("\n"),
    );
  });

  test.each([80, 120])("keeps to %i columns whatever stands in the elastic one", (width) => {
    const rows = [["Sumy", "1", "word ".repeat(200)]];
    const lines = table(COLUMNS, rows, width).split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
  });

  test("shows control characters of a record instead of obeying them", () => {
    const rows = [["\u001b[2Jgone", "1", "right\u202eleft"]];
    const text = table(COLUMNS, rows, 80);
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("\u202e");
    expect(text).toContain("\ufffd[2Jgone");
  });
});

describe("text", () => {
  test("takes columns by letters: marks and styling take none", () => {
    expect(widthOf("Суми")).toBe(4);
    expect(widthOf("и\u0306")).toBe(1);
    expect(widthOf("\u001b[1mbold\u001b[22m")).toBe(4);
  });

  test("wraps at spaces and keeps a word that is longer than the line", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("supercalifragilistic is long", 8)).toEqual(["supercalifragilistic", "is long"]);
  });

  test("counts indentation when it wraps", () => {
    for (const line of paragraph("word ".repeat(50), 40, "    ").split("\n")) {
      expect(line.length).toBeLessThanOrEqual(40);
    }
  });

  test("lists things the way a sentence does", () => {
    expect(inWords([])).toBe("");
    expect(inWords(["a"])).toBe("a");
    expect(inWords(["a", "b", "c"], "or")).toBe("a, b or c");
  });

  test("leaves letters of every script alone", () => {
    expect(printable("Кавказская, Кавказька 19 березня")).toBe("Кавказская, Кавказька 19 березня");
  });
});
