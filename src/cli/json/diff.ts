// The JSON shape of `diff --json` (docs/cli.md).
import type { SemanticDiff } from "../../assess/diff/semantic.ts";
import { meaningLine } from "../../report/meaning.ts";
import type { TextChange } from "../../terms/diff-terms.ts";

export interface Diff {
  readonly before: string;
  readonly after: string;
  readonly words: readonly TextChange[];
  readonly meaning: SemanticDiff;
}

export function diffJson({ before, after, words, meaning }: Diff): object {
  return { before, after, words, meaning: meaningLine(meaning) };
}
