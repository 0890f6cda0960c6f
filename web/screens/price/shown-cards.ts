// Cards in the order and under the names that people see: alphabetical by shown name, then by id; never ranked by a figure.
import type { ReadingCard } from "../../../src/report/price.ts";
import type { Names } from "../../app/names.ts";

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
  const holders = cards.map((card) => card.holder);
  return cards
    .map((card) => {
      const holder = card.holder === null ? null : names.party(card.holder);
      const isAlone = holders.filter((one) => one === card.holder).length === 1;
      const short =
        holder === null ? card.reading : isAlone ? holder : `${holder} ${ownName(card)}`;
      return { card, title: holder ?? nobody, short };
    })
    .sort(
      (a, b) => names.compare(a.title, b.title) || names.compare(a.card.reading, b.card.reading),
    );
}

/** `energy/US-18-march` of US: `18-march`. */
function ownName({ reading, holder }: ReadingCard): string {
  const name = reading.slice(reading.indexOf("/") + 1);
  return name.startsWith(`${holder}-`) ? name.slice(`${holder}-`.length) : name;
}
