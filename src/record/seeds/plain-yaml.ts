// Hot file. Reads the plain form that record seeds are written in (one `key: value` a line, flow lists and maps), some ten times
// faster than the YAML library; its plain twin is model/yaml.ts. Whatever it is not sure of it leaves to the twin by returning
// null; plain-yaml.test.ts holds the two to the same nodes and spans.
import type { Span } from "../../model/problem.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "../../model/yaml.ts";

/** One row of a list: its lines (the first begins with `- `), the file and the number of its first line. */
export interface RowText {
  readonly lines: readonly string[];
  readonly file: string;
  readonly line: number;
}

const KEY = /^([a-z][a-z0-9-]*):(?: +|$)/;
/** Anything that needs the library: tabs, odd line ends, characters beyond the basic plane (columns count code points). */
const UNSURE = /[\t\r\u0085\u2028\u2029\ufeff\ud800-\udfff]/;
const INTEGER = /^[-+]?\d+$/;
const FLOAT = /^[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?$/;
/** Scalars that look like something else than text and need care: octal, hex, infinities, not-a-number. */
const ODD = /^(?:0[ox]|[-+]?\.(?:inf|Inf|INF)$|\.(?:nan|NaN|NAN)$)/;
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

/** The row as the library would read it, or null when the row is not in the plain form. */
export function readPlainRow(row: RowText): YamlMap | null {
  const first = row.lines[0];
  if (first === undefined || !first.startsWith("- ") || first.startsWith("-  ")) return null;
  if (first.startsWith("- {")) return readOneLine(row, first);
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  for (let i = 0; i < row.lines.length;) {
    const raw = row.lines[i] ?? "";
    const line = i === 0 ? `  ${raw.slice(2)}` : raw;
    if (i > 0 && isIgnorable(line)) {
      i++;
      continue;
    }
    const read = readEntry({ row, at: i, text: line });
    if (read === null || keys.has(read.entry.key)) return null;
    keys.add(read.entry.key);
    entries.push(read.entry);
    i = read.next;
  }
  const at = { file: row.file, line: row.line, column: 3, endColumn: first.length + 1 };
  return { kind: "map", entries, at };
}

/** A row that is one flow map. */
function readOneLine(row: RowText, text: string): YamlMap | null {
  if (UNSURE.test(text) || !row.lines.slice(1).every(isIgnorable)) return null;
  const map = readLine({ text, at: 2, file: row.file, line: row.line });
  return map?.kind === "map" ? map : null;
}

/** Blank, or a comment on a line of its own. */
function isIgnorable(line: string): boolean {
  return /^ *(?:#|$)/.test(line);
}

interface EntryLine {
  readonly row: RowText;
  /** Index of the line in the row. */
  readonly at: number;
  readonly text: string;
}

function readEntry(from: EntryLine): { readonly entry: YamlEntry; readonly next: number } | null {
  const { row, at, text } = from;
  if (!text.startsWith("  ") || UNSURE.test(text)) return null;
  const match = KEY.exec(text.slice(2));
  if (match === null) return null;
  const key = match[1] ?? "";
  const keyAt = { file: row.file, line: row.line + at, column: 3, endColumn: 3 + key.length };
  const start = 2 + match[0].length;
  if (start < text.length) {
    const value = readLine({ text, at: start, file: row.file, line: row.line + at });
    return value === null ? null : { entry: { key, keyAt, value }, next: at + 1 };
  }
  const items = readItems(row, at + 1);
  if (items === null) return null;
  return { entry: { key, keyAt, value: items.list }, next: items.next };
}

/** A block list of one-line values below a key. */
function readItems(
  row: RowText,
  from: number,
): { readonly list: YamlNode; readonly next: number } | null {
  const items: YamlNode[] = [];
  let next = from;
  for (; next < row.lines.length; next++) {
    const text = row.lines[next] ?? "";
    if (!text.startsWith("    - ")) break;
    if (UNSURE.test(text) || text[6] === " ") return null;
    const item = readLine({ text, at: 6, file: row.file, line: row.line + next });
    if (item === null) return null;
    items.push(item);
  }
  const after = row.lines[next] ?? "";
  if (items.length === 0 || (/^ {3,}\S/.test(after) && !isIgnorable(after))) return null;
  const at = {
    file: row.file,
    line: row.line + from,
    column: 5,
    endColumn: (row.lines[from] ?? "").length + 1,
  };
  return { list: { kind: "list", items, at }, next };
}

/** A cursor on one line of text. */
interface Cursor {
  readonly text: string;
  at: number;
  readonly file: string;
  readonly line: number;
}

/** The value that fills the rest of a line. */
function readLine(cursor: Cursor): YamlNode | null {
  const { text } = cursor;
  const opening = text[cursor.at] ?? "";
  if (opening === "[" || opening === "{" || opening === '"' || opening === "'") {
    const value = readValue(cursor, 0);
    return value !== null && text.slice(cursor.at).trim() === "" ? value : null;
  }
  const rest = text.slice(cursor.at);
  const plain = rest.trimEnd();
  if (!isPlain(plain) || plain.includes(": ") || plain.includes(" #") || plain.endsWith(":")) {
    return null;
  }
  return scalar(cursor, plain);
}

function readValue(cursor: Cursor, depth: number): YamlNode | null {
  if (depth > 8) return null;
  const opening = cursor.text[cursor.at];
  if (opening === "[") return readFlowList(cursor, depth);
  if (opening === "{") return readFlowMap(cursor, depth);
  if (opening === '"') return readDoubleQuoted(cursor);
  if (opening === "'") return readSingleQuoted(cursor);
  return readFlowPlain(cursor);
}

function readFlowList(cursor: Cursor, depth: number): YamlNode | null {
  const start = cursor.at++;
  const items: YamlNode[] = [];
  skipSpaces(cursor);
  while (cursor.text[cursor.at] !== "]") {
    const item = readValue(cursor, depth + 1);
    if (item === null || !skipSeparator(cursor, "]")) return null;
    items.push(item);
  }
  cursor.at++;
  return { kind: "list", items, at: span(cursor, start) };
}

function readFlowMap(cursor: Cursor, depth: number): YamlNode | null {
  const start = cursor.at++;
  const entries: YamlEntry[] = [];
  skipSpaces(cursor);
  while (cursor.text[cursor.at] !== "}") {
    const match = /^([A-Za-z][A-Za-z0-9-]*): +/.exec(cursor.text.slice(cursor.at));
    const key = match?.[1] ?? "";
    if (match === null || entries.some((entry) => entry.key === key) || isWord(key)) return null;
    const keyStart = cursor.at;
    cursor.at += key.length;
    const keyAt = span(cursor, keyStart);
    cursor.at = keyStart + match[0].length;
    const value = readValue(cursor, depth + 1);
    if (value === null || !skipSeparator(cursor, "}")) return null;
    entries.push({ key, keyAt, value });
  }
  cursor.at++;
  return { kind: "map", entries, at: span(cursor, start) };
}

/** Keys that the core schema reads as something else than text. */
function isWord(key: string): boolean {
  return /^(?:true|false|null)$/i.test(key);
}

/** After a value: a comma and the next value, or the closing bracket. False for anything else. */
function skipSeparator(cursor: Cursor, closing: string): boolean {
  skipSpaces(cursor);
  if (cursor.text[cursor.at] === closing) return true;
  if (cursor.text[cursor.at] !== ",") return false;
  cursor.at++;
  skipSpaces(cursor);
  return cursor.at < cursor.text.length && cursor.text[cursor.at] !== ",";
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === " ") cursor.at++;
}

/** What JSON reads as YAML does; a control character is left to the YAML reader. */
// oxlint-disable-next-line no-control-regex
const QUOTED = /^"(?:[^"\\\u0000-\u001f]|\\["\\nt])*"/;

function readDoubleQuoted(cursor: Cursor): YamlScalar | null {
  const match = QUOTED.exec(cursor.text.slice(cursor.at));
  if (match === null) return null;
  const start = cursor.at;
  cursor.at += match[0].length;
  const text = String(JSON.parse(match[0]));
  return { kind: "scalar", value: text, text, at: span(cursor, start) };
}

function readSingleQuoted(cursor: Cursor): YamlScalar | null {
  const match = /^'((?:[^']|'')*)'/.exec(cursor.text.slice(cursor.at));
  if (match === null) return null;
  const start = cursor.at;
  cursor.at += match[0].length;
  const text = (match[1] ?? "").replaceAll("''", "'");
  return { kind: "scalar", value: text, text, at: span(cursor, start) };
}

function readFlowPlain(cursor: Cursor): YamlScalar | null {
  const match = /^[^,[\]{}]+/.exec(cursor.text.slice(cursor.at));
  const plain = match?.[0].trimEnd() ?? "";
  if (!isPlain(plain) || /:(?: |$)/.test(plain) || plain.includes(" #")) return null;
  return scalar(cursor, plain);
}

/** Begins like a plain scalar: no indicator, or a minus sign that a digit follows. */
function isPlain(plain: string): boolean {
  const [first = "", second = ""] = plain;
  if (plain === "" || ODD.test(plain)) return false;
  return !INDICATORS.includes(first) || (first === "-" && second >= "0" && second <= "9");
}

/** A plain scalar under the YAML 1.2 core schema; moves the cursor past it. */
function scalar(cursor: Cursor, plain: string): YamlScalar {
  const start = cursor.at;
  cursor.at += plain.length;
  const at = span(cursor, start);
  return { kind: "scalar", value: coreValue(plain), text: plain, at };
}

function coreValue(plain: string): string | number | boolean | null {
  if (INTEGER.test(plain) || FLOAT.test(plain)) return Number(plain);
  if (/^(?:true|True|TRUE)$/.test(plain)) return true;
  if (/^(?:false|False|FALSE)$/.test(plain)) return false;
  return /^(?:null|Null|NULL|~)$/.test(plain) ? null : plain;
}

function span(cursor: Cursor, start: number): Span {
  return { file: cursor.file, line: cursor.line, column: start + 1, endColumn: cursor.at + 1 };
}
