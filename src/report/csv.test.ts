// CSV that spreadsheets do not run and that our own reader gives back: quotes, lines, formulas, ranges.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "../../test/kit/read-csv.ts";
import { printCsv, rangeColumns } from "./csv.ts";
import type { Column } from "./csv.ts";

const TEXT: readonly Column<string>[] = [{ name: "text", cell: (text) => text }];

test("a text that a spreadsheet would run is led by an apostrophe, and a number is not", () => {
  const rows = ["=1+1", "+1", "-1", "@a", "\ta", "plain"];
  expect(readCsv(printCsv(TEXT, rows)).slice(1).flat()).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@a",
    "'\ta",
    "plain",
  ]);
  expect(printCsv([{ name: "n", cell: (n: number) => n }], [-1])).toBe("n\r\n-1\r\n");
});

test("the machine flavour gives every text back as it was, by an independent reader", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (rows) => {
      const back = readCsv(printCsv(TEXT, rows, "machine"));
      expect(back).toEqual([["text"], ...rows.map((row) => [row])]);
    }),
  );
});

test("a header stands alone when there is no row", () => {
  expect(printCsv(TEXT, [])).toBe("text\r\n");
});

test("no figure, no upper bound and zero are three things", () => {
  const columns = rangeColumns(
    "killed",
    (range: { low: number; high: number | null } | null) => range,
  );
  const rows = [null, { low: 3, high: null }, { low: 0, high: 0 }];
  expect(readCsv(printCsv(columns, rows))).toEqual([
    ["killed_low", "killed_high", "killed_state"],
    ["", "", "unknown"],
    ["3", "", "value"],
    ["0", "0", "value"],
  ]);
});
