// Tables piece by piece: whatever the pieces are, the rows are the same, and a broken row is told without stopping the others.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvReader, MOST_ROW, cellPlace, csvRows } from "./csv.ts";
import type { CsvMarks } from "./csv.ts";

const cells = (text: string, marks?: CsvMarks) => csvRows(text, marks).map((row) => row.cells);

describe("rows of a table", () => {
  test.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["\uFEFFa\n\n1\n", [["a"], ["1"]]],
    ['"a, ""b""",c\r\n', [['a, "b"', "c"]]],
    ['"two\nlines",x\n', [["two\nlines", "x"]]],
    ['"""""","""x"""\n', [['""', '"x"']]],
    ["a,,\n", [["a", "", ""]]],
    ['5" gun,x\n', [['5" gun', "x"]]],
  ])("%j", (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test("are parted by whatever the caller names", () => {
    expect(cells("a;b,c\n", { delimiter: ";", quote: '"' })).toEqual([["a", "b,c"]]);
    expect(cells(`a,'"k"=>"v", b'\n`, { delimiter: ",", quote: "'" })).toEqual([
      ["a", '"k"=>"v", b'],
    ]);
  });

  test("come out the same in whatever pieces the text arrives", () => {
    const cell = fc.stringMatching(/^[ab",;\n\r é]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })),
        fc.nat(7),
        (rows, size) => {
          const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
          const text = rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
          const reader = new CsvReader();
          const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, "g")) ?? [];
          const read = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
          expect(read.map((row) => row.cells)).toEqual(rows);
          expect(read).toEqual(csvRows(text));
        },
      ),
    );
  });

  test("that are none are told apart, and the next one is read", () => {
    const rows = csvRows('"a"b,c\n1,2\nx\uFFFD,y\n"open,\n');
    expect(rows.map(({ fault, line }) => [line, fault])).toEqual([
      [1, '"b" stands after a quoted cell'],
      [2, null],
      [3, "holds bytes that are not UTF-8"],
      [4, "a quotation mark is not closed"],
    ]);
  });

  test("do not grow without end where a quotation mark is never closed", () => {
    const reader = new CsvReader();
    const piece = `"${"x".repeat(MOST_ROW)}`;
    const [row] = [...reader.push(piece), ...reader.push("yy")];
    expect(row?.fault).toBe(`longer than ${MOST_ROW} characters`);
  });

  test("know where each cell begins, over lines and beyond the last plane of one unit", () => {
    const [, row] = csvRows('a,b,c\n"two\nlines",😀,x\n');
    if (row === undefined) throw new Error("the second row is missing");
    expect([0, 1, 2].map((i) => cellPlace(row, i))).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 8 },
      { line: 3, column: 10 },
    ]);
  });
});
