// The lab's state and its worker: every change of the draft is asked about at once, and only answers to the draft at hand are heard.
import { useEffect, useReducer } from "react";
import type { Dispatch } from "react";
import type { LabDraft } from "../../../src/report/lab.ts";
import type { LabWork } from "../../source/lab.ts";
import { openState, step } from "./lab-state.ts";
import type { LabEvent, LabState } from "./lab-state.ts";

export interface Lab {
  readonly state: LabState;
  readonly dispatch: Dispatch<LabEvent>;
}

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
  return { state, dispatch };
}
