// The draft of a text: what stands in the editor, what was last found of it, and after how many edits; kept on this device as it is
// typed. INVARIANT: what was found counts as current only while the editor holds the very text that was checked.
import { useEffect, useState } from "react";
import type { DraftCheck } from "../../../src/report/draft-check.ts";
import type { ProseLanguage } from "../../../src/terms/prose/words.ts";
import { keepDraft } from "../../source/drafts.ts";
import type { LabWork } from "../../source/lab.ts";

export interface DraftState {
  readonly text: string;
  /** Changes so far. */
  readonly edits: number;
  /** The last check that came back, and after how many changes its text stood there. */
  readonly checked: { readonly check: DraftCheck; readonly edits: number } | null;
  /** The last one without errors: what the machine makes of it. */
  readonly reading: { readonly check: DraftCheck; readonly edits: number } | null;
  /** The worker's own trouble. */
  readonly fault: string | null;
  /** False once the browser would not keep the draft. */
  readonly isKept: boolean;
}

interface DraftOptions {
  readonly caseId: string;
  /** Instrument id. */
  readonly id: string;
  /** Name of the file, which says how it is read. */
  readonly name: string;
  /** The text in the case, and its version id. */
  readonly original: string;
  readonly version: string;
  /** What the editor opens with. */
  readonly first: string;
  readonly lang: ProseLanguage;
  readonly work: LabWork;
}

/** The draft and the way to change it; every change is kept and checked. */
export function useDraft(options: DraftOptions) {
  const { caseId, id, name, original, version, first, lang, work } = options;
  const [state, setState] = useState<DraftState>(() => openDraft(first));
  const { text } = state;
  useEffect(() => {
    let isOn = true;
    void work.ask({ kind: "check", draft: { name, text }, lang }).then((reply) => {
      if (!isOn) return;
      if (reply.kind === "check") setState((before) => withCheck(before, reply.check));
      if (reply.kind === "fault") setState((before) => ({ ...before, fault: reply.message }));
    });
    return () => {
      isOn = false;
    };
  }, [text, name, lang, work]);
  const change = (changed: string) => {
    setState((before) => ({ ...before, text: changed, edits: before.edits + 1 }));
    const kept = changed === original ? null : { text: changed, from: version };
    keepDraft(caseId, id, kept).catch(() => setState((before) => ({ ...before, isKept: false })));
  };
  return { state, change };
}

/** Nothing found yet. */
export function openDraft(text: string): DraftState {
  return { text, edits: 0, checked: null, reading: null, fault: null, isKept: true };
}

/** What came back; a check of another text than the one in the editor changes nothing. */
export function withCheck(state: DraftState, check: DraftCheck): DraftState {
  if (check.text !== state.text) return state;
  const found = { check, edits: state.edits };
  const reading = check.reading === null ? state.reading : found;
  return { ...state, checked: found, reading, fault: null };
}

/** May the text be kept as a file: it was checked as it stands and has no error. */
export function isSound({ checked, text }: DraftState): boolean {
  return (
    checked?.check.text === text &&
    checked.check.problems.every(({ severity }) => severity !== "error")
  );
}

/** Edits since what is shown was found; 0: it is of the text as it stands. */
export function editsSince({ text, edits }: DraftState, found: DraftState["checked"]): number {
  if (found === null || found.check.text === text) return 0;
  return Math.max(1, edits - found.edits);
}
