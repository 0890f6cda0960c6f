// A text that somebody is writing, checked as it would be in the case: form, names, meaning, and every situation that it tells apart;
// and what it says to the machine, in plain sentences.
import type { CaseFiles } from "../case/case.ts";
import type { Desk, DraftText } from "../case/draft.ts";
import { lintLoaded } from "../case/lint-case.ts";
import { compareProblems } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { proseOf } from "../terms/prose/prose.ts";
import type { Sentence } from "../terms/prose/prose.ts";
import type { ProseLanguage } from "../terms/prose/words.ts";
import { namingOf } from "./naming.ts";

export interface DraftCheck {
  /** The text that was checked: nothing is shown beside another. */
  readonly text: string;
  /** Sorted by place; what `truceline check` would print for it. */
  readonly problems: readonly Problem[];
  /** Null when the text has an error. */
  readonly reading: { readonly version: string; readonly sentences: readonly Sentence[] } | null;
}

/** Costs a pass over all situations of a text without errors. */
export function checkDraft(
  { desk, files }: { readonly desk: Desk; readonly files: CaseFiles },
  draft: DraftText,
  lang: ProseLanguage,
): DraftCheck {
  const { text } = draft;
  const { loaded, problems } = desk.read(draft);
  if (loaded === null) return { text, problems, reading: null };
  const { theCase } = desk;
  const tried = lintLoaded(theCase, loaded, files);
  const sentences = proseOf(namingOf(theCase, loaded.instrument, lang));
  return {
    text,
    problems: [...problems, ...tried].sort(compareProblems),
    reading: { version: loaded.version, sentences },
  };
}
