// What went wrong, all of it, and what to do; other panels live on.
import { useLingui } from "@lingui/react";
import { SourceError } from "../source/record-source.ts";
import styles from "./error-panel.module.css";

/** An error that people can act on. */
export function ErrorPanel({ error, retry }: { error: Error; retry?: () => void }) {
  const { i18n } = useLingui();
  const source = error instanceof SourceError ? error : null;
  return (
    <section className={styles.panel} role="alert" data-ready="error">
      <h2>{i18n._("error.title", {}, { message: "This could not be shown" })}</h2>
      <ProblemList
        problems={
          source?.problems.length ? source.problems : [{ message: error.message, help: null }]
        }
      />
      {source?.requestId == null ? null : (
        <p className="mono">
          {i18n._("error.request", { id: source.requestId }, { message: "Request {id}" })}
        </p>
      )}
      {retry === undefined ? null : (
        <button type="button" className={styles.retry} onClick={retry}>
          {i18n._("error.retry", {}, { message: "Ask again" })}
        </button>
      )}
    </section>
  );
}

/** Problems as a list, each with its hint. The words are the server's own. */
export function ProblemList({ problems }: { problems: readonly Shown[] }) {
  return (
    <ul className={styles.problems} lang="en">
      {problems.map(({ message, help }) => (
        <li key={message}>
          {message}
          {help == null ? null : <em> {help}</em>}
        </li>
      ))}
    </ul>
  );
}

interface Shown {
  readonly message: string;
  readonly help?: string | null;
}
