// One part of the machine form: a clause, a question with its answers, a reading or a provision, in plain sentences.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { TextAnswer } from "../../source/record-source.ts";
import { Findings } from "./findings.tsx";
import { QuestionPart } from "./question-part.tsx";
import { sentencesOf } from "./sentences.ts";
import { SourceId } from "./source-id.tsx";
import styles from "./text.module.css";

/** `part` is its path: `clauses/strikes`. */
export function MachinePart({ part, text }: { part: string; text: TextAnswer }) {
  const [section = "", id = ""] = part.split("/");
  const findings = text.findings.filter(
    (one) => one.part === part || one.part?.startsWith(`${part}/`) === true,
  );
  const question = text.questions.find((one) => one.question === id);
  return (
    <article className={styles.part} id={part} data-part={part}>
      {section === "questions" && question !== undefined ? (
        <QuestionPart question={question} text={text} />
      ) : (
        <PlainPart part={part} text={text} />
      )}
      <Findings findings={findings} />
    </article>
  );
}

function PlainPart({ part, text }: { part: string; text: TextAnswer }) {
  const { names } = useCase();
  const [section = "", id = ""] = part.split("/");
  const [first, ...rest] = sentencesOf(text.prose[names.language], part);
  const clause = section === "clauses" ? text.clauses.find((one) => one.id === id) : undefined;
  return (
    <>
      <h4>
        {first?.text ?? id} <span className="mono">{id}</span>
      </h4>
      {rest.length === 0 ? null : (
        <ul className={styles.sentences}>
          {rest.map(({ id: path, text: said }) => (
            <li key={path}>{said}</li>
          ))}
        </ul>
      )}
      {clause === undefined ? null : <Backing sources={clause.sources} note={clause.note} />}
    </>
  );
}

/** What a clause rests on. */
function Backing({ sources, note }: { sources: readonly string[]; note: string | null }) {
  const { i18n } = useLingui();
  if (sources.length === 0 && note === null) return null;
  return (
    <p className={styles.quiet}>
      {sources.length === 0 ? null : (
        <>
          {i18n._("sources.title", {}, { message: "Sources" })}:{" "}
          {sources.map((source) => (
            <span key={source}>
              <SourceId id={source} />{" "}
            </span>
          ))}
        </>
      )}
      {note === null ? null : <span lang="en">{note}</span>}
    </p>
  );
}
