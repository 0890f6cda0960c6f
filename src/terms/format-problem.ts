// A problem as text for people: what, where, the line with a caret under it, a hint, related places (TERMS 6). No colour here.
import type { Problem, Span } from "../model/problem.ts";

/** Text of a file by its path; undefined when it is not at hand, then the line is left out. */
export type SourceText = (file: string) => string | undefined;

/**
 * Several lines, ending with a line break:
 * `error[T203] message`, ` --> file:line:column`, the source line, carets with the hint.
 */
export function formatProblem(problem: Problem, source: SourceText): string {
  const lines = [`${problem.severity}[${problem.code}] ${problem.message}`];
  if (problem.at === null) {
    if (problem.help !== undefined) lines.push(`  = ${problem.help}`);
  } else {
    lines.push(...excerpt(problem.at, source, problem.help));
  }
  if (problem.counterexample !== undefined)
    lines.push(`  = for example: ${problem.counterexample}`);
  for (const { message, at } of problem.related ?? []) {
    lines.push(`  = ${message}${at === null ? "" : `: ${formatPlace(at)}`}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A word further along its line than this is told by its place alone, and no more than twice as much of a line is shown. */
const SHOWN_COLUMNS = 200;

/** A line of a text by its number, without splitting what may be megabytes. */
function lineOf(text: string | undefined, number: number): string | undefined {
  if (text === undefined) return undefined;
  let start = 0;
  for (let line = 1; line < number; line++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
}

/** `file:line:column`. */
export function formatPlace(at: Span): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function excerpt(at: Span, source: SourceText, help: string | undefined): readonly string[] {
  const line = lineOf(source(at.file), at.line);
  const hint = help === undefined ? "" : ` ${help}`;
  if (line === undefined) {
    return [` --> ${formatPlace(at)}`, ...(help === undefined ? [] : [`  =${hint}`])];
  }
  const number = String(at.line);
  const margin = " ".repeat(number.length);
  if (at.column > SHOWN_COLUMNS) {
    return [
      `${margin}--> ${formatPlace(at)}`,
      ...(help === undefined ? [] : [`${margin}  =${hint}`]),
    ];
  }
  const shown = [...line.slice(0, 4 * SHOWN_COLUMNS)].slice(0, 2 * SHOWN_COLUMNS).join("");
  const before = [...shown].slice(0, at.column - 1);
  // Tabs stay tabs, so that the caret stands under its word at any tab width.
  const indent = before.map((character) => (character === "\t" ? "\t" : " ")).join("");
  const until = Math.min(at.endColumn, 2 * SHOWN_COLUMNS + 1);
  const carets = "^".repeat(Math.max(1, until - at.column));
  return [
    `${margin}--> ${formatPlace(at)}`,
    ` ${number} | ${shown}${shown.length < line.length ? "..." : ""}`,
    ` ${margin} | ${indent}${carets}${hint}`,
  ];
}
