// Which words differ, and what each moves: a row a cause, a column a pair of readings, a foot that adds up exactly.
// Every figure is one of assess/wording's; the causes of a pair are a partition of its disagreement.
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import { WORD_PARTS } from "../../../src/report/words.ts";
import type { Comparison } from "../../../src/assess/verdict.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { PriceParts } from "./cards.tsx";
import { causeRows, shownPairs } from "./cause-rows.ts";
import type { CauseRow, ShownPair } from "./cause-rows.ts";
import { CauseHead } from "./cause-head.tsx";
import { Moved } from "./moved.tsx";
import { causeOf, partOf } from "./narrow.ts";
import { partName } from "../../words/part-words.ts";
import { PairDetail } from "./pair-detail.tsx";
import styles from "./words-table.module.css";

/** The table of disagreements; of one pair with alone and last counts and its sentence. */
export function WordsTable({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const pairs = shownPairs(answer, cards);
  if (pairs.length === 0) return <NoPairs count={cards.length} />;
  const rows = causeRows(answer, names);
  const chosen = pairs.find(
    ({ pair }) => view.pair?.includes(pair.a) && view.pair.includes(pair.b),
  );
  const detailed = chosen ?? (pairs.length === 1 ? pairs[0] : undefined);
  const isDense = pairs.length > 3;
  const key = i18n._(
    "words-table.key",
    {},
    {
      message:
        "surely: both readings decide, differently · possibly: one of the two is undetermined",
    },
  );
  const dense = i18n._(
    "words-table.key-dense",
    {},
    {
      message:
        "first number: surely, both decide and differ · second: possibly, one of the two is undetermined",
    },
  );
  return (
    <section className={styles.section} aria-labelledby="words">
      <div className={styles.above}>
        <h2 id="words">
          {i18n._(
            "words-table.title",
            {},
            { message: "Which words differ, and how many incidents each moves" },
          )}
        </h2>
        <p>
          {isDense ? dense : key} ·{" "}
          {i18n._("words-table.uncertain", {}, { message: "in grey: too uncertain to rank" })}
        </p>
      </div>
      <table className={styles.table} data-dense={isDense}>
        <thead>
          <tr>
            <th scope="col">{i18n._("words-table.words", {}, { message: "Words" })}</th>
            {pairs.map((shown) => (
              <th scope="col" key={shown.key}>
                {shown.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} pairs={pairs} parts={{ answer, cards, view }} />
          ))}
          <StillRow pairs={pairs} parts={{ answer, cards, view }} rows={rows} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {i18n._("words-table.all", {}, { message: "All that the two answer differently" })}
            </th>
            {pairs.map(({ pair, key, title }) => (
              <td key={key} data-label={title}>
                <Moved view={view} pair={pair} cause={null} hard={pair.hard} soft={pair.soft} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {detailed === undefined ? null : (
        <PairDetail shown={detailed} parts={{ answer, cards, view }} />
      )}
    </section>
  );
}

interface RowProps {
  readonly row: CauseRow;
  readonly pairs: readonly ShownPair[];
  readonly parts: PriceParts;
}

function Row({ row, pairs, parts }: RowProps) {
  const questions: readonly (string | null)[] = row.parts;
  const isLit = parts.view.word !== null && questions.includes(parts.view.word);
  return (
    <tr data-lit={isLit}>
      <th scope="row">
        <CauseHead row={row} parts={parts} />
      </th>
      {pairs.map(({ pair, key, title }) => (
        <td key={key} data-label={title}>
          <Cell row={row} pair={pair} parts={parts} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ row, pair, parts }: { row: CauseRow; pair: Comparison; parts: PriceParts }) {
  const { i18n } = useLingui();
  const cause = causeOf(pair, row.cause);
  if (cause !== undefined) {
    return (
      <Moved view={parts.view} pair={pair} cause={row.cause} hard={cause.hard} soft={cause.soft} />
    );
  }
  if (pair.causes.some(({ kind }) => kind === "instrument")) {
    return (
      <span className={styles.nothing}>
        {i18n._("words-table.other-text", {}, { message: "different texts" })}
      </span>
    );
  }
  const isSame = !row.cause.questions.some((question) => pair.questions.includes(question));
  return (
    <span className={styles.nothing}>
      {isSame
        ? i18n._("words-table.same", {}, { message: "same words" })
        : i18n._("words-table.moves-none", {}, { message: "moves none" })}
    </span>
  );
}

/** Words that differ and yet move no recorded incident between any two: a finding too. */
function StillRow({ rows, pairs, parts }: Omit<RowProps, "row"> & { rows: readonly CauseRow[] }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const moving = new Set(rows.flatMap((row) => row.cause.questions));
  const still = [...new Set(pairs.flatMap(({ pair }) => pair.questions))]
    .filter((question) => !moving.has(question))
    .flatMap(
      (question) => WORD_PARTS.find((one) => one === partOf(parts.answer.cards, question)) ?? [],
    );
  if (still.length === 0) return null;
  return (
    <tr>
      <th scope="row">
        {still.map((part, index) => (
          <Fragment key={part}>
            {index === 0 ? null : ", "}
            <mark className={styles.word}>{partName(i18n, part)}</mark>
          </Fragment>
        ))}
      </th>
      <td colSpan={pairs.length} className={styles.nothing}>
        {i18n._(
          "words-table.still",
          { n: names.number(0) },
          {
            message: "differ too, but move {n} recorded incidents",
          },
        )}
      </td>
    </tr>
  );
}

function NoPairs({ count }: { count: number }) {
  const { i18n } = useLingui();
  return (
    <p className={styles.nothing}>
      {count < 2
        ? i18n._(
            "words-table.one",
            {},
            { message: "Choose a second reading to see which words differ." },
          )
        : i18n._(
            "words-table.many",
            {},
            { message: "Choose at most four readings to see which words differ between each two." },
          )}
    </p>
  );
}
