// How the incident came to stand as it does: entry by entry, who recorded what and when, what changed, on what sources.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { historyQuery } from "../../source/queries.ts";
import type { HistoryAnswer } from "../../source/record-source.ts";
import { stateWords } from "../../words/record-words.ts";
import { HistoryStepLine } from "./history-step.tsx";
import styles from "./history.module.css";

interface HistoryProps {
  readonly caseId: string;
  readonly incident: string;
  /** What was known and is asked, as a query string. */
  readonly query: string;
}

/** The whole history; its own question, so that the page does not wait for it. */
export function History({ caseId, incident, query }: HistoryProps) {
  const { i18n } = useLingui();
  const { data, error, isError, refetch } = useQuery(historyQuery({ caseId, incident, query }));
  return (
    <section aria-labelledby="history" className={styles.history} data-part="history">
      <h2 id="history">{i18n._("history.title", {}, { message: "History" })}</h2>
      {isError ? <ErrorPanel error={error} retry={() => void refetch()} /> : null}
      {data === undefined ? isError ? null : <Skeleton lines={6} /> : <Told history={data} />}
    </section>
  );
}

function Told({ history }: { history: HistoryAnswer }) {
  const { i18n } = useLingui();
  return (
    <div className={styles.told} data-part="history-told">
      <p>
        {i18n._("history.state", {}, { message: "Review of the account:" })}{" "}
        <b data-part="state">{stateWords(i18n, history.state)}</b>
        {history.goesOnAs === null ? null : (
          <>
            {" "}
            {i18n._(
              "history.goes-on",
              { id: history.goesOnAs },
              { message: "It goes on as {id}." },
            )}
          </>
        )}
      </p>
      {history.isSeeds ? (
        <p className={styles.quiet}>
          {i18n._(
            "history.seeds",
            {},
            {
              message:
                "Recorded when the case was made: this case has no log yet, so no entry bears a time of recording or the person who recorded it.",
            },
          )}
        </p>
      ) : null}
      {history.isWithdrawn ? (
        <p>
          {i18n._(
            "history.withdrawn",
            {},
            { message: "Every report linked to it has been withdrawn." },
          )}
        </p>
      ) : null}
      <Redacted history={history} />
      <ol className={styles.steps}>
        {history.steps.map((step) => (
          <HistoryStepLine key={step.entry} step={step} of={history} />
        ))}
      </ol>
    </div>
  );
}

function Redacted({ history }: { history: HistoryAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (history.redacted.length === 0) return null;
  return (
    <ul>
      {history.redacted.map(({ field, at, publicFrom }) => (
        <li key={field} data-redacted={field}>
          {publicFrom === null
            ? i18n._(
                "history.redacted",
                { field, when: names.instant(at) },
                {
                  message: "{field}: redacted on {when}; the value is gone, the proofs still hold.",
                },
              )
            : i18n._(
                "history.was-public",
                { field, from: names.instant(publicFrom), until: names.instant(at) },
                {
                  message:
                    "{field}: was public from {from} to {until}, then redacted; the value is gone, the proofs still hold.",
                },
              )}
        </li>
      ))}
    </ul>
  );
}
