// One statement: who says it, what sort of words it is, in our own words or quoted, and through whom it came to the page we hold.
import { useLingui } from "@lingui/react";
import type { Labels } from "../../../src/case/case.ts";
import type { StatementLine } from "../../../src/report/talk-lines.ts";
import { useCase } from "../../app/case-frame.tsx";
import { PersonName } from "../../parts/person-name.tsx";
import { partyName } from "../../parts/side-name.ts";
import { SourceLine } from "../../parts/source-line.tsx";
import { actName } from "../../words/talk-words.ts";
import styles from "./same-day.module.css";
import { useTimeText } from "./talk-time.ts";
import type { ShownDays } from "./talk-time.ts";

/** The speaker always stands before the words: they are that speaker's, not ours. */
export function StatementItem({ statement, days }: { statement: StatementLine; days: ShownDays }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const timeText = useTimeText(days);
  const { id, said, speaker, role, party, to, act, gist, source } = statement;
  const when = timeText(said);
  return (
    <li id={id}>
      <b>
        <PersonName of={speaker} />
      </b>{" "}
      ({partyName(i18n, names, party)}){role === null ? null : <span lang="en">, {role}</span>}
      {when === null ? null : `, ${when}`}
      {" – "}
      {actName(i18n, act)}:<p lang="en">{gist ?? (source?.quote ? `“${source.quote}”` : null)}</p>
      <p className={styles.quiet}>
        {to === null ? null : (
          <>
            <span lang="en">{to}</span>;{" "}
          </>
        )}
        <Chain chain={statement.chain} outlet={source?.outlet ?? ""} />
        {source === null ? null : <SourceLine source={source} />}
      </p>
    </li>
  );
}

/** Everyone between the speaker and the page; the outlet of the page itself is told with it. */
function Chain({ chain, outlet }: { chain: readonly Labels[]; outlet: string }) {
  const { i18n } = useLingui();
  const last = chain.at(-1);
  const relayed = last !== undefined && outlet.includes(last.en) ? chain.slice(0, -1) : chain;
  if (relayed.length === 0) return null;
  return (
    <>
      {i18n._("statement.through", {}, { message: "through" })}{" "}
      {relayed.map((link, at) => (
        <span key={`${at} ${link.en}`}>
          <PersonName of={link} />
          {" → "}
        </span>
      ))}
    </>
  );
}
