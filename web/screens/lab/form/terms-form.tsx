// The text as a form: questions with who takes which answer, clauses with their fields, clauses to add. While the source has an error
// the form stays on the last text that could be read, and changes nothing.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { TEMPLATES, parseTemplate, templateEdits } from "../../../../src/terms/templates.ts";
import type { Template } from "../../../../src/terms/templates.ts";
import { ClausePart } from "./clause-part.tsx";
import { FormProvider, useFormContext } from "./form-context.tsx";
import { QuestionPart } from "./question-part.tsx";
import { templateName, templateWords } from "./template-words.ts";
import type { FormState } from "./use-form.ts";
import styles from "./form.module.css";

interface TermsFormProps {
  readonly state: FormState;
  /** The text in the editor has an error. */
  readonly isStale: boolean;
  /** Puts the last text that could be read into the editor again. */
  readonly takeBack: (text: string) => void;
}

/** Fields, or why there are none. */
export function TermsForm({ state, isStale, takeBack }: TermsFormProps) {
  const { i18n } = useLingui();
  const { form, isRefused, edit } = state;
  return (
    <section
      className={styles.form}
      aria-label={i18n._("form.title", {}, { message: "The text as a form" })}
      data-form={form === null ? "none" : isStale ? "older" : "current"}
    >
      {isStale ? (
        <p role="status" className={styles.stale}>
          {form === null
            ? i18n._(
                "form.unread",
                {},
                { message: "The text has errors, so there is no form of it yet." },
              )
            : i18n._(
                "form.older",
                {},
                {
                  message:
                    "The source has an error. The form shows the last text that could be read, and changes nothing until the source is mended.",
                },
              )}{" "}
          {form === null ? null : (
            <button type="button" className={styles.button} onClick={() => takeBack(form.text)}>
              {i18n._("form.take-back", {}, { message: "Back to that text" })}
            </button>
          )}
        </p>
      ) : null}
      {isRefused ? (
        <p role="alert">
          {i18n._(
            "form.refused",
            {},
            {
              message: "This part is written in a way that the form cannot change: use the source.",
            },
          )}
        </p>
      ) : null}
      {form === null ? null : (
        <FormProvider form={form} edit={edit}>
          <fieldset disabled={isStale} className={styles.all} data-older={isStale}>
            <Fields />
          </fieldset>
        </FormProvider>
      )}
    </section>
  );
}

function Fields() {
  const { i18n } = useLingui();
  const { form } = useFormContext();
  const { questions, clauses } = form.instrument;
  return (
    <>
      {questions.size === 0 ? null : (
        <h3>{i18n._("form.questions", {}, { message: "What the text leaves open" })}</h3>
      )}
      {[...questions.values()].map((question) => (
        <QuestionPart key={question.id} question={question} />
      ))}
      <h3>{i18n._("form.clauses", {}, { message: "Clauses" })}</h3>
      {[...clauses.values()].map((clause) => (
        <ClausePart key={clause.id} clause={clause} />
      ))}
      <AddClause />
    </>
  );
}

function AddClause() {
  const { i18n } = useLingui();
  const { form, edit } = useFormContext();
  const [template, setTemplate] = useState<Template>("strikes");
  const add = () =>
    edit(
      templateEdits(template, {
        ...form.ground,
        instrument: form.instrument,
        words: templateWords(i18n),
      }),
    );
  return (
    <p className={styles.adding}>
      <label>
        {i18n._("form.clause.new", {}, { message: "One more clause" })}{" "}
        <select
          value={template}
          onChange={(event) => setTemplate(parseTemplate(event.target.value) ?? "strikes")}
        >
          {TEMPLATES.map((one) => (
            <option key={one} value={one}>
              {templateName(i18n, one)}
            </option>
          ))}
        </select>
      </label>{" "}
      <button type="button" className={styles.button} onClick={add}>
        {i18n._("form.clause.add", {}, { message: "Add clause" })}
      </button>
    </p>
  );
}
