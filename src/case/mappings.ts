// mappings/*.yaml: what columns of other people's tables mean in this case (intake/). Checked with the case, used when a table is read.
import { parseMapping } from "../intake/mapping.ts";
import type { Problem } from "../model/problem.ts";
import type { CaseNames } from "../record/seeds/names.ts";
import type { CaseFiles } from "./case.ts";

/** Whether the path holds a mapping. */
export function isMappingPath(path: string): boolean {
  return /^mappings\/[^/]+\.ya?ml$/.test(path);
}

/** Every fault of every mapping of the case. */
export function mappingProblems(files: CaseFiles, names: CaseNames): readonly Problem[] {
  return [...files].flatMap(([path, text]) =>
    isMappingPath(path) ? parseMapping(text, path, names).problems : [],
  );
}
