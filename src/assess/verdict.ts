// What assessment answers: verdicts, explanations, totals, comparisons. Derived values, never stored as truth.
import type { Bounds, CountRange } from "../model/count.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";

export type VerdictKind = "violation" | "not-covered" | "undetermined" | "conflict";

/** Why a text does not cover an incident, in the order in which a clause asks (TERMS 2.3). */
export const REASONS = [
  "actor",
  "act",
  "not-in-force",
  "period",
  "zone",
  "kind",
  "means",
  "exception",
  "suspension",
] as const;

export type Reason = (typeof REASONS)[number];

/** What an undetermined verdict hangs on. */
export type Cause = "facts" | "text" | "both";

/** Whether the text binds the actor on that day: screens word violations by it. */
export type Standing = "applies" | "unclear" | "would-apply";

/** On what a violation rests, strongest first. */
export const GROUNDS = ["kind", "list", "proximity"] as const;

export type Ground = (typeof GROUNDS)[number];

export interface Verdict {
  readonly verdict: VerdictKind;
  /** Reasons that not-covered worlds give, in alphabetical order; empty for a violation. */
  readonly reasons: readonly Reason[];
  /** Set for undetermined only. */
  readonly cause: Cause | null;
  /** Clauses that decided: those violated, or those that got furthest; in id order. */
  readonly clauses: readonly string[];
  readonly standing: Standing;
  /** True when some world is a violation: the incident counts in "at most". */
  readonly maybe: boolean;
  /** Possible actors (party ids, `other`) under whom some world is a violation, in id order; empty unless `maybe`. */
  readonly maybeBy: readonly string[];
  /**
   * On what the violation rests in its worlds, strongest first: where `proximity` stands, in some world on nothing but nearness.
   * Only of texts that ask for lists or nearness, and only where some world is a violation.
   */
  readonly grounds?: readonly Ground[];
  /** Set when a limit was met ("too many combinations") and nothing was enumerated. */
  readonly limit: string | null;
}

/** Counts of incidents (whole-night totals apart) under one reading. */
export interface Totals {
  readonly incidents: number;
  readonly aggregates: number;
  readonly violation: number;
  readonly notCovered: number;
  readonly undetermined: Readonly<Record<Cause, number>>;
  readonly conflict: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * Whether a violation rests on nothing but nearness to an object: in every world in which it is one, in some, or in none. Nearness is
 * weaker evidence than a reported kind, and is named wherever a violation may rest on it.
 */
export function nearnessIn(verdict: Verdict | undefined): "alone" | "in-part" | "none" {
  if (verdict?.maybe !== true || verdict.grounds?.includes("proximity") !== true) return "none";
  return verdict.grounds[0] === "proximity" ? "alone" : "in-part";
}

/** Totals of one reading. A sure violation by one of two parties counts 1 in the total and 0 to 1 on each side. */
export interface ReadingTotals {
  readonly id: ReadingId;
  readonly totals: Totals;
  /** Every bound party in id order, zero included. */
  readonly byParty: Readonly<Record<string, Bounds>>;
  /** Not-covered incidents by reason (an incident with two reasons counts under both). */
  readonly byReason: Readonly<Partial<Record<Reason, number>>>;
  /** The same bounds split by whether the text binds the actor; the three add up to the totals. */
  readonly byStanding: Readonly<Record<Standing, Bounds>>;
  readonly casualties: CasualtySum;
}

/**
 * Casualties reported for violations: `low` sums the latest figure of each series over incidents that surely are violations,
 * `high` over those that may be one. An incident without a figure adds nothing and is counted as such.
 */
export interface CasualtySum {
  readonly killed: CountRange;
  readonly injured: CountRange;
  readonly withoutKilled: number;
  readonly withoutInjured: number;
}

export type Truth = "true" | "false" | "unknown";

/** One step of a verdict: what was asked of the facts, what was found, who says so. */
export interface TraceNode {
  /** `instrument`, `clause` or the atom's reason name. */
  readonly rule: string;
  /** What the text asks, in words. */
  readonly asked: string;
  /** What the record holds, in words. */
  readonly found: string;
  readonly value: Truth;
  /** Claim or source ids the finding rests on. */
  readonly claims: readonly string[];
  /** Words of the text, when its authors are quoted. */
  readonly quote: string | null;
  readonly children: readonly TraceNode[];
}

/** A fact (dimension) or a question that a verdict can hang on. */
export interface Input {
  readonly kind: "fact" | "question";
  /** `time`, `actor`, `act`, `means`, `zone:<id>`, `thing:<n>`, `flag:<id>`, `event:<id>`, `breach`, `joint` (which row), or a question id. */
  readonly id: string;
  /** The input's present value in words. */
  readonly value: string;
}

/** A nearest change that gives another verdict. */
export interface Change {
  readonly inputs: readonly { readonly input: Input; readonly to: string }[];
  readonly verdict: VerdictKind;
  /** "if the kind were gas-pipeline" */
  readonly text: string;
}

/** What settling one input would do to an undetermined verdict. */
export type Settling = "suffices" | "may" | "needed" | "idle";

export interface Explanation {
  readonly incident: IncidentId;
  readonly reading: ReadingId;
  readonly verdict: Verdict;
  readonly trace: TraceNode;
  /** A smallest set of inputs that keeps the verdict when all others could be anything. */
  readonly why: readonly Input[];
  /** Nearest changes, single ones before pairs; empty when none of at most two changes the verdict. */
  readonly whyNot: readonly Change[];
  /** For undetermined verdicts: every input and what settling it would do. */
  readonly settles: readonly { readonly input: Input; readonly does: Settling }[];
  /** Verdict under each possible answer of each question the instrument asks. */
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string;
    readonly holders: readonly string[];
    readonly verdict: VerdictKind;
    readonly taken: boolean;
  }[];
  /** What was cut short, in words; empty when nothing was. */
  readonly limits: readonly string[];
}

/** One minimal set of questions and the incidents it flips. */
export interface FlipSet {
  /** Question ids in order; a single one or a joint cause. */
  readonly questions: readonly string[];
  readonly incidents: number;
  readonly ids: readonly IncidentId[];
}

/** How two readings of any instruments disagree. */
export interface Comparison {
  readonly a: ReadingId;
  readonly b: ReadingId;
  /** Two different determined verdicts. */
  readonly hard: number;
  /** One of the two is undetermined. */
  readonly soft: number;
  readonly hardIds: readonly IncidentId[];
  readonly softIds: readonly IncidentId[];
  /** Violations under `a` that are none under `b`, and the other way round. */
  readonly onlyA: Bounds;
  readonly onlyB: Bounds;
  /** Questions the two readings answer differently ("open" counts as an answer), in id order. */
  readonly questions: readonly string[];
  /** Disagreement by minimal sets; an incident with several minimal sets stands in each. Empty across instruments. */
  readonly sets: readonly FlipSet[];
  /** Partition of the disagreement: `scope alone`, `either of ...`, `only together ...`; counts add up to hard + soft. */
  readonly causes: readonly {
    readonly kind: "alone" | "either" | "together" | "instrument";
    readonly questions: readonly string[];
    readonly hard: number;
    readonly soft: number;
    readonly ids: readonly IncidentId[];
  }[];
  /** Question -> incidents that switching only it flips. Never to be added up over questions. */
  readonly alone: Readonly<Record<string, number>>;
  /** Question -> incidents that switching all but it does not flip. Never to be added up. */
  readonly last: Readonly<Record<string, number>>;
  /** The finding in one sentence, to cite. */
  readonly sentence: string;
}
