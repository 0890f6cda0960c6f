// Sentences of the plain-language view that belong to one part of a text.
import type { Sentence } from "../../../src/terms/prose/prose.ts";

/** The part's own sentence first, then those of what lies in it, in order. */
export function sentencesOf(prose: readonly Sentence[], part: string): readonly Sentence[] {
  return prose.filter(({ id }) => id === part || id.startsWith(`${part}/`));
}

/** The sentence that says exactly this part; empty where the view is silent on it. */
export function sentenceOf(prose: readonly Sentence[], part: string): string {
  return prose.find(({ id }) => id === part)?.text ?? "";
}
