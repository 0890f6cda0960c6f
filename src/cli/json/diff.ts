// The JSON shape of `diff --json` (docs/cli.md).
import type { SemanticDiff } from "../../assess/diff/semantic.ts";
import { formatInstant } from "../../model/instant.ts";
import type { Instant } from "../../model/instant.ts";
import type { TextChange } from "../../terms/diff-terms.ts";

export interface Diff {
  readonly before: string;
  readonly after: string;
  readonly words: readonly TextChange[];
  readonly meaning: SemanticDiff;
}

export function diffJson({ before, after, words, meaning }: Diff): object {
  const { situations, shared, ways, directions } = meaning;
  return {
    before,
    after,
    words,
    meaning: {
      same: directions.length === 0,
      situations,
      shared,
      ways,
      directions: directions.map(({ boxes, ...direction }) => ({
        ...direction,
        boxes: boxes.map(({ times, ...box }) => ({
          ...box,
          times: times.map(({ from, until }) => ({ from: instant(from), until: instant(until) })),
        })),
      })),
    },
  };
}

/** Null: no bound on that side. */
function instant(at: Instant): string | null {
  return Number.isFinite(at) ? formatInstant(at) : null;
}
