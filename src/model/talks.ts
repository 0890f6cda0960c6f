// Tracks, rounds, meetings, statements and published totals: who met, what was said, what the sides count (TALKS 1).
import type { Day, Instant } from "./instant.ts";
import type { Citation } from "./source.ts";

/**
 * When a meeting was held or words were said. `days`: `first` to `last`, both included, on the calendar of the place. `unknown` is
 * never replaced by a day of publication; `notBefore` and `notAfter` bound it, null = no bound is known.
 */
export type TalkTime =
  | { readonly kind: "days"; readonly first: Day; readonly last: Day }
  | { readonly kind: "hours"; readonly from: Instant; readonly until: Instant }
  | { readonly kind: "unknown"; readonly notBefore: Day | null; readonly notAfter: Day | null };

export const TRACK_LEVELS = ["back-channel", "civil", "expert", "official"] as const;
export const MEETING_FORMATS = [
  "direct",
  "expert",
  "margins",
  "multilateral",
  "phone",
  "shuttle",
  "video",
  "written",
] as const;
export const MEETING_STATUSES = [
  "announced",
  "broken-off",
  "cancelled",
  "denied",
  "held",
  "postponed",
  "reported-planned",
] as const;
export const PARTICIPANT_ROLES = [
  "expert",
  "guarantor",
  "host",
  "interpreter",
  "mediator",
  "observer",
  "party",
  "sender",
  "witness",
] as const;
/** What a speech act is; "claim" and "denial" say what the speaker did, not whether it is so. */
export const SPEECH_ACTS = [
  "announcement",
  "claim",
  "demand",
  "denial",
  "position",
  "promise",
  "proposal",
  "report",
  "threat",
] as const;
export const STATEMENT_FORMS = [
  "document",
  "mixed",
  "paraphrase",
  "quote",
  "silence-on-record",
] as const;
/** A statement with one of these never makes a present position by itself. */
export const STATEMENT_FLAGS = ["future", "historical", "hypothetical", "negated"] as const;

/** A line of talks: rounds and meetings belong to it. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly level: (typeof TRACK_LEVELS)[number] | "unknown";
  /** Alphabetical. */
  readonly parties: readonly string[];
  /** Alphabetical; `unknown`: not stated, or in dispute. */
  readonly mediators: readonly string[] | "unknown";
  readonly issues: readonly string[];
  readonly opened: Day | null;
  /** Null = no end is known. */
  readonly closed: Day | null;
  readonly parent: string | null;
}

/** A set of meetings of one track. */
export interface Round {
  readonly id: string;
  readonly track: string;
  readonly label: string;
  readonly occurred: TalkTime;
  readonly place: string | null;
  readonly status: (typeof MEETING_STATUSES)[number] | "unknown";
}

/** Persons or bodies of one party; a party may stand in several groups, one a role. */
export interface Participant {
  readonly party: string;
  readonly names: readonly string[];
  readonly role: (typeof PARTICIPANT_ROLES)[number] | "unknown";
  /** Office held that day, as the source gives it; null = not given (the roster may know). */
  readonly office: string | null;
}

/** One meeting; its time may be unknown and stays so. */
export interface Meeting {
  readonly id: string;
  readonly track: string;
  readonly round: string | null;
  readonly occurred: TalkTime;
  readonly place: string | null;
  readonly format: (typeof MEETING_FORMATS)[number];
  readonly status: (typeof MEETING_STATUSES)[number] | "unknown";
  readonly participants: readonly Participant[];
  /** Agenda: issue ids. */
  readonly issues: readonly string[];
  readonly outcome: string | null;
  readonly sources: readonly Citation[];
  readonly note: string | null;
}

/** Words of a named speaker, relayed. Said on an unknown day: it never enters a dated cell. */
export interface Statement {
  readonly id: string;
  readonly said: TalkTime;
  /** A person of the roster, or a name as the source gives it. */
  readonly speaker: string;
  readonly role: string | null;
  readonly party: string;
  readonly to: string | null;
  /** Relay chain in the order of passing on: persons, agencies, outlets; the page we hold is `source`. */
  readonly chain: readonly string[];
  readonly form: (typeof STATEMENT_FORMS)[number] | "unknown";
  readonly act: (typeof SPEECH_ACTS)[number];
  readonly flags: readonly (typeof STATEMENT_FLAGS)[number][] | "unknown";
  readonly issue: string | null;
  /** In our own words; null = only the source has them. */
  readonly gist: string | null;
  readonly stance: string | null;
  readonly stanceKey: string | null;
  /** Ids of statements it contradicts. */
  readonly disputes: readonly string[];
  readonly source: Citation;
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
