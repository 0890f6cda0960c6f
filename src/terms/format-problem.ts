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

/** `file:line:column`. */
export function formatPlace(at: Span): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function excerpt(at: Span, source: SourceText, help: string | undefined): readonly string[] {
  const line = source(at.file)?.split(/\r?\n/)[at.line - 1];
  const hint = help === undefined ? "" : ` ${help}`;
  if (line === undefined) {
    return [` --> ${formatPlace(at)}`, ...(help === undefined ? [] : [`  =${hint}`])];
  }
  const number = String(at.line);
  const margin = " ".repeat(number.length);
  const before = [...line].slice(0, at.column - 1);
  // Tabs stay tabs, so that the caret stands under its word at any tab width.
  const indent = before.map((character) => (character === "\t" ? "\t" : " ")).join("");
  const carets = "^".repeat(Math.max(1, at.endColumn - at.column));
  return [
    `${margin}--> ${formatPlace(at)}`,
    ` ${number} | ${line}`,
    ` ${margin} | ${indent}${carets}${hint}`,
  ];
}
