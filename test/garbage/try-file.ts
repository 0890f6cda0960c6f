// One file tried as `truceline check` tries it: in the small example case, problems printed too.
import { lintCase } from "../../src/case/lint-case.ts";
import { loadCase } from "../../src/case/load-case.ts";
import { renderProblems } from "../../src/cli/print/problems.ts";
import type { Problem } from "../../src/model/problem.ts";
import { cpuMs } from "../kit/cpu.ts";
import { filesOf } from "../kit/load-folder.ts";

const FOLDER = "cases/example";
const EXAMPLE = filesOf(FOLDER);

export interface Tried {
  /** Those of the file. */
  readonly problems: readonly Problem[];
  /** What a person would read of all of them. */
  readonly printed: string;
  /** Of processor time. */
  readonly ms: number;
}

/** Loads, lints and prints the example case with one file put in or replaced. */
export function tryFile(path: string, text: string): Tried {
  const start = cpuMs();
  const files = new Map(EXAMPLE).set(path, text);
  const { value, problems } = loadCase(files);
  const all = value === null ? problems : [...problems, ...lintCase(value, files)];
  const printed = renderProblems(all, { folder: FOLDER, files, terminal: { colour: false } });
  const own = all.filter(({ at }) => at?.file === path);
  return { problems: own, printed, ms: cpuMs() - start };
}

/** What is wrong with a report itself, whatever it reports; empty when nothing is. */
export function faultsOf({ problems, printed }: Tried): readonly string[] {
  const wordy = problems.filter(({ message }) => message.length > 1_100);
  return [
    ...(problems.length > 2_100 ? [`${problems.length} problems are no report`] : []),
    ...wordy.map(({ code, message }) => `${code} has ${message.length} characters`),
    // oxlint-disable-next-line no-control-regex
    ...(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(printed)
      ? ["a control character reaches the terminal"]
      : []),
  ];
}
