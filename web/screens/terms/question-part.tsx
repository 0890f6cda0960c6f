// What a text leaves open: the question, every answer with what it means, who holds it since when, in whose words, on what source.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { TextAnswer as Given, TextQuestion } from "../../../src/report/text-questions.ts";
import type { Holding } from "../../../src/terms/ast.ts";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { sentenceOf } from "./sentences.ts";
import { SourceId } from "./source-id.tsx";
import styles from "./text.module.css";

interface QuestionPartProps {
  readonly question: TextQuestion;
  readonly text: TextAnswer;
}

/** Answers in the order of the text. */
export function QuestionPart({ question, text }: QuestionPartProps) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { question: id, asks, answers, clauses } = question;
  const live = answers.filter((answer) => answer.live).length;
  const compared = { instrument: text.id, question: id };
  return (
    <>
      <h4>
        <span lang="en">{asks}</span> <span className="mono">{id}</span>
      </h4>
      <p className={styles.quiet}>
        {clauses.length === 0
          ? i18n._("terms.asked-by-none", {}, { message: "no clause hangs on it" })
          : i18n._(
              "terms.asked-by",
              { clauses: names.list(clauses) },
              { message: "asked by the clause {clauses}" },
            )}
        {live < 2 ? null : (
          <>
            {" · "}
            <Link
              to="/c/$case/price"
              params={{ case: card.id }}
              search={searchOf({ ...EMPTY_VIEW, compared })}
            >
              {i18n._("terms.compare-answers", {}, { message: "what each answer covers" })}
            </Link>
          </>
        )}
      </p>
      <ul className={styles.answers}>
        {answers.map((answer) => (
          <li key={answer.id} data-answer={answer.id}>
            <Answer answer={answer} path={`questions/${id}/answers/${answer.id}`} text={text} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface AnswerProps {
  readonly answer: Given;
  readonly path: string;
  readonly text: TextAnswer;
}

function Answer({ answer: { held, note }, path, text }: AnswerProps) {
  const { names } = useCase();
  return (
    <>
      <p>{sentenceOf(text.prose[names.language], path)}</p>
      {held.length === 0 ? null : (
        <ul className={styles.held}>
          {held.map((holding) => (
            <li key={`${holding.by} ${holding.source} ${holding.since} ${holding.quote}`}>
              <Held holding={holding} />
            </li>
          ))}
        </ul>
      )}
      {note === null ? null : (
        <p className={styles.quiet} lang="en">
          {note}
        </p>
      )}
    </>
  );
}

function Held({ holding: { by, since, until, source, quote, gist } }: { holding: Holding }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (
    <>
      <b>{names.party(by)}</b>{" "}
      {quote === null ? null : (
        <q lang="en" className={styles.quote}>
          {quote}
        </q>
      )}
      {quote === null && gist !== null ? <span lang="en">{gist}</span> : null}{" "}
      <span className={styles.small}>
        {quote === null && gist !== null
          ? `${i18n._("terms.gist", {}, { message: "our words" })} · `
          : ""}
        {heldDays({ since, until })}
        {source === null ? null : (
          <>
            {" · "}
            <SourceId id={source} />
          </>
        )}
      </span>
    </>
  );

  function heldDays(days: Pick<Holding, "since" | "until">): string {
    const [from, to] = [days.since, days.until].map((day) =>
      day === null ? null : names.day(day),
    );
    if (from != null && to != null)
      return i18n._("terms.since-until", { from, to }, { message: "{from} to {to}" });
    if (from != null) return i18n._("terms.since", { from }, { message: "since {from}" });
    if (to != null) return i18n._("terms.until", { to }, { message: "until {to}" });
    return i18n._("terms.undated-held", {}, { message: "since when is not known" });
  }
}
