// How much of a hostile file's report is kept: a million faults say no more than a thousand, and a message is no place for a megabyte.
import type { Problem, Severity } from "./problem.ts";

/** A file's problems are listed up to this many, then counted. */
export const MOST_PROBLEMS = 1_000;

/** A message, a hint or a counterexample holds at most about this many UTF-16 units. */
const MOST_WORDS = 1_000;

/**
 * The first `MOST_PROBLEMS` in the order given and, where there are more, one that says how many were left out: of `code`, as severe
 * as the worst of them, at the first of them. So whatever is an error stays one.
 */
export function withoutTheRest(problems: readonly Problem[], code: string): readonly Problem[] {
  const rest = problems.slice(MOST_PROBLEMS);
  const [first] = rest;
  if (first === undefined) return problems;
  const message = `and ${rest.length} more problems; the first ${MOST_PROBLEMS} are listed`;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    { code, severity: worst(rest), message, at: first.at },
  ];
}

/** The words themselves, or their beginning and how long they were; a character is never cut in two. */
export function shortened(words: string): string {
  if (words.length <= MOST_WORDS) return words;
  const kept = words.slice(0, MOST_WORDS).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}... (${words.length} characters)`;
}

function worst(problems: readonly Problem[]): Severity {
  const has = (severity: Severity) => problems.some((problem) => problem.severity === severity);
  return has("error") ? "error" : has("warning") ? "warning" : "info";
}
