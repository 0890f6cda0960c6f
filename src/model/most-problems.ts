// How much of a hostile file's report is kept: a million faults say no more than a thousand, and a message is no place for a megabyte.
import type { Problem, Severity } from "./problem.ts";

/** A file's problems are listed up to this many, then counted. */
export const MOST_PROBLEMS = 1_000;

/** A message, a hint or a counterexample holds at most about this many UTF-16 units. */
const MOST_WORDS = 1_000;

const LEFT_OUT = /^and (\d+) more problems; /;

/**
 * The first `MOST_PROBLEMS` in the order given and, where there are more, one that says how many were left out: of `code`, as severe
 * as the worst of them, at the first of them. So whatever is an error stays one. A list that was cut before may be cut again.
 */
export function withoutTheRest(problems: readonly Problem[], code: string): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const listed = problems.filter(({ message }) => !LEFT_OUT.test(message));
  if (listed.length <= MOST_PROBLEMS) return problems;
  const cutBefore = problems.filter(({ message }) => LEFT_OUT.test(message));
  const rest = [...listed.slice(MOST_PROBLEMS), ...cutBefore];
  const count = rest.reduce(
    (sum, { message }) => sum + Number(LEFT_OUT.exec(message)?.[1] ?? 1),
    0,
  );
  const [first] = rest;
  if (first === undefined) return problems;
  const last = { code, severity: worst(rest), message: leftOut(count), at: first.at };
  return [...listed.slice(0, MOST_PROBLEMS), last];
}

/** What stands at the end of a list for those that are not in it. */
export function leftOut(count: number): string {
  return `and ${count} more problems; the first ${MOST_PROBLEMS} are listed`;
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
