// A clause as one text world reads it: every choice made, every time resolved.
import type { Instant } from "../model/instant.ts";
import type { CalibreBand, Target, Where } from "../terms/ast.ts";
import type { Period } from "./period.ts";

/** A clause with every choice made. */
export interface Rule {
  readonly id: string;
  readonly effect: "prohibit" | "permit";
  readonly by: readonly string[];
  readonly act: readonly string[];
  readonly targets: readonly Target[] | null;
  /** Question of sort `side` -> the party this world answers. Only those that the rule can hang on. */
  readonly sides: Readonly<Record<string, string>>;
  readonly against: "any" | "opponent" | readonly string[];
  readonly means: readonly string[] | null;
  readonly calibre: CalibreBand | null;
  readonly where: Where | null;
  /** Undrawn zones and whether the place counts as inside. */
  readonly undrawn: Readonly<Record<string, boolean>>;
  readonly when: readonly string[];
  /** Events that have to come first, as the record knows them. */
  readonly inForceAfter: readonly string[];
  /** When the last event came that this reading assumes to have come; -Infinity when it assumes none that the rule waits for. */
  readonly assumedAt: Instant;
  readonly applies: boolean;
  readonly period: Period;
  readonly release: Release;
  /** Ids of rules that defeat this one when they match. */
  readonly defeatedBy: readonly string[];
}

/** What a breach of the rule gives the other side. `notice`: from when its own notice counts, per party. */
export type Release =
  | { readonly kind: "none" }
  | { readonly kind: "free" }
  | { readonly kind: "notice"; readonly from: Readonly<Record<string, NoticeTime>> };

/** Within these bounds the notice came. */
export interface NoticeTime {
  readonly earliest: Instant;
  readonly latest: Instant;
}
