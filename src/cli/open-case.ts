// A case from a path that a person typed: read, loaded, or a clear reason why not.
import type { Case } from "../case/case.ts";
import { loadCase } from "../case/load-case.ts";
import { hasErrors } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { CaseFolderError, RecordStoreError } from "../store/errors.ts";
import { readCaseFolder } from "../store/folder.ts";
import { hasRecord, recordFolderOf } from "../store/record-folder.ts";
import { NoSuchHeadError, withRecord } from "../store/with-record.ts";
import type { HeadAt } from "../store/with-record.ts";
import type { CaseFiles } from "../case/case.ts";
import { countProblems, renderProblems } from "./print/problems.ts";
import { cannot } from "./stop.ts";
import type { Terminal } from "./terminal.ts";

/** Files of a case folder, as a person wrote them. Throws StopError (3) when there is none at that path. */
export async function readCase(folder: string): Promise<CaseFiles> {
  try {
    return await readCaseFolder(folder);
  } catch (cause) {
    if (cause instanceof CaseFolderError) throw cannot(cause.message, cause);
    throw cause;
  }
}

/**
 * A case ready for use. Errors in single rows leave the rest usable: stderr then says how many there are, so that no figure
 * passes for complete. Throws StopError (3) when nothing usable is left.
 */
export async function openCase(folder: string, terminal: Terminal, head?: HeadAt): Promise<Case> {
  return (await openCaseWithProblems(folder, terminal, head)).theCase;
}

export interface OpenedCase {
  readonly theCase: Case;
  /** What it was loaded from. */
  readonly files: CaseFiles;
  readonly problems: readonly Problem[];
}

/** The same, with its files and all that the loader reported. `head`: as the record was then; default: all of it. */
export async function openCaseWithProblems(
  folder: string,
  terminal: Terminal,
  head?: HeadAt,
): Promise<OpenedCase> {
  return loadOpened(folder, withRecordOf(folder, await readCase(folder), head), terminal);
}

/** The same from files as they count: with what stands in the record among them. */
export function loadOpened(folder: string, files: CaseFiles, terminal: Terminal): OpenedCase {
  const { value, problems } = loadCase(files);
  if (value === null) {
    terminal.err(renderProblems(errorsOf(problems), { folder, files, terminal }));
    throw cannot(`the case at "${folder}" cannot be used: ${countProblems(problems)}`);
  }
  if (hasErrors(problems)) {
    terminal.err(
      `"${folder}" has ${countProblems(problems)}. What the errors touch is left out of every figure; ` +
        `\`truceline check ${folder}\` lists them.\n`,
    );
  }
  return { theCase: value, files, problems };
}

/** The record counts when the case has one. Throws StopError (3) when it cannot be read. */
function withRecordOf(folder: string, files: CaseFiles, head?: HeadAt): CaseFiles {
  if (head === undefined && !hasRecord(recordFolderOf(folder))) return files;
  try {
    return withRecord(folder, files, head);
  } catch (cause) {
    if (cause instanceof NoSuchHeadError) throw cannot(cause.message, cause);
    if (cause instanceof RecordStoreError) throw cannot(cause.message, cause);
    throw cause;
  }
}

function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === "error");
}
