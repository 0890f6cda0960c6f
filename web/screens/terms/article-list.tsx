// The text article by article: as it is written on the left, what its machine form says on the right, in plain sentences.
import { useLingui } from "@lingui/react";
import type { Article, Passage } from "../../../src/terms/articles.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { Inline } from "./inline.tsx";
import { MachinePart } from "./machine-part.tsx";
import styles from "./text.module.css";

/** In the order of the file. */
export function ArticleList({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const shown = text.articles.filter(
    ({ passages, parts }) => parts.length > 0 || passages.some(({ kind }) => kind !== "title"),
  );
  return (
    <section aria-labelledby="articles" className={styles.section}>
      <h2 id="articles" className={styles.sides}>
        <span>{i18n._("terms.written", {}, { message: "As it is written" })}</span>
        <span>{i18n._("terms.machine", {}, { message: "What it means to the machine" })}</span>
      </h2>
      {shown.map((article) => (
        <ArticleRow key={keyOf(article)} article={article} text={text} />
      ))}
    </section>
  );
}

function ArticleRow({ article, text }: { article: Article; text: TextAnswer }) {
  const passages = article.passages.filter(({ kind }) => kind !== "title");
  return (
    <div className={styles.article} data-article={article.parts.join(" ")}>
      <div className={styles.written}>
        {passages.length === 0 ? <Unquoted article={article} text={text} /> : null}
        {passages.map((passage) => (
          <PassageText key={passage.text} passage={passage} />
        ))}
      </div>
      <div className={styles.machine}>
        {article.parts.map((part) => (
          <MachinePart key={part} part={part} text={text} />
        ))}
      </div>
    </div>
  );
}

/** A file without passages: the clause's own article, if one is quoted in it. */
function Unquoted({ article, text }: { article: Article; text: TextAnswer }) {
  const { i18n } = useLingui();
  const quoted = text.clauses.flatMap(({ id, text: said }) =>
    said !== null && article.parts.includes(`clauses/${id}`) ? [said] : [],
  );
  if (quoted.length > 0) return quoted.map((said) => <blockquote key={said}>{said}</blockquote>);
  return (
    <p className={styles.quiet}>{i18n._("terms.unquoted", {}, { message: "no article quoted" })}</p>
  );
}

function PassageText({ passage: { kind, text } }: { passage: Passage }) {
  switch (kind) {
    case "title":
      return null;
    case "heading":
      return <h3 lang="en">{text}</h3>;
    case "quotation":
      return (
        <blockquote lang="en">
          <Inline text={text} />
        </blockquote>
      );
    case "item":
    case "text":
      return (
        <p lang="en" data-kind={kind}>
          <Inline text={text} />
        </p>
      );
    default:
      return kind satisfies never;
  }
}

function keyOf({ passages, parts }: Article): string {
  return parts[0] ?? passages[0]?.text ?? "";
}
