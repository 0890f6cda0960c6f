// mappings/*.yaml: what columns of other people's tables mean in this case (intake/). Checked with the case; no page has a use for them.
import { parseMapping } from "../intake/mapping.ts";
import type { Problem } from "../model/problem.ts";
import type { Case, CaseFiles } from "./case.ts";
import { namesOfCase } from "./names-of-case.ts";

const MAPPING = /^mappings\/[^/]+\.ya?ml$/;

/** Every fault of every mapping of the case. */
export function mappingProblems(theCase: Case, files: CaseFiles): readonly Problem[] {
  const names = namesOfCase(theCase);
  return [...files].flatMap(([path, text]) =>
    MAPPING.test(path) ? parseMapping(text, path, names).problems : [],
  );
}
