// A text that is not (or not yet) part of a case, read against all that the case knows: its vocabularies, parties, sources, zones.
import type { Problem } from "../model/problem.ts";
import type { Case, CaseFiles, LoadedInstrument } from "./case.ts";
import { loadCase } from "./load-case.ts";

export interface Draft {
  /** The case without the draft. */
  readonly theCase: Case | null;
  /** Null when the draft has an error. */
  readonly loaded: LoadedInstrument | null;
  /** Of the draft alone, sorted by place. */
  readonly problems: readonly Problem[];
}

/** Reads `text` as if it stood in `terms/` of the case under its file name; a text of that name there is set aside. */
export function readDraft(
  files: CaseFiles,
  { name, text }: { readonly name: string; readonly text: string },
): Draft {
  const file = `terms/${name}`;
  const { value, problems } = loadCase(new Map(files).set(file, text));
  const own = problems.filter(({ at }) => at?.file === file);
  return {
    theCase: files.get(file) === text ? value : loadCase(files).value,
    loaded: value?.instruments.find((loaded) => loaded.file === file) ?? null,
    problems: own,
  };
}
