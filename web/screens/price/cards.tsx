// The cards: equal, alphabetical, their differing words in line with one another so that the eye finds them.
import { useLingui } from "@lingui/react";
import type { PartWords } from "../../../src/report/words.ts";
import type { Sort } from "../../../src/terms/ast.ts";
import { useCase } from "../../app/case-frame.tsx";
import { Legend } from "../../parts/verdict-bar.tsx";
import { partName, shownAnswers, valueText } from "../../words/part-words.ts";
import { isOneText, useTextLine } from "./card-text.tsx";
import { UnitNote } from "./card-units.tsx";
import { Card } from "./card.tsx";
import type { ShownCard } from "./shown-cards.ts";
import type { PriceAnswer } from "../../source/record-source.ts";
import type { View } from "../../../src/report/view.ts";
import styles from "./price.module.css";

export interface PriceParts {
  readonly answer: PriceAnswer;
  readonly cards: readonly ShownCard[];
  readonly view: View;
}

/** All cards, with what they have in common said once. */
export function Cards({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const { differing } = answer;
  const oneText = isOneText(answer.cards);
  return (
    <section aria-labelledby="cards" className={styles.cardsSection}>
      <div className={styles.above}>
        <h2 id="cards" className="visually-hidden">
          {i18n._("cards.title", {}, { message: "The readings" })}
        </h2>
        <SameWords cards={cards} differing={differing} />
        <Legend />
      </div>
      <div className={styles.cards} data-count={cards.length}>
        {cards.map((card) => (
          <Card
            key={card.card.reading}
            shown={card}
            differing={differing}
            view={view}
            isOneText={oneText}
          />
        ))}
      </div>
      <UnitNote unit={view.unit} />
      <p className={styles.caveat}>{answer.caveat}</p>
    </section>
  );
}

/** What all cards say alike, so that nothing equal passes for a difference. */
function SameWords({
  cards,
  differing,
}: {
  cards: readonly ShownCard[];
  differing: readonly Sort[];
}) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const textLine = useTextLine();
  const [first] = cards;
  if (first === undefined) return null;
  const isShared = isOneText(cards.map(({ card }) => card));
  const same = first.card.words.filter((one) => !differing.includes(one.part));
  const held = same.filter(({ state }) => state === "held");
  const free = same.filter(({ state }) => state !== "held");
  return (
    <p className={styles.same}>
      {isShared ? <>{textLine(first.card)} — </> : null}
      <b>{i18n._("cards.same", {}, { message: "Same in all:" })}</b> {textsOf(free)}
      {held.length === 0 ? null : (
        <>
          {" — "}
          <b className={styles.held}>
            {i18n._("cards.held", {}, { message: "Held equal, whatever each side says:" })}
          </b>{" "}
          {textsOf(held)}
        </>
      )}
    </p>
  );

  /** `Binds: Russia and Ukraine · Forbids: use of force; deployment`: a part once, the wordings of its clauses in order. */
  function textsOf(all: readonly PartWords[]): string {
    const parts = [...new Set(all.map(({ part }) => part))];
    return parts
      .map((part) => {
        const texts = all.filter((words) => words.part === part).map(textOf);
        return `${partName(i18n, part)}: ${texts.join("; ")}`;
      })
      .join(" · ");
  }

  function textOf(words: PartWords): string {
    const context = { i18n, names, instrument: first?.card.instrument.id ?? "" };
    const texts =
      words.state === "held"
        ? words.answers.map(({ value }) => valueText(value, context))
        : shownAnswers(words, context).map(({ text }) => text);
    const said = names.list(texts, "disjunction");
    const open = i18n._("words.not-said", {}, { message: "not said" });
    return words.state === "open" ? `${open} (${said})` : said;
  }
}
