// kinds.yaml and means.yaml of a case as graphs. Without the files a case has the roots alone, so that its texts still parse.
import type { Problem } from "../model/problem.ts";
import type { VocabularyNode } from "../terms/ast.ts";
import { parseKinds, parseMeans } from "../terms/parse-vocabulary.ts";
import { vocabulary } from "../terms/vocabulary.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import type { CaseFiles } from "./case.ts";

export interface Vocabularies {
  readonly kinds: Vocabulary;
  readonly means: Vocabulary;
  readonly acts: Vocabulary;
  /** Files that could not be read: what their names should be is not known. */
  readonly broken: ReadonlySet<"kinds" | "means">;
  readonly problems: readonly Problem[];
}

const ROOTS = {
  kinds: [root("object")],
  means: [root("means")],
  acts: [
    root("use-of-force"),
    { id: "strike", is: [{ to: "use-of-force", open: false }], labels: { en: "strike" } },
  ],
};

/** Reads both files; what is broken leaves the roots. */
export function readVocabularies(files: CaseFiles): Vocabularies {
  const kindsText = files.get("kinds.yaml");
  const meansText = files.get("means.yaml");
  const kinds = kindsText === undefined ? null : parseKinds(kindsText, { file: "kinds.yaml" });
  const means = meansText === undefined ? null : parseMeans(meansText, { file: "means.yaml" });
  return {
    kinds: vocabulary(kinds?.value ?? ROOTS.kinds),
    means: vocabulary(means?.value?.means ?? ROOTS.means),
    acts: vocabulary(means?.value?.acts ?? ROOTS.acts),
    broken: new Set([
      ...(kinds?.value === null ? (["kinds"] as const) : []),
      ...(means?.value === null ? (["means"] as const) : []),
    ]),
    problems: [...(kinds?.problems ?? []), ...(means?.problems ?? [])],
  };
}

function root(id: string): VocabularyNode {
  return { id, is: [], labels: { en: id } };
}
