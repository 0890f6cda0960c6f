// What the record holds: entries by kind, incidents by the state of their review, what counts in no figure.
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import { Link } from "@tanstack/react-router";
import { useCase } from "../../app/case-frame.tsx";
import type { RecordAnswer } from "../../source/record-source.ts";
import { kindWords, reviewRules, stateWords } from "../../words/record-words.ts";
import { useAsideWords } from "./aside-words.ts";
import styles from "./record.module.css";

/** Two tables of counts; zero is said where a state has none. */
export function Holds({ record }: { record: RecordAnswer }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const asideWords = useAsideWords();
  return (
    <section aria-labelledby="holds" className={styles.holds}>
      <div>
        <h2 id="holds">{i18n._("record.holds", {}, { message: "What it holds" })}</h2>
        <table className={styles.counts} data-part="kinds">
          <tbody>
            {record.kinds.map(({ kind, entries }) => (
              <tr key={kind}>
                <th scope="row">{kindWords(i18n, kind)}</th>
                <td>{names.number(entries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {record.closed === 0 ? null : (
          <p>
            {i18n._(
              "record.closed",
              { n: record.closed },
              {
                message:
                  "{n, plural, one {# entry is closed: that it is there shows, nothing else does.} other {# entries are closed: that they are there shows, nothing else does.}}",
              },
            )}
          </p>
        )}
      </div>
      <div>
        <h2>{i18n._("record.states", {}, { message: "Review of incidents" })}</h2>
        <table className={styles.counts} data-part="states">
          <tbody>
            {record.states.map(({ state, incidents }) => (
              <tr key={state}>
                <th scope="row">{stateWords(i18n, state)}</th>
                <td>{names.number(incidents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.quiet}>{reviewRules(i18n, record.review)}</p>
        <p>
          <Link to="/c/$case/review" params={{ case: card.id }}>
            {i18n._("record.queue", {}, { message: "Review queue: what waits, for whom and why" })}
          </Link>
        </p>
        {record.aside.map(({ why, things, incidents }) => (
          <p key={why} data-aside={why}>
            {asideWords(why, things)}
            {incidents.map((id) => (
              <Fragment key={id}>
                {" "}
                <Link
                  to="/c/$case/i/$incident"
                  params={{ case: card.id, incident: id }}
                  className="mono"
                >
                  {id}
                </Link>
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}
