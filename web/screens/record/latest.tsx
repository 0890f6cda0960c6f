// What came last: who recorded what, newest first.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useCase } from "../../app/case-frame.tsx";
import type { RecordAnswer } from "../../source/record-source.ts";
import { kindWords } from "../../words/record-words.ts";
import styles from "./record.module.css";

/** At most fifty lines; an incident leads to its page. */
export function Latest({ record }: { record: RecordAnswer }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const incidentOf = (line: RecordAnswer["latest"][number]): string | null =>
    line.kind === "incident" ? line.entry : line.kind === "decision" ? line.of : null;
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{i18n._("latest.title", {}, { message: "Entries, newest first" })}</h2>
      {record.latest.length === 0 ? (
        <p>
          {i18n._("latest.none", {}, { message: "A tree of size 0: nothing is recorded yet." })}
        </p>
      ) : (
        <ol className={styles.latest} data-part="latest">
          {record.latest.map((line) => (
            <li key={line.entry}>
              <span className="mono">
                {line.index === null ? line.entry : `${line.index} ${line.entry}`}
              </span>{" "}
              {kindWords(i18n, line.kind)}
              {incidentOf(line) === null ? null : (
                <>
                  {" "}
                  <Link
                    to="/c/$case/i/$incident"
                    params={{ case: card.id, incident: incidentOf(line) ?? "" }}
                  >
                    {incidentOf(line)}
                  </Link>
                </>
              )}
              {line.recordedAt === null ? null : (
                <small>
                  {" "}
                  {names.instant(line.recordedAt)}, {line.actor}
                </small>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
