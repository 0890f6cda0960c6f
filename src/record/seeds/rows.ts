// Splits a seed file into its rows before reading any of them, so that a row that is broken costs nothing but itself.
import type { Problem } from "../../model/problem.ts";
import { parseYaml } from "../../model/yaml.ts";
import type { YamlMap } from "../../model/yaml.ts";
import { readPlainRow } from "./plain-yaml.ts";
import type { RowText } from "./plain-yaml.ts";

/** The rows of a file that can be read, in file order, and what is wrong with the others. */
export interface Rows {
  readonly rows: readonly YamlMap[];
  readonly problems: readonly Problem[];
}

/** Reads a YAML list of maps row by row. An empty or comment-only file has no rows. */
export function readRows(text: string, file: string): Rows {
  const rows: YamlMap[] = [];
  const problems: Problem[] = [];
  const { chunks, stray } = splitRows(text, file);
  if (stray !== null) problems.push(strayProblem(stray));
  for (const chunk of chunks) {
    const row = readPlainRow(chunk) ?? readAnyRow(chunk, problems);
    if (row !== null) rows.push(row);
  }
  return { rows, problems };
}

/** Every line that begins with `- ` begins a row; `stray` is what stands before the first one and is no comment. */
function splitRows(
  text: string,
  file: string,
): { readonly chunks: readonly RowText[]; readonly stray: RowText | null } {
  const lines = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .split("\n");
  const starts = lines.flatMap((line, i) => (/^-(?: |$)/.test(line) ? [i] : []));
  const before = lines.slice(0, starts[0] ?? lines.length);
  const strayAt = before.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  const stray = strayAt < 0 ? null : { lines: before.slice(strayAt), file, line: strayAt + 1 };
  const chunks = starts.map((start, i) => {
    const until = starts[i + 1] ?? lines.length;
    return { lines: lines.slice(start, until), file, line: start + 1 };
  });
  return { chunks, stray };
}

function readAnyRow({ lines, file, line }: RowText, problems: Problem[]): YamlMap | null {
  const read = parseYaml(lines.join("\n"), { file, prefix: "C", lineOffset: line - 1 });
  problems.push(...read.problems);
  if (read.problems.some(({ code }) => code === "C105")) return null;
  const item = read.root?.kind === "list" ? read.root.items[0] : undefined;
  if (item?.kind === "map") return item;
  const at = { file, line, column: 1, endColumn: 2 };
  const message = `a row must be a map of fields, such as "- id: inc-001"`;
  problems.push({ code: "C105", severity: "error", message, at });
  return null;
}

function strayProblem({ lines, file, line }: RowText): Problem {
  const endColumn = Math.max(2, (lines[0] ?? "").length + 1);
  const message = `a seed file is a list of rows, each beginning with "- "; found "${(lines[0] ?? "").slice(0, 40)}"`;
  return { code: "C105", severity: "error", message, at: { file, line, column: 1, endColumn } };
}
