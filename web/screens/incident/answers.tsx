// Which answer decides: for each question that changes the verdict, what each of its answers would give; the rest in one line.
import { useLingui } from "@lingui/react";
import type { Explanation } from "../../../src/assess/verdict.ts";
import { useCase } from "../../app/case-frame.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { inputName } from "./input-name.ts";
import styles from "./why.module.css";

type Answer = Explanation["answers"][number];

/** Answers of one explanation, in the order of the text. */
export function Answers({ reading, answers }: Pick<Explanation, "reading" | "answers">) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const instrument = reading.slice(0, reading.indexOf("/"));
  const asks = (id: string): string => inputName(id, { i18n, names, card, instrument });
  const questions = [...new Set(answers.map(({ question }) => question))];
  const decides = (question: string): boolean =>
    new Set(answers.filter((one) => one.question === question).map(({ verdict }) => verdict)).size >
    1;
  const idle = questions.filter((question) => !decides(question));
  if (questions.length === 0) return null;
  return (
    <section>
      <h4>{i18n._("why.decides", {}, { message: "Which answer decides" })}</h4>
      {questions.filter(decides).map((question) => (
        <AnswersTo
          key={question}
          asks={asks(question)}
          answers={answers.filter((one) => one.question === question)}
        />
      ))}
      {idle.length === 0 ? null : (
        <p>
          {i18n._(
            "answers.idle",
            { questions: names.list(idle.map((id) => `“${asks(id)}”`)) },
            { message: "No answer alone changes it: {questions}." },
          )}
        </p>
      )}
    </section>
  );
}

function AnswersTo({ asks, answers }: { asks: string; answers: readonly Answer[] }) {
  const words = useVerdictWords();
  return (
    <div className={styles.answers}>
      <b lang="en">{asks}</b>
      <ul>
        {answers.map((answer) => (
          <li key={answer.answer} data-taken={answer.taken}>
            <VerdictMark mark={answer.verdict} /> <b>{words.verdict(answer.verdict)}</b>{" "}
            <AnswerName answer={answer} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AnswerName({ answer }: { readonly answer: Answer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const holders = names.list(answer.holders.map(names.party).sort(names.compare));
  const held =
    answer.holders.length === 0
      ? i18n._("answers.by.nobody", {}, { message: "held by nobody" })
      : i18n._("answers.by", { holders }, { message: "held by {holders}" });
  return (
    <>
      <code>{answer.answer}</code>{" "}
      <small>
        {held}
        {answer.taken ? ` ${i18n._("answers.taken", {}, { message: "(this reading’s)" })}` : null}
      </small>
    </>
  );
}
