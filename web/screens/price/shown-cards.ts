// Cards in the order and under the names that people see: alphabetical by shown name, then by id; never ranked by a figure.
import type { LadderPart } from "../../../src/report/ladder.ts";
import type { ReadingCard } from "../../../src/report/price.ts";
import type { Names } from "../../app/names.ts";
import { readingName } from "../../app/reading-name.ts";

export interface ShownCard {
  readonly card: ReadingCard;
  /** The holder's name, or that nobody holds it. */
  readonly title: string;
  /** Short and different from every other card's: for column heads and glyphs. */
  readonly short: string;
}

/** All cards, named and sorted. `nobody` is the title of a reading that nobody holds. */
export function shownCards(
  cards: readonly ReadingCard[],
  names: Names,
  nobody: string,
): readonly ShownCard[] {
  return cards
    .map((card) => {
      const answer = answerName(card.reading);
      if (answer !== null) return { card, title: answer, short: answer };
      const holder = card.holder === null ? null : names.party(card.holder);
      return { card, title: holder ?? nobody, short: readingName(card, cards, names) };
    })
    .sort(
      (a, b) => names.compare(a.title, b.title) || names.compare(a.card.reading, b.card.reading),
    );
}

/** Cards from narrow to wide where that is an order in every situation; else as they came. */
export function byWidth(
  cards: readonly ShownCard[],
  ladder: LadderPart | null,
): readonly ShownCard[] {
  if (ladder?.order !== "holds") return cards;
  const rank = ({ card }: ShownCard) => ladder.chain.indexOf(card.reading);
  return [...cards].sort((a, b) => rank(a) - rank(b));
}

/** `Kremlin list` of `energy/scope=kremlin-list`; null for a whole reading. */
export function answerName(reading: string): string | null {
  const at = reading.indexOf("=");
  if (at < 0) return null;
  const name = reading.slice(at + 1).replaceAll("-", " ");
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
