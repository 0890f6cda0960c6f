// How each party stood to a text, since when, on whose word: parties in alphabetical order, the latest state last.
import { useLingui } from "@lingui/react";
import type { TextLine } from "../../../src/report/terms-page.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useStatusWords } from "../../words/status-words.ts";
import { SourceId } from "./source-id.tsx";
import styles from "./status.module.css";

/** A line a party; one without a state says so. */
export function Status({ text: { status } }: { text: Pick<TextLine, "status"> }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const statusWords = useStatusWords();
  const parties = [...status].sort((a, b) =>
    names.compare(names.party(a.party), names.party(b.party)),
  );
  return (
    <dl className={styles.status}>
      {parties.map(({ party, states }) => (
        <div key={party} data-party={party}>
          <dt>{names.party(party)}</dt>
          <dd>
            {states.length === 0
              ? i18n._("terms.no-status", {}, { message: "nothing on record" })
              : states.map(({ is, since, source }) => (
                  <span key={since}>
                    {i18n._(
                      "terms.status-since",
                      { status: statusWords(is), day: names.day(since) },
                      { message: "{status} since {day}" },
                    )}{" "}
                    {source === null ? null : <SourceId id={source} />}
                  </span>
                ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
