// What the record says after so many entries: things with their present fields, how they came to be so, and who decided what.
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Instant } from "../../model/instant.ts";
import { compareText } from "../../model/problem.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { ReviewState } from "../kinds/decision.ts";
import type { Entry } from "../kinds/entry.ts";
import type { Classes } from "../kinds/field-class.ts";
import type { Kind } from "../kinds/kinds.ts";
import { BucketMap } from "./bucket-map.ts";

/** Who recorded something, when. */
export interface Stamp extends Pick<Entry, "actor" | "recordedAt"> {
  readonly entry: EntryId;
}

/** One field of one change; null = the field was or is absent. */
export interface Change extends Stamp {
  readonly field: string;
  readonly before: CanonicalValue;
  readonly after: CanonicalValue;
  readonly reason: string;
}

/** Where the review of an incident stands. */
export interface Review {
  readonly state: ReviewState;
  /** Last decision; null while nobody decided anything. */
  readonly by: (Stamp & { readonly secondPerson: string | null }) | null;
}

export interface Thing {
  readonly id: EntryId;
  readonly kind: Kind;
  readonly of: EntryId | null;
  /** Place in the log: the entry's index, and the row's within a batch (0 elsewhere). */
  readonly order: readonly [entry: number, row: number];
  readonly created: Stamp;
  /** The compartment whose grant opens it, of a thing that was sealed whole; what speaks of it is sealed too. */
  readonly sealedIn: string | null;
  /** After corrections and redactions. */
  readonly fields: Fields;
  /** Field -> entry whose value stands now; absent: the creating one. */
  readonly setBy: Readonly<Record<string, EntryId>>;
  /** Corrections in log order, one item a field. */
  readonly changes: readonly Change[];
  /** The last entries about it; an author names them as parents. */
  readonly heads: readonly EntryId[];
  /** Withdrawn by its recorder or its source: the stamps, in log order. */
  readonly withdrawals: readonly Stamp[];
  /** Field -> when it was redacted. */
  readonly redacted: Readonly<Record<string, Stamp>>;
  /** Of incidents; null for other kinds. */
  readonly review: Review | null;
  /** Reports linked to an incident, in id order. */
  readonly reports: readonly EntryId[];
  /** The incident this one became part of; null = none. */
  readonly mergedInto: EntryId | null;
}

/** A merge that stands, with what it changed. */
export interface Merge {
  readonly id: EntryId;
  readonly into: EntryId;
  readonly incidents: readonly EntryId[];
  /** Review of each incident before, in the same order. */
  readonly before: readonly Review[];
}

/** Thresholds of review; a policy entry sets them. */
export interface ReviewPolicy {
  readonly origins: number;
  readonly attachments: number;
  readonly persons: number;
}

/** What is remembered of every entry. */
export interface Known {
  readonly kind: Kind;
  /** The thing it speaks of; null when it made one. */
  readonly of: EntryId | null;
  /** The compartment of an entry that is sealed whole; what names it is sealed too. */
  readonly sealedIn: string | null;
}

export interface RecordState {
  /** Entries folded, also those that were not understood or not for this viewer. */
  readonly size: number;
  readonly things: BucketMap<Thing>;
  readonly merges: BucketMap<Merge | null>;
  /** Every entry that changed something, and every thing, by id: what may be referred to. */
  readonly known: BucketMap<Known>;
  readonly policy: { readonly review: ReviewPolicy; readonly classes: Classes };
  /** True once a policy entry stands: the first one needs no second person. */
  readonly hasPolicy: boolean;
  /** Nothing folded here is known later, in any zone; not exact. -Infinity while there is nothing. */
  readonly knownBy: Instant;
}

/** As much of a state as answers whether an entry may follow. */
export interface StateToAsk extends Pick<RecordState, "policy" | "hasPolicy"> {
  readonly things: { readonly get: (id: string) => Thing | undefined };
  readonly merges: { readonly get: (id: string) => Merge | null | undefined };
  readonly known: {
    readonly get: (id: string) => Known | undefined;
    readonly has: (id: string) => boolean;
  };
}

export const EMPTY_STATE: RecordState = {
  size: 0,
  things: BucketMap.empty(),
  merges: BucketMap.empty(),
  known: BucketMap.empty(),
  policy: { review: { origins: 2, attachments: 1, persons: 2 }, classes: {} },
  hasPolicy: false,
  knownBy: -Infinity,
};

/** Things of a kind (all kinds without one) in the order of the log. */
export function thingsOf(state: RecordState, kind?: Kind): readonly Thing[] {
  const found = [...state.things.values()].filter((one) => kind === undefined || one.kind === kind);
  return found.sort(
    (a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || compareText(a.id, b.id),
  );
}

/** The incident that `id` goes on as: itself, or the last one it was merged into. */
export function goesOnAs(state: RecordState, id: EntryId): EntryId {
  let at = id;
  for (;;) {
    const into = state.things.get(at)?.mergedInto ?? null;
    if (into === null) return at;
    at = into;
  }
}

/** True when an incident has linked reports and every one of them was withdrawn. */
export function allReportsWithdrawn(state: RecordState, incident: Thing): boolean {
  const reports = incident.reports.map((id) => state.things.get(id));
  return reports.length > 0 && reports.every((one) => (one?.withdrawals.length ?? 0) > 0);
}
