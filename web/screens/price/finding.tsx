// The finding to cite: one sentence a pair, or one a card, with what is held, what was known, terms and engine; copied with its address.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Bounds } from "../../../src/model/count.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useBoundsText } from "../../parts/bounds.tsx";
import type { PriceParts } from "./cards.tsx";
import { pairOf } from "./narrow.ts";
import styles from "./finding.module.css";

/** On screen and on paper; the copy carries the address too. */
export function Finding(parts: PriceParts) {
  const { i18n } = useLingui();
  const { answer } = parts;
  const sentences = useSentences(parts);
  const [copied, setCopied] = useState(false);
  const foot = useFoot(parts);
  const copy = async () => {
    const lines = [...sentences, answer.caveat, ...foot, window.location.href];
    await navigator.clipboard.writeText(lines.join("\n"));
    setCopied(true);
  };
  return (
    <section className={styles.finding} aria-labelledby="finding">
      <h2 id="finding">{i18n._("finding.title", {}, { message: "To cite" })}</h2>
      <div className={styles.sentences}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p className={styles.foot}>
        {foot.join(" · ")} <span className={styles.address}>{window.location.href}</span>
      </p>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        <span aria-live="polite">
          {copied
            ? i18n._("cite.copied", {}, { message: "Citation copied" })
            : i18n._("finding.copy", {}, { message: "Copy sentence and citation" })}
        </span>
      </button>
    </section>
  );
}

/** Of the chosen pair, of the only one, or of the ladder's ends; else of each card. */
function useSentences({ answer, cards, view }: PriceParts): readonly string[] {
  const { i18n } = useLingui();
  const { names } = useCase();
  const boundsText = useBoundsText();
  const { firstDay, lastDay, incidents } = answer.coverage;
  if (firstDay === null || lastDay === null) return [];
  const over = { from: names.day(firstDay), to: names.day(lastDay), n: incidents };
  const chain = answer.ladder?.chain ?? [];
  const ends = [chain[0], chain.at(-1)].flatMap((id) => id ?? []);
  const [a, b] = view.pair ?? (cards.length === 2 ? cards.map(({ card }) => card.reading) : ends);
  const pair = a === undefined || b === undefined ? undefined : pairOf(answer, a, b);
  const shortOf = (id: string) => cards.find(({ card }) => card.reading === id)?.short ?? id;
  if (pair === undefined) {
    return cards.map(({ card, short }) =>
      i18n._(
        "finding.card",
        { ...over, bounds: boundsText(card.totals), reading: short },
        {
          message:
            "Of {n, plural, one {# recorded incident} other {# recorded incidents}} from {from} to {to}, {bounds} would be violations under “{reading}”, if the text applied.",
        },
      ),
    );
  }
  const one = (bounds: Bounds, yes: string, no: string) =>
    i18n._(
      "finding.pair",
      { ...over, bounds: boundsText(bounds), yes: shortOf(yes), no: shortOf(no) },
      {
        message:
          "Of {n, plural, one {# recorded incident} other {# recorded incidents}} from {from} to {to}, {bounds} would be violations under “{yes}” and not under “{no}”, if either text applied.",
      },
    );
  return [one(pair.onlyA, pair.a, pair.b), one(pair.onlyB, pair.b, pair.a)];
}

/** What the sentence rests on: held questions, as-of, engine, terms. */
function useFoot({ answer, cards, view }: PriceParts): readonly string[] {
  const { i18n } = useLingui();
  const { names } = useCase();
  const texts = new Map(cards.map(({ card }) => [card.instrument.id, card.instrument.version]));
  const held = view.hold.map(({ question, answer: one }) => `${question} = ${one}`).join(", ");
  const known =
    answer.asOf === null
      ? i18n._("context.now", {}, { message: "as known now" })
      : i18n._(
          "context.as-of",
          { when: names.instant(answer.asOf) },
          { message: "as known on {when}" },
        );
  const window = i18n._("chip.window", {}, { message: "only the in-force window" });
  return [
    ...(view.window === null ? [] : [window]),
    ...(held === "" ? [] : [`${i18n._("context.held", {}, { message: "held:" })} ${held}`]),
    known,
    answer.engine,
    ...[...texts].map(([id, version]) => `${id} ${version.replace("sha256:", "").slice(0, 12)}`),
  ];
}
