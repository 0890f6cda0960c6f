// The record behind a case as its pages read it: a log with its head, or the seeds alone, which nobody stamped and nobody signed.
import type { Case } from "../case/case.ts";
import { EMPTY_STATE } from "../record/fold/state.ts";
import type { RecordState } from "../record/fold/state.ts";
import { fold } from "../record/fold/fold.ts";
import type { Folded } from "../record/fold/fold.ts";
import { seedsToDrafts } from "../record/seed-entries/seeds-to-drafts.ts";

/** Where a log ends. */
export interface RecordedHead {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

/** What everybody may read of a record. */
export interface RecordedLog {
  /** Null: the case is only seeds. Their entries then bear no time of recording. */
  readonly head: RecordedHead | null;
  /** In log order; null where an entry is closed. Made when first asked for. */
  readonly entries: () => readonly Folded[];
  /** The fold of all entries. */
  readonly state: () => RecordState;
}

/** Whoever made the case wrote its seeds; no pseudonym is on record for them. */
const NOBODY = "";

/** The seeds of a case as a log that was never kept: stable ids, no head, no times. */
export function seedLog(theCase: Pick<Case, "seeds">): RecordedLog {
  const entries = once(() =>
    seedsToDrafts(theCase.seeds, NOBODY).drafts.map((draft) => ({
      ...draft,
      recordedAt: 0,
      clockSkewMs: 0,
    })),
  );
  return { head: null, entries, state: once(() => fold(EMPTY_STATE, entries())) };
}

/** Works a value out when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
