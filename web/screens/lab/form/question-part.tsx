// One question of the text: its answers, and which of them each reading takes. What no reading takes stays open.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Answer, Question, Reading } from "../../../../src/terms/ast.ts";
import { answerValueToPlain } from "../../../../src/terms/clause-to-plain.ts";
import { useCase } from "../../../app/case-frame.tsx";
import { readingName } from "../../../app/reading-name.ts";
import { useFormContext } from "./form-context.tsx";
import { answerEdit, answerOut, isFreeName, takeEdit } from "./form-edits.ts";
import { ValueField } from "./value-field.tsx";
import styles from "./form.module.css";

/** A group of fields. */
export function QuestionPart({ question }: { question: Question }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { form } = useFormContext();
  const readings = [...form.instrument.readings.values()];
  const named = readings.map(({ id, by }) => ({ reading: id, holder: by }));
  const shown = readings
    .map((reading) => ({
      reading,
      name: readingName({ reading: reading.id, holder: reading.by }, named, names),
    }))
    .sort((a, b) => names.compare(a.name, b.name) || names.compare(a.reading.id, b.reading.id));
  return (
    <fieldset className={styles.part} data-question={question.id}>
      <legend>{question.asks}</legend>
      {[...question.answers.values()].map((answer) => (
        <AnswerField key={answer.id} question={question} answer={answer} />
      ))}
      <NewAnswer question={question} />
      <p className={styles.quiet}>
        {i18n._("form.taken", {}, { message: "Which answer a reading takes:" })}
      </p>
      {shown.map(({ reading, name }) => (
        <TakeField key={reading.id} question={question} reading={reading} name={name} />
      ))}
    </fieldset>
  );
}

function AnswerField({ question, answer }: { question: Question; answer: Answer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { form, edit } = useFormContext();
  const { id, value, held } = answer;
  const holders = [...new Set(held.map(({ by }) => names.party(by)))].sort(names.compare);
  return (
    <div className={styles.field} data-answer={id}>
      <span className={styles.label}>
        <span className="mono">{id}</span>
        {holders.length === 0 ? null : <small>{names.list(holders)}</small>}
      </span>
      <span className={styles.value}>
        <ValueField
          label={id}
          value={value}
          change={(changed) => edit([answerEdit(question.id, id, value.sort, changed)])}
        />{" "}
        {question.answers.size < 2 ? null : (
          <button
            type="button"
            className={styles.out}
            onClick={() => edit(answerOut(form.instrument, question.id, id))}
          >
            {i18n._("form.answer.out", { answer: id }, { message: "Take answer {answer} out" })}
          </button>
        )}
      </span>
    </div>
  );
}

/** Begins as the first answer says; then it is changed. */
function NewAnswer({ question }: { question: Question }) {
  const { i18n } = useLingui();
  const { edit } = useFormContext();
  const [typed, setTyped] = useState("");
  const [first] = question.answers.values();
  const isFree = isFreeName(typed, question.answers);
  const add = () => {
    if (!isFree || first === undefined) return;
    edit([answerEdit(question.id, typed, first.value.sort, answerValueToPlain(first.value))]);
    setTyped("");
  };
  return (
    <p className={styles.adding}>
      <label>
        {i18n._("form.answer.new", {}, { message: "One more answer, by a short name" })}{" "}
        <input
          value={typed}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === "Enter") add();
          }}
        />
      </label>{" "}
      <button type="button" className={styles.button} aria-disabled={!isFree} onClick={add}>
        {i18n._("form.answer.add", {}, { message: "Add answer" })}
      </button>
    </p>
  );
}

interface TakeFieldProps {
  readonly question: Question;
  readonly reading: Reading;
  readonly name: string;
}

/** One answer, one of several, or none. */
function TakeField({ question, reading, name }: TakeFieldProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { edit } = useFormContext();
  const [wantsSeveral, setWantsSeveral] = useState(false);
  const taken = reading.take.get(question.id) ?? [];
  const isSeveral = wantsSeveral || taken.length > 1;
  const ids = [...question.answers.keys()];
  // A reading of a party's own takes what that party holds: anything else would be an error of the text (T605).
  const mayTake = (id: string) =>
    reading.by === null ||
    taken.includes(id) ||
    (question.answers.get(id)?.held ?? []).some(({ by }) => by === reading.by);
  const holder = reading.by === null ? "" : names.party(reading.by);
  const take = (answers: readonly string[]) => edit([takeEdit(reading.id, question.id, answers)]);
  const choose = (way: string) => {
    setWantsSeveral(way === "several");
    if (way === "open") take([]);
    else if (way !== "several") take([way.slice("one:".length)]);
  };
  const way = isSeveral ? "several" : taken[0] === undefined ? "open" : `one:${taken[0]}`;
  return (
    <div className={styles.field} data-reading={reading.id}>
      <label className={styles.label} htmlFor={`take-${question.id}-${reading.id}`}>
        {name}
      </label>
      <span className={styles.value}>
        <select
          id={`take-${question.id}-${reading.id}`}
          value={way}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="open">
            {i18n._("form.take.open", {}, { message: "leaves it open" })}
          </option>
          {ids.map((id) => (
            <option key={id} value={`one:${id}`} disabled={!mayTake(id)}>
              {mayTake(id)
                ? id
                : i18n._(
                    "form.take.not-held",
                    { answer: id, party: holder },
                    { message: "{answer} (not held by {party})" },
                  )}
            </option>
          ))}
          {ids.filter(mayTake).length < 2 ? null : (
            <option value="several">
              {i18n._("form.take.several", {}, { message: "one of several" })}
            </option>
          )}
        </select>
        {isSeveral
          ? ids.map((id) => (
              <label key={id} className={styles.check}>
                <input
                  type="checkbox"
                  checked={taken.includes(id)}
                  disabled={!mayTake(id)}
                  onChange={(event) =>
                    take(
                      event.target.checked
                        ? [...taken, id].sort()
                        : taken.filter((one) => one !== id),
                    )
                  }
                />{" "}
                {id}
              </label>
            ))
          : null}
      </span>
    </div>
  );
}
