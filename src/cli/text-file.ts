// A text from a path that a person typed, read against a case: the one it lies in, or one that was named.
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Case, CaseFiles, LoadedInstrument } from "../case/case.ts";
import { readDraft } from "../case/draft.ts";
import { hasErrors } from "../model/problem.ts";
import { TooLargeError } from "../store/errors.ts";
import { readBounded } from "../store/folder.ts";
import { UnknownNameError } from "../assess/index.ts";
import { loadedName } from "../case/versions.ts";
import { openCaseWithProblems, readCase } from "./open-case.ts";
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
  if (caseFolder !== undefined && NAME.test(file)) return openNamed(file, terminal, caseFolder);
  const text = await readText(file);
  const name = isInVersions(file) ? `versions/${basename(file)}` : basename(file);
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

/** `energy`, `energy@2025-03-18`: a text of the case, or an earlier version of it. */
const NAME = /^[a-z0-9-]+(?:@\d{4}-\d{2}-\d{2})?$/;

async function openNamed(
  name: string,
  terminal: Terminal,
  caseFolder: string,
): Promise<OpenedText> {
  const { theCase, files } = await openCaseWithProblems(caseFolder, terminal);
  const texts = [...theCase.instruments, ...theCase.versions];
  const loaded = texts.find((one) => loadedName(one) === name);
  if (loaded === undefined) throw new UnknownNameError("text", name, texts.map(loadedName));
  return { theCase, loaded, files, text: loaded.text };
}

function isInVersions(file: string): boolean {
  return basename(dirname(file)) === "versions" && basename(file).includes("@");
}

/** A text of a case lies in its folder `terms/`, an earlier version in `terms/versions/`. */
export async function caseAround(file: string): Promise<string> {
  const folder = join(dirname(file), isInVersions(file) ? "../.." : "..");
  const found = await stat(join(folder, "case.yaml")).catch(() => null);
  if (found !== null) return folder;
  throw cannot(
    `"${file}" lies in no case (expected <case>/terms/<id>.terms.yaml); name one with --case`,
  );
}

export async function readText(file: string): Promise<string> {
  try {
    return await readBounded(file);
  } catch (cause) {
    if (cause instanceof TooLargeError) throw cannot(cause.message, cause);
    throw cannot(`"${file}" cannot be read`, cause);
  }
}
