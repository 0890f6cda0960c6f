// Problems as people read them: severity, code, message, the line with a caret; and how many there are.
import { posix } from "node:path";
import type { CaseFiles } from "../../case/case.ts";
import type { Problem, Span } from "../../model/problem.ts";
import { formatProblem } from "../../terms/format-problem.ts";
import type { Terminal } from "../terminal.ts";
import { styleFor } from "../terminal.ts";
import { counted, printable } from "./text.ts";

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function problemCounts(problems: readonly Problem[]): ProblemCounts {
  const count = (severity: Problem["severity"]) =>
    problems.filter((problem) => problem.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("info") };
}

export interface ProblemPage {
  /** The case folder as the person typed it. */
  readonly folder: string;
  readonly files: CaseFiles;
  readonly terminal: Pick<Terminal, "colour">;
}

/** `2 errors, 1 warning, 0 notes` */
export function countProblems(problems: readonly Problem[]): string {
  const { errors, warnings, notes } = problemCounts(problems);
  return `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(notes, "note")}`;
}

/** All of them in the order given, a blank line after each; places as paths that an editor can open. */
export function renderProblems(
  problems: readonly Problem[],
  { folder, files, terminal }: ProblemPage,
): string {
  const { strong } = styleFor(terminal);
  const source = (path: string): string | undefined => files.get(posix.relative(folder, path));
  return inFolder(folder, problems)
    .map((problem) => {
      const [head = "", ...rest] = formatProblem(problem, source).split("\n").map(printable);
      return `${[strong(head), ...rest].join("\n")}\n`;
    })
    .join("");
}

/** Problems name files below the case folder; here they get the folder's path before them. */
export function inFolder(folder: string, problems: readonly Problem[]): readonly Problem[] {
  const placed = (at: Span | null): Span | null =>
    at === null ? null : { ...at, file: posix.join(folder, at.file) };
  return problems.map(({ related, ...problem }) => ({
    ...problem,
    at: placed(problem.at),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ ...one, at: placed(one.at) })) }),
  }));
}
