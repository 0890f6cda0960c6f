// The ladder of words: a row a step from narrow to wide, and a foot that adds up exactly; what is not nested stands below, unranked.
import { useLingui } from "@lingui/react";
import type { Step, StepSum } from "../../../src/assess/index.ts";
import type { LadderPart } from "../../../src/report/ladder.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { PriceParts } from "./cards.tsx";
import { useCasualtyWords } from "./card-casualties.tsx";
import { LadderApart } from "./ladder-apart.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { Moved } from "./moved.tsx";
import { pairOf } from "./narrow.ts";
import { answerName } from "./shown-cards.ts";
import { Spark } from "./spark.tsx";
import { StepWords } from "./step-words.tsx";
import styles from "./ladder.module.css";

type LadderProps = PriceParts & { readonly ladder: LadderPart };

/** Rows are steps between answers; every figure is one of assess/ladder's. */
export function LadderTable({ ladder, ...parts }: LadderProps) {
  const { i18n } = useLingui();
  return (
    <section className={styles.section} aria-labelledby="ladder">
      <h2 id="ladder">{i18n._("ladder.title", {}, { message: "Ladder of words" })}</h2>
      {ladder.steps.length === 0 ? (
        <p className={styles.note}>
          {i18n._(
            "ladder.none",
            {},
            { message: "No answer is within another, so there is no step from narrow to wide." },
          )}
        </p>
      ) : (
        <ol className={styles.steps}>
          {ladder.steps.map((step) => (
            <StepRow key={step.to} step={step} parts={parts} />
          ))}
        </ol>
      )}
      {ladder.sum === null ? null : <Foot ladder={ladder} sum={ladder.sum} />}
      <LadderApart ladder={ladder} {...parts} />
    </section>
  );
}

function StepRow({ step, parts }: { step: LadderPart["steps"][number]; parts: PriceParts }) {
  const { names } = useCase();
  const casualties = useCasualtyWords()(step.casualties);
  const pair = pairOf(parts.answer, step.from, step.to);
  return (
    <li className={styles.step} data-step={step.to}>
      <div>
        <b>
          {answerName(step.from)} → {answerName(step.to)}
        </b>
        <StepWords words={step.words} />
      </div>
      <div>
        {pair === undefined ? null : (
          <Moved view={parts.view} pair={pair} cause={null} hard={step.hard} soft={step.soft} />
        )}
        <SumLine sum={step} />
        <Spark days={step.days} over={parts.answer.coverage} />
      </div>
      <div className={styles.note}>
        <Transitions step={step} />
        <p>{casualties.killed}</p>
        <p>{casualties.injured}</p>
        <p>
          {step.kinds
            .map(({ kind, incidents }) => `${names.kind(kind)} ${names.number(incidents)}`)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}

/** Which verdicts change into which. */
function Transitions({ step }: { step: Step }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  if (step.transitions.length === 0) return null;
  return (
    <details>
      <summary>{i18n._("ladder.transitions", {}, { message: "Which verdicts change" })}</summary>
      <ul>
        {step.transitions.map(({ from, to, incidents }) => (
          <li key={`${from} ${to}`}>
            {words.verdict(from)} → {words.verdict(to)}: {incidents}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Foot({ ladder, sum }: { ladder: LadderPart; sum: StepSum }) {
  const { i18n } = useLingui();
  const ends = {
    narrow: answerName(ladder.chain[0] ?? "") ?? "",
    wide: answerName(ladder.chain.at(-1) ?? "") ?? "",
  };
  return (
    <div className={styles.foot} data-foot="ladder">
      <b>
        {i18n._("ladder.foot", ends, {
          message: "From “{narrow}” to “{wide}”, all steps together",
        })}
      </b>
      <SumLine sum={sum} />
    </div>
  );
}

/** violation(wide) = violation(narrow) + into violation - out of violation; one line for each bound. */
function SumLine({ sum }: { sum: StepSum }) {
  const { i18n } = useLingui();
  const lines = [
    { bound: "atLeast", label: i18n._("card.at-least", {}, { message: "at least" }) },
    { bound: "atMost", label: i18n._("card.at-most", {}, { message: "at most" }) },
  ] as const;
  return lines.map(({ bound, label }) => (
    <p
      key={bound}
      className={styles.sum}
      data-sum={bound}
      data-wide={sum.wide[bound]}
      data-narrow={sum.narrow[bound]}
      data-into={sum.into[bound]}
      data-out={sum.out[bound]}
    >
      {label}{" "}
      {i18n._(
        "ladder.sum",
        {
          wide: sum.wide[bound],
          narrow: sum.narrow[bound],
          into: sum.into[bound],
          out: sum.out[bound],
        },
        { message: "{wide} = {narrow} + {into} into violation − {out} out of violation" },
      )}
    </p>
  ));
}
