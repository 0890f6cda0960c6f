// What is wrong with the case's files. Errors stand before anything else, for no figure may pass for whole; notes wait, folded, at the end.
import { useLingui } from "@lingui/react";
import type { HomeAnswer } from "../../source/record-source.ts";
import styles from "./case-home.module.css";

type Problems = HomeAnswer["problems"];

/** Nothing when there is no error. */
export function CaseProblems({ problems }: { problems: Problems }) {
  const { i18n } = useLingui();
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return null;
  return (
    <section className={styles.problems} aria-labelledby="problems" data-part="problems">
      <h2 id="problems">
        {i18n._("home.problems", {}, { message: "The case’s files have problems" })}
      </h2>
      <p>
        {i18n._(
          "home.problems.left-out",
          { errors: errors.length },
          {
            message:
              "{errors, plural, one {# error. What it touches} other {# errors. What they touch}} is left out of every figure.",
          },
        )}
      </p>
      <ProblemLines problems={errors} />
    </section>
  );
}

/** Warnings and notes on the texts; nothing is left out because of them. */
export function CaseNotes({ problems }: { problems: Problems }) {
  const { i18n } = useLingui();
  const notes = problems.filter(({ severity }) => severity !== "error");
  if (notes.length === 0) return null;
  return (
    <details className={styles.sources} data-part="notes">
      <summary>
        <h2>{i18n._("home.notes", {}, { message: "Notes on the texts" })}</h2>{" "}
        {i18n._(
          "home.notes.count",
          { n: notes.length },
          {
            message:
              "{n, plural, one {# note} other {# notes}} of the checker; nothing is left out because of them",
          },
        )}
      </summary>
      <ProblemLines problems={notes} />
    </details>
  );
}

/** The messages are the program's own and stay in English. */
function ProblemLines({ problems }: { problems: Problems }) {
  return (
    <ul lang="en">
      {problems.map(({ code, message, place, help }) => (
        <li key={`${code} ${place} ${message}`}>
          <span className="mono">{code}</span> {message}
          {help === null ? null : <em> {help}</em>}
          {place === null ? null : <span className="mono"> {place}</span>}
        </li>
      ))}
    </ul>
  );
}
