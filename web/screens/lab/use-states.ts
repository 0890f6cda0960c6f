// Earlier states of the draft at hand: one is kept whenever the text has come to rest and says something new.
import { useCallback, useEffect, useState } from "react";
import { forgetStates, keepState, statesOf } from "../../source/draft-states.ts";
import type { DraftStateKept } from "../../source/draft-states.ts";

/** Milliseconds without a change before a state is kept. */
const REST = 1_000;

interface StatesOptions {
  readonly caseId: string;
  /** Of the text, or of where the lab started. */
  readonly draft: string;
  readonly text: string;
  /** Before anything was typed: it is not kept. */
  readonly original: string;
  /** Of the text as it stands; null for one with errors, undefined while it is being read. */
  readonly version: string | null | undefined;
}

export interface States {
  /** The newest first. */
  readonly states: readonly DraftStateKept[];
  /** The browser keeps nothing. */
  readonly isRefused: boolean;
  /** One state, or all (null). */
  readonly forget: (at: number | null) => void;
}

/** Reads what is kept, and keeps. */
export function useStates({ caseId, draft, text, original, version }: StatesOptions): States {
  const [states, setStates] = useState<readonly DraftStateKept[]>([]);
  const [isRefused, setIsRefused] = useState(false);
  // The text as it stood when something was forgotten: it comes back only once it is changed.
  const [left, setLeft] = useState<string | null>(null);
  const after = useCallback(
    (done: Promise<void>) =>
      done
        .then(() => statesOf({ caseId, draft }))
        .then(setStates)
        .catch(() => setIsRefused(true)),
    [caseId, draft],
  );
  useEffect(() => {
    void after(Promise.resolve());
  }, [after]);
  const [newest] = states;
  useEffect(() => {
    const isKept = newest === undefined ? text === original : newest.text === text;
    if (isKept || text === left || version === undefined) return undefined;
    const rest = setTimeout(
      () => void after(keepState({ caseId, draft }, { text, version, at: Date.now() })),
      REST,
    );
    return () => clearTimeout(rest);
  }, [after, caseId, draft, left, newest, original, text, version]);
  const forget = (at: number | null) => {
    setLeft(text);
    void after(forgetStates({ caseId, draft }, at));
  };
  return { states, isRefused, forget };
}
