// All texts of a case: which there are, of which day, and how each party stands to each.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { TextLine } from "../../../src/report/terms-page.ts";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { textsQuery } from "../../source/queries.ts";
import { Dated } from "./dated.tsx";
import { Status } from "./status.tsx";
import styles from "./terms-list.module.css";

/** The screen at /c/<case>/terms. */
export function TermsList() {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { data, error, isError, refetch } = useQuery(textsQuery(card.id));
  const title = i18n._("screen.terms", {}, { message: "Terms" });
  useTitle(`${title} · ${card.title}`);
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={10} />;
  const texts = [...data.items].sort((a, b) => names.compare(a.title, b.title));
  return (
    <div className={styles.page} data-ready="terms">
      <h1>{title}</h1>
      {texts.length === 0 ? (
        <p>{i18n._("terms.empty", {}, { message: "No text is in this case yet." })}</p>
      ) : (
        <ul className={styles.texts}>
          {texts.map((text) => (
            <li key={text.id}>
              <TextCard text={text} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TextCard({ text }: { text: TextLine }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { id, title, clauses, questions, readings } = text;
  return (
    <article className={styles.text}>
      <h2>
        <Link to="/c/$case/terms/$instrument" params={{ case: card.id, instrument: id }} lang="en">
          {title}
        </Link>
      </h2>
      <Dated text={text} />
      <Status text={text} />
      <p className={styles.counts}>
        {i18n._(
          "terms.counts",
          { clauses, questions, readings },
          {
            message:
              "{clauses, plural, one {# clause} other {# clauses}}, {questions, plural, one {# open question} other {# open questions}}, {readings, plural, one {# reading} other {# readings}}",
          },
        )}
      </p>
    </article>
  );
}
