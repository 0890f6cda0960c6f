// Statements, meetings and published totals: what was said, who met, what the sides count (TALKS 1).
import type { Day, Instant } from "./instant.ts";

/** Words of a named speaker, relayed. `said` null = no day is known: it never enters a dated cell. */
export interface Statement {
  readonly id: string;
  readonly said: Day | null;
  readonly speaker: string;
  readonly role: string | null;
  readonly party: string;
  readonly to: string | null;
  /** Relay chain from the speaker to the page we hold. */
  readonly via: readonly string[];
  readonly issue: string;
  readonly act: string;
  readonly gist: string;
  readonly stance: string | null;
  readonly stanceKey: string | null;
  /** Ids of statements it contradicts. */
  readonly disputes: readonly string[];
  readonly source: string;
  readonly reported: Day | null;
  readonly instrument: string | null;
  readonly note: string | null;
}

export interface Stance {
  readonly issue: string;
  readonly key: string;
  readonly means: string;
  /** Ordinal judgement along the issue, not a measurement; null = not ordered. */
  readonly rank: number | null;
}

/** One meeting; `day` null = its date is unknown and stays so. */
export interface Meeting {
  readonly id: string;
  readonly track: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly day: Day | null;
  readonly place: string | null;
  readonly participants: readonly { readonly party: string; readonly names: readonly string[] }[];
  readonly format: string;
  readonly agenda: readonly string[];
  readonly outcome: string | null;
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** An instrument as the record describes it (the judged texts are in terms/). */
export interface InstrumentRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly proposedBy: string;
  readonly day: Day;
  readonly statusByParty: readonly {
    readonly party: string;
    readonly status: string;
    readonly day: Day | null;
    readonly source: string;
  }[];
  readonly terms: readonly {
    readonly about: string;
    readonly party: string;
    readonly gist: string;
    readonly keyWords: string | null;
    readonly source: string;
  }[];
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** A total that a side published, in its own unit; never put on one axis with ours. */
export interface PublishedCount {
  readonly id: string;
  readonly day: Day;
  readonly by: string;
  readonly period: string;
  readonly unit: string;
  readonly violations: { readonly low: number | null; readonly high: number | null };
  readonly ofParty: string;
  readonly source: string;
  readonly note: string | null;
}
