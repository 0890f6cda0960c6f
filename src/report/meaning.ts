// What a change of words changes, as JSON: for `diff --json` and for the page that compares.
import type { Box, Direction, SemanticDiff } from "../assess/diff/semantic.ts";
import { formatInstant } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";

export interface MeaningLine extends Omit<SemanticDiff, "directions"> {
  /** The same meaning over all situations compared. */
  readonly same: boolean;
  readonly directions: readonly DirectionLine[];
}

export interface DirectionLine extends Omit<Direction, "boxes"> {
  readonly boxes: readonly BoxLine[];
}

export interface BoxLine extends Omit<Box, "times"> {
  /** ISO instants; null: no bound on that side. */
  readonly times: readonly { readonly from: string | null; readonly until: string | null }[];
}

export function meaningLine({ situations, shared, ways, directions }: SemanticDiff): MeaningLine {
  return {
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
  };
}

function instant(at: Instant): string | null {
  return Number.isFinite(at) ? formatInstant(at) : null;
}
