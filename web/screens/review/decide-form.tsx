// The form of a decision: where it leads, who decides, for which reasons, after looking at what. What is refused stays in the form.
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { fieldText } from "../../parts/day-fields.tsx";
import { sendDecision } from "../../source/decide.ts";
import type { ReviewAnswer } from "../../source/record-source.ts";
import { stateWords } from "../../words/record-words.ts";
import styles from "./review.module.css";

interface DecideProps {
  readonly waiting: ReviewAnswer["waiting"][number];
  readonly persons: number;
}

/** Nothing typed is lost when the record refuses; what is kept is on every page at once. */
export function DecideForm({ waiting, persons }: DecideProps) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const pages = useQueryClient();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [isSending, setSending] = useState(false);
  const send = async (form: FormData): Promise<void> => {
    setSending(true);
    const second = fieldText(form, "second");
    const problems = await sendDecision(card.id, {
      incident: waiting.incident,
      to: fieldText(form, "to"),
      actor: fieldText(form, "actor"),
      secondPerson: second === "" ? null : second,
      reasons: linesOf(fieldText(form, "reasons")),
      examined: form.getAll("examined").map(String),
      settles: form.getAll("settles").map(String),
    });
    setSending(false);
    setRefused(problems);
    if (problems.length === 0) await pages.invalidateQueries();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(new FormData(event.currentTarget));
  };
  return (
    <details className={styles.decide}>
      <summary>{i18n._("decide.title", {}, { message: "Decide" })}</summary>
      <form onSubmit={submit} className={styles.form}>
        <label>
          {i18n._("decide.to", {}, { message: "It becomes" })}
          <select name="to">
            {waiting.steps.map((step) => (
              <option key={step} value={step}>
                {stateWords(i18n, step)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {i18n._("decide.actor", {}, { message: "Who decides" })}
          <input name="actor" required autoComplete="off" />
        </label>
        <label>
          {i18n._(
            "decide.second",
            { persons },
            { message: "Second person, where it takes {persons}" },
          )}
          <input name="second" autoComplete="off" />
        </label>
        <label className={styles.wide}>
          {i18n._(
            "decide.reasons",
            {},
            {
              message:
                "Reasons, one a line (a rejection has one of: fabricated, not an event, out of scope, test)",
            },
          )}
          <textarea name="reasons" rows={2} required />
        </label>
        <Named name="examined" waiting={waiting} />
        {waiting.state === "contested" ? <Named name="settles" waiting={waiting} /> : null}
        <button type="submit" disabled={isSending} className={styles.button}>
          {i18n._("decide.send", {}, { message: "Keep the decision" })}
        </button>
        {refused.length === 0 ? null : (
          <div role="alert" className={styles.wide}>
            <p>{i18n._("decide.refused", {}, { message: "Not kept:" })}</p>
            <ul lang="en">
              {refused.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </details>
  );
}

/** Claims and reports to name. */
function Named({
  name,
  waiting,
}: {
  name: "examined" | "settles";
  waiting: DecideProps["waiting"];
}) {
  const { i18n } = useLingui();
  const ids = [...waiting.reports, ...waiting.claims];
  if (ids.length === 0) return null;
  return (
    <fieldset className={styles.wide}>
      <legend>
        {name === "examined"
          ? i18n._("decide.examined", {}, { message: "Examined" })
          : i18n._("decide.settles", {}, { message: "What settles it" })}
      </legend>
      {ids.map((id) => (
        <label key={id} className={styles.check}>
          <input type="checkbox" name={name} value={id} /> <span className="mono">{id}</span>
        </label>
      ))}
    </fieldset>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
