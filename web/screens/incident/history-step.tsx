// One step of a history: the entry, its three times, its reasons, and each field that it set.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import { SourceLine } from "../../parts/source-line.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import type { HistoryAnswer } from "../../source/record-source.ts";
import { kindWords } from "../../words/record-words.ts";
import { DecisionWords } from "./history-decision.tsx";
import { FieldSteps } from "./history-fields.tsx";
import styles from "./history.module.css";

type Step = HistoryAnswer["steps"][number];

/** A line of the list. */
export function HistoryStepLine({ step, of }: { step: Step; of: HistoryAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (
    <li className={styles.step} data-kind={step.kind}>
      <p>
        <b>{kindWords(i18n, step.kind)}</b>
        {step.by === null ? null : <> · {names.party(step.by)}</>}{" "}
        <span className="mono">{step.entry}</span>
        {step.of === null || step.of === of.id ? null : (
          <small> {i18n._("history.of", { id: step.of }, { message: "of {id}" })}</small>
        )}
      </p>
      <p className={styles.times}>
        <Recorded step={step} />
        <Known step={step} />
      </p>
      {step.decision === null ? null : <DecisionWords decision={step.decision} />}
      {step.reason === null ? null : (
        <p>
          {i18n._("history.reason", {}, { message: "Reason:" })} <q>{step.reason}</q>
        </p>
      )}
      <FieldSteps step={step} />
      <StepSources step={step} of={of} />
    </li>
  );
}

function Recorded({ step }: { step: Step }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (step.recordedAt === null) return null;
  const [when, actor] = [names.instant(step.recordedAt), step.actor ?? ""];
  return (
    <span>
      {i18n._("history.recorded", { when, actor }, { message: "recorded {when} by {actor}" })}
    </span>
  );
}

function Known({ step: { known } }: { step: Step }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (known === null) return null;
  if (known.at === null)
    return (
      <span>{i18n._("history.undated", {}, { message: "not known when it was published" })}</span>
    );
  const when = names.instant(known.at);
  return (
    <span>
      {known.assumed
        ? i18n._(
            "history.assumed",
            { when },
            { message: "taken as known since {when}: no source gives its day" },
          )
        : i18n._("history.known", { when }, { message: "known since {when}" })}
    </span>
  );
}

function StepSources({ step, of }: { step: Step; of: HistoryAnswer }) {
  const { i18n } = useLingui();
  const isPrinting = usePrinting();
  const cited = of.sources.filter(({ id }) => step.sources.includes(id));
  if (cited.length === 0) return null;
  return (
    <details open={isPrinting} className={styles.fold}>
      <summary>
        {i18n._(
          "cited.count",
          { n: cited.length },
          { message: "{n, plural, one {# source} other {# sources}}" },
        )}
      </summary>
      <ul>
        {cited.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}
