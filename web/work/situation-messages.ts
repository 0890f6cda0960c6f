// What the Situation page and its worker say to each other. Rows stay in the worker: the page gets counts, drawings and a few rows.
import type { CrossAnswer } from "../../src/report/cross-counts.ts";
import type { CrossQuestion } from "../../src/report/cross-plan.ts";
import type { SituationPage } from "../../src/report/situation.ts";
import type { SituationRow } from "../../src/report/situation-rows.ts";
import type { Drawing, DrawingOptions } from "../parts/map/drawing.ts";

/** `run` comes back with the reply. Of one `slot`, a newer request makes an older one needless. */
export interface SituationRequest {
  readonly run: number;
  readonly slot: string;
  readonly question: SituationQuestion;
}

export type SituationQuestion =
  | { readonly kind: "open"; readonly page: SituationPage }
  | { readonly kind: "count"; readonly question: CrossQuestion; readonly selected: string | null }
  /** Of the rows that passed the last count. `readings`: those that a mark tells of. */
  | {
      readonly kind: "draw";
      readonly readings: readonly string[];
      readonly options: DrawingOptions;
    };

/** How many rows a list or tray shows at once. */
export const ROWS_SHOWN = 20;

export interface SituationCount {
  readonly answer: CrossAnswer;
  /** The first of those that passed, by day and id; those that no map can show as a point. */
  readonly listed: readonly SituationRow[];
  readonly area: readonly SituationRow[];
  readonly none: readonly SituationRow[];
  /** The chosen incident, whether it passes or not. */
  readonly chosen: SituationRow | null;
  /** Where none is left: how many there would be without each narrowing, most first. */
  readonly without: readonly { readonly name: NarrowingName; readonly incidents: number }[];
}

export interface DaylessCount extends Omit<SituationCount, "answer"> {
  readonly answer: Omit<CrossAnswer, "days">;
}

/** A narrowing of a count, each a chip of the page. */
export type NarrowingName =
  "days" | "of" | "bbox" | "differ" | "kind" | "means" | "party" | "region";

export type SituationReply = { readonly run: number } & (
  | { readonly kind: "open" }
  | { readonly kind: "count"; readonly count: SituationCount }
  /** A count whose days are those that the page was told last. */
  | { readonly kind: "same-days"; readonly count: DaylessCount }
  | { readonly kind: "draw"; readonly drawing: Drawing }
  /** A newer request came first. */
  | { readonly kind: "dropped" }
  /** A fault of ours, or an answer that is no table. */
  | { readonly kind: "fault"; readonly message: string }
);
