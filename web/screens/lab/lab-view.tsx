// The lab with a text in it: the editor and its problems at the left, what the text would cover at the right.
import { useLingui } from "@lingui/react";
import type { LabDraft } from "../../../src/report/lab.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import type { LabWork } from "../../source/lab.ts";
import { useCase } from "../../app/case-frame.tsx";
import { Assumption } from "./assumption.tsx";
import { Cards } from "./cards.tsx";
import { EarlierStates } from "./earlier-states.tsx";
import { TextEditing } from "./form/text-editing.tsx";
import { freshness, mismatchOf, ownProblems } from "./lab-state.ts";
import { Meaning } from "./meaning.tsx";
import { Patterns } from "./patterns.tsx";
import { PeriodFields } from "./period-fields.tsx";
import { Pins } from "./pins.tsx";
import { Share } from "./share.tsx";
import { Staleness } from "./staleness.tsx";
import { Stopped } from "./stopped.tsx";
import { useLab } from "./use-lab.ts";
import { useStates } from "./use-states.ts";
import styles from "./lab.module.css";

interface LabViewProps {
  /** Where the lab started, for those who come back: states of drafts are kept by it. */
  readonly from: string;
  readonly start: LabDraft;
  readonly work: LabWork;
  /** A second one, for what takes longer than a keystroke. */
  readonly slow: LabWork;
}

/** A later `start` is not looked at. */
export function LabView({ from, start, work, slow }: LabViewProps) {
  const { i18n } = useLingui();
  const { state, dispatch } = useLab(start, work);
  const { draft, shown, pinned, fault } = state;
  const fresh = freshness(state);
  const problems = ownProblems(state);
  const mismatch = mismatchOf(state);
  const { card } = useCase();
  const kept = useStates({
    caseId: card.id,
    draft: `lab/${from}`,
    text: draft.text,
    original: start.text,
    version:
      problems === null
        ? undefined
        : fresh.kind === "current"
          ? (shown?.figures.version ?? null)
          : null,
  });
  return (
    <div className={styles.lab} data-ready={fresh.kind === "none" ? undefined : "lab"}>
      <section className={styles.editing} aria-labelledby="text">
        <h2 id="text">{i18n._("lab.text", {}, { message: "The text" })}</h2>
        <TextEditing
          name={draft.name}
          text={draft.text}
          problems={problems}
          change={(words) => dispatch({ kind: "edit", draft: { ...draft, text: words } })}
          pin={() => dispatch({ kind: "pin" })}
          work={work}
        >
          <PeriodFields
            period={draft.period}
            change={(period) => dispatch({ kind: "edit", draft: { ...draft, period } })}
          />
          <Share state={state} />
          <EarlierStates
            kept={kept}
            text={draft.text}
            restore={(words) => dispatch({ kind: "edit", draft: { ...draft, text: words } })}
          />
        </TextEditing>
      </section>
      <section className={styles.covering} aria-labelledby="covers">
        <h2 id="covers">{i18n._("lab.covers", {}, { message: "What it would cover" })}</h2>
        <Assumption />
        {fault === null ? null : <ErrorPanel error={new Error(fault)} />}
        {mismatch === null ? null : <Stopped mismatch={mismatch} />}
        {mismatch === null ? (
          <>
            {" "}
            <Pins state={state} dispatch={dispatch} />
            <Staleness state={state} />
            {shown === null ? null : (
              <Cards figures={shown.figures} fresh={fresh} pinned={pinned} dispatch={dispatch} />
            )}
            {shown === null ? null : (
              <Patterns figures={shown.figures} pinned={pinned} fresh={fresh} />
            )}
            <Meaning state={state} work={slow} />
          </>
        ) : null}
      </section>
    </div>
  );
}
