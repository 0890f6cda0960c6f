// Tables of text: columns as wide as what stands in them, heads at the foot of their cell, one elastic column that wraps.
import { printable, widthOf, wrap } from "./text.ts";

export interface Column {
  /** Lines of the head, top to bottom. */
  readonly head: readonly string[];
  readonly align: "left" | "right";
  /** At most one column: it takes what is left of the width and wraps. */
  readonly elastic?: boolean;
}

const GAP = 2;
const NARROWEST_ELASTIC = 12;

/**
 * A table of at most `width` columns where that is possible, each line with its end. Every row has a cell for each column.
 * Cells are made printable here; heads are ours.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = columnWidths(columns, cells, width);
  const lines = [
    ...headLines(columns, widths),
    rule(widths),
    ...cells.flatMap((row) => rowLines(columns, row, widths)),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const natural = columns.map(({ head }, index) =>
    Math.max(...head.map(widthOf), 0, ...rows.map((row) => widthOf(row[index] ?? ""))),
  );
  const elastic = columns.findIndex((column) => column.elastic === true);
  if (elastic < 0) return natural;
  const others = natural.reduce((sum, one, index) => (index === elastic ? sum : sum + one), 0);
  const left = Math.max(NARROWEST_ELASTIC, width - others - GAP * (columns.length - 1));
  return natural.map((one, index) => (index === elastic ? Math.min(one, left) : one));
}

function headLines(columns: readonly Column[], widths: readonly number[]): readonly string[] {
  const height = Math.max(...columns.map(({ head }) => head.length));
  return Array.from({ length: height }, (_, line) =>
    joinCells(
      columns.map(({ head, align }, index) => {
        const text = head[line - (height - head.length)] ?? "";
        return pad(text, widths[index] ?? 0, align);
      }),
    ),
  );
}

function rule(widths: readonly number[]): string {
  return joinCells(widths.map((width) => "\u2500".repeat(width)));
}

function rowLines(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = columns.map(({ elastic }, index) => {
    const cell = row[index] ?? "";
    return elastic === true ? wrap(cell, widths[index] ?? 0) : [cell];
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    joinCells(
      columns.map(({ align }, index) =>
        pad(wrapped[index]?.[line] ?? "", widths[index] ?? 0, align),
      ),
    ),
  );
}

function joinCells(cells: readonly string[]): string {
  return cells.join(" ".repeat(GAP));
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + space : space + text;
}
