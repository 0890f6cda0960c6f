// What the lab shows, as a pure step from what happened to what is on screen. INVARIANT: figures are current only while the draft in
// the editor is the very one they were worked out for; else they are marked as older, or there are none.
import { draftHash } from "../../../src/report/lab.ts";
import type { LabAnswer, LabDraft, LabFigures } from "../../../src/report/lab.ts";
import type { Mismatch, Recheck } from "../../../src/report/recheck.ts";
import type { Problem } from "../../../src/model/problem.ts";

export const MAX_PINNED = 4;

export interface LabState {
  readonly draft: LabDraft;
  /** `draftHash` of it. */
  readonly hash: string;
  /** Changes so far. */
  readonly edits: number;
  /** Of the newest draft that was read; `hash` says which. */
  readonly read: { readonly hash: string; readonly problems: readonly Problem[] } | null;
  /** The last figures of a draft without errors, and after how many changes that draft stood there. */
  readonly shown: { readonly figures: LabFigures; readonly edits: number } | null;
  readonly pinned: readonly Pinned[];
  /** The worker's own trouble; the next answer clears it. */
  readonly fault: string | null;
  /** What the plain judge last found of figures on screen. A mismatch is never taken back: the lab has stopped. */
  readonly recheck: Recheck | null;
}

/** A candidate that was set aside with its figures: both stay as they are. */
export interface Pinned {
  readonly draft: LabDraft;
  readonly figures: LabFigures;
}

export type LabEvent =
  | { readonly kind: "edit"; readonly draft: LabDraft }
  | { readonly kind: "answer"; readonly answer: LabAnswer }
  | { readonly kind: "pin" }
  | { readonly kind: "unpin"; readonly hash: string }
  | { readonly kind: "fault"; readonly message: string }
  | { readonly kind: "recheck"; readonly recheck: Recheck };

/** Nothing read and nothing shown yet. */
export function openState(draft: LabDraft): LabState {
  const hash = draftHash(draft);
  return { draft, hash, edits: 0, read: null, shown: null, pinned: [], fault: null, recheck: null };
}

/** The next state. An answer to another draft than the one in the editor changes nothing. */
export function step(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case "edit":
      return edited(state, event.draft);
    case "answer":
      return answered(state, event.answer);
    case "pin":
      return pinned(state);
    case "unpin":
      return {
        ...state,
        pinned: state.pinned.filter(({ figures }) => figures.hash !== event.hash),
      };
    case "fault":
      return { ...state, fault: event.message };
    case "recheck":
      return mismatchOf(state) === null ? { ...state, recheck: event.recheck } : state;
    default:
      return event satisfies never;
  }
}

export type Freshness =
  | { readonly kind: "none" }
  | { readonly kind: "current" }
  /** `edits` changes ago; `reason` says whether the draft cannot be used or is still being judged. */
  | { readonly kind: "older"; readonly edits: number; readonly reason: "wrong" | "waiting" };

/** How the figures on screen lie to the draft in the editor. */
export function freshness({ shown, hash, edits, read }: LabState): Freshness {
  if (shown === null) return { kind: "none" };
  if (shown.figures.hash === hash) return { kind: "current" };
  const reason = read?.hash === hash ? "wrong" : "waiting";
  return { kind: "older", edits: Math.max(1, edits - shown.edits), reason };
}

/** The verdict that the plain judge does not give; null while none was found. */
export function mismatchOf({ recheck }: LabState): Mismatch | null {
  return recheck?.mismatch ?? null;
}

/** Problems of the draft in the editor; null while it is still being read. */
export function ownProblems({ read, hash }: LabState): readonly Problem[] | null {
  return read?.hash === hash ? read.problems : null;
}

function edited(state: LabState, draft: LabDraft): LabState {
  return { ...state, draft, hash: draftHash(draft), edits: state.edits + 1 };
}

function answered(state: LabState, { hash, problems, figures }: LabAnswer): LabState {
  if (hash !== state.hash) return state;
  const read = { hash, problems };
  if (figures === null) return { ...state, read, fault: null };
  return { ...state, read, shown: { figures, edits: state.edits }, fault: null };
}

function pinned(state: LabState): LabState {
  const { draft, shown, pinned: before } = state;
  if (shown === null || !canPin(state)) return state;
  return { ...state, pinned: [...before, { draft, figures: shown.figures }] };
}

/** Only a draft whose own figures stand there, once, and at most four. */
export function canPin(state: LabState): boolean {
  const { pinned: before, hash } = state;
  return (
    mismatchOf(state) === null &&
    freshness(state).kind === "current" &&
    before.length < MAX_PINNED &&
    before.every(({ figures }) => figures.hash !== hash)
  );
}
