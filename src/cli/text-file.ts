// A text from a path that a person typed, read against a case: the one it lies in, or one that was named.
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Case, CaseFiles, LoadedInstrument } from "../case/case.ts";
import { readDraft } from "../case/draft.ts";
import { hasErrors } from "../model/problem.ts";
import { readCase } from "./open-case.ts";
import { renderProblems } from "./print/problems.ts";
import { cannot, wrongUsage } from "./stop.ts";
import type { Terminal } from "./terminal.ts";

export interface OpenedText {
  readonly theCase: Case;
  readonly loaded: LoadedInstrument;
  readonly files: CaseFiles;
  readonly text: string;
}

/** Throws StopError when the file, its case or the text itself cannot be used; problems go to stderr. */
export async function openText(
  file: string,
  terminal: Terminal,
  caseFolder?: string,
): Promise<OpenedText> {
  const text = await readText(file);
  const name = basename(file);
  if (!/\.terms\.(?:yaml|md)$/.test(name))
    throw wrongUsage(`"${file}" is no text; expected a name that ends in .terms.yaml or .terms.md`);
  const folder = caseFolder ?? (await caseAround(file));
  const files = await readCase(folder);
  const { theCase, loaded, problems } = readDraft(files, { name, text });
  if (theCase === null) throw cannot(`the case at "${folder}" cannot be used`);
  if (loaded !== null) return { theCase, loaded, files, text };
  const errors = problems.filter((problem) => hasErrors([problem]));
  const around = new Map(files).set(`terms/${name}`, text);
  terminal.err(renderProblems(errors, { folder, files: around, terminal }));
  throw cannot(`"${file}" cannot be used: ${errors.length} errors`);
}

/** A text of a case lies in its folder `terms/`. */
export async function caseAround(file: string): Promise<string> {
  const folder = join(dirname(file), "..");
  const found = await stat(join(folder, "case.yaml")).catch(() => null);
  if (found !== null) return folder;
  throw cannot(
    `"${file}" lies in no case (expected <case>/terms/<id>.terms.yaml); name one with --case`,
  );
}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw cannot(`"${file}" cannot be read`, cause);
  }
}
