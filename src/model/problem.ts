// What is wrong with somebody's input, where, and what would be right. Parsers return all problems at once and never throw.

/** `error` stops the thing from being used; `warning` and `info` do not. */
export type Severity = "error" | "warning" | "info";

/** A place in an authored file. Line and columns count from 1; columns count code points; `endColumn` is exclusive. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface Problem {
  /** Stable code, such as `T203`; every code has an entry in docs/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What was wrong, what came and what was expected, in one sentence. */
  readonly message: string;
  /** `null` where no file is to blame (a missing file, a fact of the whole case). */
  readonly at: Span | null;
  /** A short hint printed under the caret, such as `did you mean "substation"?`. */
  readonly help?: string;
  readonly related?: readonly { readonly message: string; readonly at: Span | null }[];
  /** An incident in words that shows the fault. */
  readonly counterexample?: string;
}

/** A parsed value with everything that was found wrong on the way; `value` is null when no usable value is left. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Sorts by file, line, column, code: the order in which all problems are printed. */
export function compareProblems(a: Problem, b: Problem): number {
  const [x, y] = [a.at, b.at];
  if (x === null || y === null) return x === y ? compareText(a.code, b.code) : x === null ? -1 : 1;
  return (
    compareText(x.file, y.file) ||
    x.line - y.line ||
    x.column - y.column ||
    compareText(a.code, b.code)
  );
}

/** Code unit order, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True when at least one problem is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
