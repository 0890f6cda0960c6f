// The lab's state and its worker: every change of the draft is asked about at once, and only answers to the draft at hand are heard.
// While nothing changes, the plain judge reads a part of the figures again.
import { useEffect, useReducer } from "react";
import type { Dispatch } from "react";
import type { LabDraft } from "../../../src/report/lab.ts";
import type { LabWork } from "../../source/lab.ts";
import { freshness, openState, step } from "./lab-state.ts";
import type { LabEvent, LabState } from "./lab-state.ts";

export interface Lab {
  readonly state: LabState;
  readonly dispatch: Dispatch<LabEvent>;
}

/** Milliseconds without a change before the plain judge reads figures again. */
const CALM = 700;

/** Opens with `start`; a later one is not looked at. */
export function useLab(start: LabDraft, work: LabWork): Lab {
  const [state, dispatch] = useReducer(step, start, openState);
  const { draft } = state;
  useEffect(() => {
    let isOn = true;
    void work.ask({ kind: "try", draft }).then((reply) => {
      if (!isOn) return;
      if (reply.kind === "try") dispatch({ kind: "answer", answer: reply.answer });
      if (reply.kind === "fault") dispatch({ kind: "fault", message: reply.message });
    });
    return () => {
      isOn = false;
    };
  }, [draft, work]);
  const figures = freshness(state).kind === "current" ? (state.shown?.figures ?? null) : null;
  useEffect(() => {
    if (figures === null) return undefined;
    let isOn = true;
    const rest = setTimeout(() => {
      const { hash, letters } = figures;
      void work.ask({ kind: "recheck", draft, figures: { hash, letters } }).then((reply) => {
        if (isOn && reply.kind === "recheck") dispatch(reply);
      });
    }, CALM);
    return () => {
      isOn = false;
      clearTimeout(rest);
    };
  }, [draft, figures, work]);
  return { state, dispatch };
}
