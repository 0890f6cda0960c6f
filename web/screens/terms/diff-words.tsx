// Two wordings part by part: what each says, names that go and come, words that go and come; of two texts, their files too.
import { useLingui } from "@lingui/react";
import type { PartDiff } from "../../../src/report/diff-page.ts";
import type { PartWords } from "../../../src/report/words.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { DiffAnswer } from "../../source/record-source.ts";
import { partName, shownAnswers } from "../../words/part-words.ts";
import { ChangedWords, NamesChange } from "./changed-words.tsx";
import { FileChanges } from "./file-changes.tsx";
import styles from "./compare.module.css";

/** Parts that differ as rows; the rest by name. */
export function DiffWords({ diff }: { diff: DiffAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const isShown = ({ differs, quotes }: PartDiff) => differs || quotes !== null;
  const rows = diff.parts.filter(isShown);
  const same = diff.parts.filter((part) => !isShown(part));
  return (
    <section aria-labelledby="diff-words" className={styles.words}>
      <h3 id="diff-words">{i18n._("diff.words", {}, { message: "Words" })}</h3>
      {rows.length === 0 ? (
        <p>{i18n._("diff.no-words", {}, { message: "No part of them says anything else." })}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{i18n._("diff.part", {}, { message: "Part" })}</th>
              <th scope="col" className="mono">
                {diff.a}
              </th>
              <th scope="col" className="mono">
                {diff.b}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((part) => (
              <PartRow key={part.part} part={part} diff={diff} />
            ))}
          </tbody>
        </table>
      )}
      {same.length === 0 ? null : (
        <p className={styles.quiet}>
          {i18n._(
            "diff.same-parts",
            { parts: names.list(same.map(({ part }) => partName(i18n, part))) },
            { message: "The same in both: {parts}" },
          )}
        </p>
      )}
      {diff.words === null ? null : <FileChanges changes={diff.words} />}
    </section>
  );
}

function PartRow({ part, diff }: { part: PartDiff; diff: DiffAnswer }) {
  const { i18n } = useLingui();
  return (
    <tr data-change={part.part} tabIndex={-1}>
      <th scope="row">{partName(i18n, part.part)}</th>
      <td data-label={diff.a}>
        <Said words={part.a} side={diff.a} />
      </td>
      <td data-label={diff.b}>
        <Said words={part.b} side={diff.b} />
        {part.names === null ? null : <NamesChange change={part.names} />}
        {part.quotes === null ? null : <ChangedWords changes={part.quotes} />}
      </td>
    </tr>
  );
}

function Said({ words, side }: { words: readonly PartWords[]; side: string }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const context = { i18n, names, instrument: side.split("/")[0] ?? side };
  if (words.length === 0) {
    return (
      <span className={styles.quiet}>
        {i18n._("words.none", {}, { message: "no such words in this text" })}
      </span>
    );
  }
  return words.map((one) => (
    <p key={one.question ?? one.state} className={styles.said}>
      {one.state === "open" ? (
        <i>
          {i18n._(
            "words.open",
            { n: one.answers.length },
            { message: "not said ({n, plural, one {# possible} other {# possible}})" },
          )}
        </i>
      ) : (
        shownAnswers(one, context).map(({ form, text }, index) => (
          <span key={text}>
            {index === 0 ? null : ` ${i18n._("words.or", {}, { message: "or" })} `}
            {form === "quote" ? (
              <q lang="en">{text}</q>
            ) : (
              <span lang={form === "gist" ? "en" : undefined}>{text}</span>
            )}
          </span>
        ))
      )}
    </p>
  ));
}
