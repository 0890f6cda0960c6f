// Which situations are covered otherwise, recorded or not: by verdict before and after, folded into few boxes with one example each.
import { useLingui } from "@lingui/react";
import type { BoxLine, DirectionLine } from "../../../src/report/meaning.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { DiffAnswer } from "../../source/record-source.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import styles from "./compare.module.css";

/** What is lost first, as the engine orders it. */
export function DiffMeaning({ diff: { meaning } }: { diff: DiffAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (
    <section aria-labelledby="diff-meaning" className={styles.words}>
      <h3 id="diff-meaning">{i18n._("diff.meaning", {}, { message: "Situations" })}</h3>
      {meaning === null ? (
        <p>{i18n._("diff.too-many", {}, { message: "Too many situations to compare." })}</p>
      ) : (
        <>
          {meaning.directions.map((direction) => (
            <Direction key={`${direction.from} ${direction.to}`} direction={direction} />
          ))}
          <p className={meaning.same ? undefined : styles.quiet} data-same={meaning.same}>
            {meaning.same
              ? i18n._(
                  "diff.same",
                  { n: meaning.situations },
                  {
                    message:
                      "Both mean the same in {n, plural, one {the one situation} other {all # situations}} that they tell apart.",
                  },
                )
              : i18n._(
                  "diff.over",
                  { n: meaning.situations },
                  { message: "Compared over {n, plural, one {# situation} other {# situations}}." },
                )}
            {meaning.shared.length === 0
              ? null
              : ` ${i18n._(
                  "diff.shared",
                  { questions: names.list(meaning.shared) },
                  { message: "What both leave open is given the same answer: {questions}." },
                )}`}
          </p>
        </>
      )}
    </section>
  );
}

function Direction({ direction }: { direction: DirectionLine }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const verdictWords = useVerdictWords();
  const { from, to, kinds, boxes, left } = direction;
  return (
    <article className={styles.direction} data-change={`${from} ${to}`} tabIndex={-1}>
      <h4>
        {i18n._(
          "diff.direction",
          { from: verdictWords.verdict(from), to: verdictWords.verdict(to) },
          { message: "{from} in the first, {to} in the second" },
        )}
      </h4>
      <p>{names.list(kinds.map(names.kind))}</p>
      <ul>
        {boxes.map((box) => (
          <li key={box.example}>
            <Box box={box} isOnly={boxes.length === 1} />
          </li>
        ))}
        {left === 0 ? null : (
          <li>
            {i18n._(
              "diff.left",
              { n: left },
              { message: "{n, plural, one {# smaller part} other {# smaller parts}} not told" },
            )}
          </li>
        )}
      </ul>
    </article>
  );
}

function Box({ box, isOnly }: { box: BoxLine; isOnly: boolean }) {
  const { i18n } = useLingui();
  const words = useBoxWords();
  return (
    <>
      {words(box, isOnly)}
      {box.edges.length === 0 ? null : (
        <>
          {" · "}
          {i18n._("diff.edges", {}, { message: "part of it only if:" })}{" "}
          <span className="mono">{box.edges.join(", ")}</span>
        </>
      )}
      <br />
      {i18n._("terms.for-instance", {}, { message: "For instance:" })}{" "}
      <span lang="en">{box.example}</span>
    </>
  );
}

/** One line: kinds where there are several boxes, acts, actors, means, times, and whether it holds under some answers only. */
function useBoxWords(): (box: BoxLine, isOnly: boolean) => string {
  const { i18n } = useLingui();
  const { names } = useCase();
  const or = (list: readonly string[]) => names.list(list, "disjunction");
  const actor = (id: string) =>
    id === "others" ? i18n._("diff.others", {}, { message: "others" }) : names.party(id);
  return ({ kinds, acts, actors, means, times, someAnswers }, isOnly) =>
    [
      ...(isOnly ? [] : [names.list(kinds.map(names.kind))]),
      ...(acts === null ? [] : [or(acts.map(names.act))]),
      ...(actors === null
        ? []
        : [
            i18n._(
              "diff.by",
              { actors: or(actors.map(actor).sort(names.compare)) },
              { message: "by {actors}" },
            ),
          ]),
      ...(means === null ? [] : [or(means.map(names.means))]),
      or(times.map(span)),
      ...(someAnswers
        ? [
            i18n._(
              "diff.some-answers",
              {},
              { message: "under some answers to what both leave open" },
            ),
          ]
        : []),
    ].join("; ");

  function span({ from, until }: BoxLine["times"][number]): string {
    const [start, end] = [from, until].map((at) => (at === null ? null : names.instant(at)));
    if (start != null && end != null)
      return i18n._("terms.since-until", { from: start, to: end }, { message: "{from} to {to}" });
    if (start != null) return i18n._("terms.since", { from: start }, { message: "since {from}" });
    if (end != null) return i18n._("terms.until", { to: end }, { message: "until {to}" });
    return i18n._("diff.any-time", {}, { message: "at any time" });
  }
}
