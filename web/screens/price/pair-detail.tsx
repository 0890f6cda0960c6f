// One pair in words: the sentence to cite, and per question two counts that are never added up: alone, and last.
import { useLingui } from "@lingui/react";
import { WORD_PARTS } from "../../../src/report/words.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import { partName } from "../../words/part-words.ts";
import type { ShownPair } from "./cause-rows.ts";
import type { PriceParts } from "./cards.tsx";
import { partOf } from "./narrow.ts";
import styles from "./words-table.module.css";

/** Shown for the chosen pair, and for the only one. */
export function PairDetail({ shown, parts }: { shown: ShownPair; parts: PriceParts }) {
  const { i18n } = useLingui();
  const boundsText = useBoundsText();
  const { pair, first, second } = shown;
  const [onlyFirst, onlySecond] =
    pair.a === first.card.reading ? [pair.onlyA, pair.onlyB] : [pair.onlyB, pair.onlyA];
  return (
    <div className={styles.detail}>
      <div>
        <p className={styles.sentence} lang="en">
          {pair.sentence}
        </p>
        <p>
          {i18n._(
            "pair.only",
            { reading: first.short, bounds: boundsText(onlyFirst) },
            {
              message: "Only under {reading}: {bounds}.",
            },
          )}{" "}
          {i18n._(
            "pair.only",
            { reading: second.short, bounds: boundsText(onlySecond) },
            {
              message: "Only under {reading}: {bounds}.",
            },
          )}
        </p>
      </div>
      {pair.questions.length === 0 ? null : (
        <table className={styles.counts}>
          <caption>
            {i18n._(
              "pair.counts",
              {},
              {
                message:
                  "What one question moves depends on the order, so two counts, never to be added up",
              },
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{i18n._("words-table.words", {}, { message: "Words" })}</th>
              <th scope="col">{i18n._("pair.alone", {}, { message: "switched alone" })}</th>
              <th scope="col">{i18n._("pair.last", {}, { message: "switched last" })}</th>
            </tr>
          </thead>
          <tbody>
            {pair.questions.map((question) => (
              <tr key={question}>
                <th scope="row">{nameOf(question)}</th>
                <td>{pair.alone[question] ?? 0}</td>
                <td>{pair.last[question] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );

  function nameOf(question: string): string {
    const part = partOf(parts.answer.cards, question);
    const known = WORD_PARTS.find((one) => one === part);
    return known === undefined ? question.replaceAll("-", " ") : partName(i18n, known);
  }
}
