// One reading: who holds it, its status per party, its differing words as buttons, and what it covers at least and at most.
import { useLingui } from "@lingui/react";
import type { CardPart, View } from "../../../src/report/view.ts";
import type { ReadingCard } from "../../../src/report/price.ts";
import type { Sort } from "../../../src/terms/ast.ts";
import { useCase } from "../../app/case-frame.tsx";
import { VerdictBar } from "../../parts/verdict-bar.tsx";
import { CardCasualties } from "./card-casualties.tsx";
import { CardMore } from "./card-more.tsx";
import { CardUnits } from "./card-units.tsx";
import { CardStanding } from "./card-standing.tsx";
import { useTextLine } from "./card-text.tsx";
import { CardWords } from "./card-words.tsx";
import type { ShownCard } from "./shown-cards.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./card.module.css";

interface CardProps {
  readonly shown: ShownCard;
  readonly differing: readonly Sort[];
  readonly view: View;
  /** All cards are of one text, which is said above them. */
  readonly isOneText: boolean;
}

/** An article; its rows line up with those of the other cards. */
export function Card({ shown: { card, title }, differing, view, isOneText }: CardProps) {
  const textLine = useTextLine();
  const holders = useAnswerHolders(card);
  return (
    <article className={styles.card} style={{ gridRow: `span ${differing.length + 5}` }}>
      <header className={styles.head}>
        <h3>{title}</h3>
        <span className="mono">{card.reading}</span>
      </header>
      <p className={styles.status}>{isOneText ? holders : textLine(card, holders)}</p>
      {differing.map((part) => (
        <CardWords key={part} card={card} part={part} view={view} />
      ))}
      <Counted card={card} view={view} />
      <div className={styles.bar}>
        <VerdictBar totals={card.totals} />
        <CardStanding card={card} />
      </div>
      <CardMore card={card} view={view} />
    </article>
  );
}

/** Who holds the answer that a card is of; null for a whole reading. */
function useAnswerHolders(card: ReadingCard): string | null {
  const { i18n } = useLingui();
  const { names, card: theCase } = useCase();
  const listed = theCase.questions
    .filter(({ instrument }) => instrument === card.instrument.id)
    .flatMap(({ question, answers }) => answers.map((answer) => ({ question, answer })));
  const found = listed.find(
    ({ question, answer }) => card.reading === `${card.instrument.id}/${question}=${answer.id}`,
  );
  if (found === undefined) return null;
  const { holders } = found.answer;
  if (holders.length === 0) return i18n._("card.nobody", {}, { message: "Held by nobody" });
  const parties = names.list(holders.map(names.party).sort(names.compare));
  return i18n._("card.held-by", { parties }, { message: "Held by: {parties}" });
}

/** What is counted, in the unit that is chosen. */
function Counted({ card, view }: { card: ReadingCard; view: View }) {
  switch (view.unit) {
    case null:
      return <Figures card={card} view={view} />;
    case "casualties":
      return <CardCasualties card={card} />;
    case "days":
    case "objects":
      return <CardUnits unit={view.unit} bounds={card.units[view.unit]} />;
    default:
      return view.unit satisfies never;
  }
}

/** The two numbers, each leading to its incidents. Equal bounds are one number. */
function Figures({ card, view }: { card: ReadingCard; view: View }) {
  const { i18n } = useLingui();
  const { atLeast, atMost } = card.totals;
  const atLeastWord = i18n._("card.at-least", {}, { message: "at least" });
  const atMostWord = i18n._("card.at-most", {}, { message: "at most" });
  if (atLeast === atMost) {
    return (
      <p className={styles.figures}>
        <Figure card={card} view={view} verdict="at-most" label="" value={atMost} />
      </p>
    );
  }
  return (
    <p className={styles.figures}>
      <Figure card={card} view={view} verdict="violation" label={atLeastWord} value={atLeast} />
      <Figure card={card} view={view} verdict="at-most" label={atMostWord} value={atMost} />
    </p>
  );
}

interface FigureProps {
  readonly card: ReadingCard;
  readonly view: View;
  readonly verdict: CardPart["verdict"];
  readonly label: string;
  readonly value: number;
}

function Figure({ card, view, verdict, label, value }: FigureProps) {
  const { names } = useCase();
  const isOn = view.of?.reading === card.reading && view.of.verdict === verdict;
  const of = isOn ? null : { reading: card.reading, verdict };
  return (
    <ViewLink view={{ ...view, of }} isOn={isOn} className={styles.figure}>
      {label === "" ? null : <span className={styles.bound}>{label} </span>}
      <b>{names.number(value)}</b>
    </ViewLink>
  );
}
