// The record of a case: what it holds, where its log ends, a check of all of it in this page, files to take away, what came last.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { recordQuery } from "../../source/queries.ts";
import type { RecordAnswer } from "../../source/record-source.ts";
import { Downloads } from "./downloads.tsx";
import { Holds } from "./holds.tsx";
import { Latest } from "./latest.tsx";
import { VerifyPanel } from "./verify-panel.tsx";
import styles from "./record.module.css";

/** The screen at /c/<case>/record. */
export function RecordScreen() {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { data, error, isError, refetch } = useQuery(recordQuery(card.id));
  const title = i18n._("record.title", {}, { message: "Record and data" });
  useTitle(`${title} · ${card.title}`);
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={16} />;
  return (
    <article className={styles.page} data-ready="record">
      <h1>{title}</h1>
      <Head record={data} />
      <VerifyPanel record={data} />
      <Holds record={data} />
      <Downloads record={data} />
      <Latest record={data} />
    </article>
  );
}

function Head({ record }: { record: RecordAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (record.isSeeds) {
    return (
      <section aria-labelledby="head">
        <h2 id="head">{i18n._("record.head", {}, { message: "Where the log ends" })}</h2>
        <p>
          {i18n._(
            "record.seeds",
            {},
            {
              message:
                "This case has no log yet: its record is the rows that it was made with. Each has a stable id and its sources; none bears a time of recording, and no signature says that none was changed.",
            },
          )}
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="head">
      <h2 id="head">{i18n._("record.head", {}, { message: "Where the log ends" })}</h2>
      <dl className={styles.pairs}>
        <div>
          <dt>{i18n._("record.size", {}, { message: "Entries" })}</dt>
          <dd>{names.number(record.logHead.size)}</dd>
        </div>
        <div>
          <dt>{i18n._("record.root", {}, { message: "Root" })}</dt>
          <dd className="mono">{record.logHead.root}</dd>
        </div>
        {record.lastAt === null ? null : (
          <div>
            <dt>{i18n._("record.last", {}, { message: "Last entry" })}</dt>
            <dd>{names.instant(record.lastAt)}</dd>
          </div>
        )}
      </dl>
      <details>
        <summary className={styles.summary}>
          {i18n._("record.checkpoint", {}, { message: "Signed checkpoint" })}
        </summary>
        <pre className={styles.note}>{record.checkpoint}</pre>
      </details>
    </section>
  );
}
