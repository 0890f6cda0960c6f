// Tables as CSV (RFC 4180, UTF-8, header always). A text cell that a spreadsheet would run is led by an apostrophe (OWASP ASVS
// 1.2.10); flavour `machine` leaves every cell as it is.
import type { CountRange } from "../model/count.ts";

/** null = not stated; never zero. */
export type Cell = string | number | boolean | null;

/** One column: its name and the cell of a row. */
export interface Column<T> {
  readonly name: string;
  readonly cell: (row: T) => Cell;
}

export type Flavour = "plain" | "machine";

/** Rows under a header, lines ended by CR LF. */
export function printCsv<T>(
  columns: readonly Column<T>[],
  rows: Iterable<T>,
  flavour: Flavour = "plain",
): string {
  const lines = [columns.map(({ name }) => printCell(name, flavour)).join(",")];
  for (const row of rows) {
    lines.push(columns.map(({ cell }) => printCell(cell(row), flavour)).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/**
 * A count range as three columns: `<name>_low`, `<name>_high`, `<name>_state`. State is `value`, or `unknown` where no figure is
 * stated; an empty `_high` beside a value means that no upper bound was stated.
 */
export function rangeColumns<T>(
  name: string,
  read: (row: T) => CountRange | null,
): readonly Column<T>[] {
  return [
    { name: `${name}_low`, cell: (row) => read(row)?.low ?? null },
    { name: `${name}_high`, cell: (row) => read(row)?.high ?? null },
    { name: `${name}_state`, cell: (row) => (read(row) === null ? "unknown" : "value") },
  ];
}

const RUNS = /^[=+\-@\t\r\0]/;

function printCell(cell: Cell, flavour: Flavour): string {
  if (cell === null) return "";
  const isText = typeof cell === "string";
  const text = isText && flavour === "plain" && RUNS.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
