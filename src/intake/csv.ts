// Rows of a comma-separated table (RFC 4180, other marks where the caller says so), piece by piece, so that a file of any length is
// never held whole. A faulty row is told from a good one and never stops those after it.

/** One row as it was written, without its line end. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly raw: string;
  /** Why it is no row, in words; null for a good one. */
  readonly fault: string | null;
}

export interface CellPlace {
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
}

/** What parts cells, and what they are quoted with. */
export interface CsvMarks {
  readonly delimiter: string;
  readonly quote: string;
}

export const COMMAS: CsvMarks = { delimiter: ",", quote: '"' };

/** UTF-16 units: what is longer is no row but a quotation mark that nobody closed. */
export const MOST_ROW = 1_048_576;

/** Takes pieces of a text in order and gives the rows that each of them ends. A row of one empty cell is a blank line and left out. */
export class CsvReader {
  readonly #marks: CsvMarks;
  #rest = "";
  #line = 1;
  #isStart = true;

  constructor(marks: CsvMarks = COMMAS) {
    this.#marks = marks;
  }

  /** The rows that end in this piece. */
  push(piece: string): readonly CsvRow[] {
    return this.#take(piece, false);
  }

  /** The last row, where the text does not end in a line end. */
  end(): readonly CsvRow[] {
    return this.#take("", true);
  }

  #take(piece: string, isLast: boolean): readonly CsvRow[] {
    let text = this.#rest + piece;
    if (this.#isStart && text !== "") {
      if (text.startsWith("\uFEFF")) text = text.slice(1);
      this.#isStart = false;
    }
    const rows: CsvRow[] = [];
    let from = 0;
    while (from < text.length) {
      const scan = scanRow(text, from, this.#marks);
      if (scan.end === null && !isLast && text.length - from <= MOST_ROW) break;
      const until = scan.end ?? text.length;
      this.#add(rows, scan, withoutLineEnd(text.slice(from, until)));
      from = until;
    }
    this.#rest = text.slice(from);
    return rows;
  }

  #add(rows: CsvRow[], { cells, fault, end }: Scan, raw: string): void {
    const line = this.#line;
    this.#line += breaksIn(raw) + (end === null ? 0 : 1);
    if (raw === "") return;
    const found = raw.length > MOST_ROW ? `longer than ${MOST_ROW} characters` : fault;
    rows.push({ cells, line, raw, fault: found ?? (raw.includes("\uFFFD") ? NOT_UTF8 : null) });
  }
}

const NOT_UTF8 = "holds bytes that are not UTF-8";

/** All rows of a text that is at hand. */
export function csvRows(text: string, marks: CsvMarks = COMMAS): readonly CsvRow[] {
  const reader = new CsvReader(marks);
  return [...reader.push(text), ...reader.end()];
}

/** Where a cell of a row begins; the end of the row where it has no such cell. Looked for only when something is wrong with it. */
export function cellPlace(row: CsvRow, cell: number, marks: CsvMarks = COMMAS): CellPlace {
  const { starts } = scanRow(row.raw, 0, marks);
  const before = row.raw.slice(0, starts[cell] ?? row.raw.length);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    line: row.line + breaksIn(before),
    column: Array.from(before.slice(lineStart)).length + 1,
  };
}

interface Scan {
  readonly cells: readonly string[];
  /** Offset of each cell. */
  readonly starts: readonly number[];
  /** Offset after the line end; null where the text ends first. */
  readonly end: number | null;
  readonly fault: string | null;
}

function scanRow(text: string, from: number, marks: CsvMarks): Scan {
  const cells: string[] = [];
  const starts: number[] = [];
  let fault: string | null = null;
  let at = from;
  for (;;) {
    const cell =
      text[at] === marks.quote ? quotedCell(text, at, marks) : plainCell(text, at, marks);
    cells.push(cell.value);
    starts.push(at);
    fault ??= cell.fault;
    if (text[cell.end] !== marks.delimiter) {
      const end = cell.end >= text.length ? null : cell.end + 1;
      return { cells, starts, end, fault };
    }
    at = cell.end + 1;
  }
}

interface Cell {
  readonly value: string;
  /** Offset of the delimiter or line feed after it, or the text's length. */
  readonly end: number;
  readonly fault: string | null;
}

function plainCell(text: string, from: number, { delimiter }: CsvMarks): Cell {
  const end = cellEnd(text, from, delimiter);
  const isLast = text[end] !== delimiter;
  const value = text.slice(from, end);
  return { value: isLast && value.endsWith("\r") ? value.slice(0, -1) : value, end, fault: null };
}

/** From its opening quotation mark; two of them within stand for one. */
function quotedCell(text: string, from: number, { delimiter, quote }: CsvMarks): Cell {
  let [value, at] = ["", from + 1];
  for (;;) {
    const mark = text.indexOf(quote, at);
    if (mark < 0) {
      const fault = "a quotation mark is not closed";
      return { value: value + text.slice(at), end: text.length, fault };
    }
    value += text.slice(at, mark);
    at = mark + 1;
    if (text[at] !== quote) break;
    value += quote;
    at++;
  }
  const end = cellEnd(text, at, delimiter);
  const after = text.slice(at, end).trim();
  const fault = after === "" ? null : `"${after.slice(0, 20)}" stands after a quoted cell`;
  return { value, end, fault };
}

/** The next delimiter or line feed; the text's length where there is neither. */
function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === delimiter || unit === "\n") return at;
  }
  return text.length;
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
