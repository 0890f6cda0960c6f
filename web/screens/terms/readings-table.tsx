// Readings as columns, questions as rows: what each answers, in whose words; what it does not answer is spelled out as open.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { TextReading } from "../../../src/report/terms-page.ts";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { readingName } from "../../app/reading-name.ts";
import { searchOf } from "../../app/url.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { shownAnswers } from "../../words/part-words.ts";
import styles from "./table.module.css";

/** Columns by shown name; nothing where the text has no reading or leaves nothing open. */
export function ReadingsTable({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const among = card.readings
    .filter(({ instrument }) => instrument === text.id)
    .map(({ id, holder }) => ({ reading: id, holder }));
  const columns = text.readings
    .map((reading) => ({ reading, name: readingName(reading, among, names) }))
    .sort((a, b) => names.compare(a.name, b.name));
  if (columns.length === 0 || text.questions.length === 0) return null;
  return (
    <section aria-labelledby="readings" className={styles.section}>
      <h2 id="readings">
        {i18n._("terms.readings", {}, { message: "Readings, question by question" })}
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{i18n._("terms.question", {}, { message: "Question" })}</th>
            {columns.map(({ reading, name }) => (
              <th key={reading.reading} scope="col">
                <ReadingHead reading={reading} name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {text.questions.map(({ question, asks }) => (
            <tr key={question} data-question={question}>
              <th scope="row">
                <span lang="en">{asks}</span>
              </th>
              {columns.map(({ reading, name }) => (
                <td key={reading.reading} data-label={name} data-reading={reading.reading}>
                  <Cell reading={reading} question={question} text={text.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReadingHead({ reading, name }: { reading: TextReading; name: string }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { reading: id, holder, assumes } = reading;
  const instrument = id.slice(0, id.indexOf("/"));
  return (
    <>
      <Link
        to="/c/$case/price"
        params={{ case: card.id }}
        search={searchOf({ ...EMPTY_VIEW, readings: [id] })}
      >
        {name}
      </Link>
      {name === id ? null : <span className="mono">{id}</span>}
      {holder === null ? (
        <small>{i18n._("card.nobody", {}, { message: "Held by nobody" })}</small>
      ) : null}
      {assumes.length === 0 ? null : (
        <small>
          {i18n._(
            "card.assumes",
            { events: names.list(assumes.map((event) => names.says(instrument, event))) },
            { message: "assumes that this came: {events}" },
          )}
        </small>
      )}
    </>
  );
}

interface CellProps {
  readonly reading: TextReading;
  readonly question: string;
  /** Instrument id. */
  readonly text: string;
}

function Cell({ reading, question, text }: CellProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const found = reading.answers.find((one) => one.question === question);
  if (found === undefined || found.part === null || found.state === "open") {
    return (
      <span className={styles.open}>
        {i18n._(
          "words.open",
          { n: found?.answers.length ?? 0 },
          { message: "not said ({n, plural, one {# possible} other {# possible}})" },
        )}
      </span>
    );
  }
  const shown = shownAnswers({ ...found, part: found.part }, { i18n, names, instrument: text });
  return (
    <>
      {shown.map(({ form, text: said }, index) => (
        <span key={said} className={styles.said}>
          {index === 0 ? null : `${i18n._("words.or", {}, { message: "or" })} `}
          {form === "quote" ? (
            <q lang="en">{said}</q>
          ) : (
            <span lang={form === "gist" ? "en" : undefined}>{said}</span>
          )}
        </span>
      ))}
      <span className="mono">{found.answers.map(({ id }) => id).join(", ")}</span>
    </>
  );
}
