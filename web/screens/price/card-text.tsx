// The text a reading is of: its title, its status per party, what it assumes. Said once above the cards where all share it.
import { useLingui } from "@lingui/react";
import type { ReadingCard } from "../../../src/report/price.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useStatusWords } from "../../words/status-words.ts";

/** One line: title, who holds it where that is not the title, and status. */
export function useTextLine(): (card: ReadingCard, held?: string | null) => string {
  const { i18n } = useLingui();
  const { names } = useCase();
  const statusWords = useStatusWords();
  return ({ instrument, status, assumes }, held = null) => {
    const states = status
      .map(
        ({ party, is, since }) =>
          `${names.party(party)} ${statusWords(is)}, ${names.day(since, "short")}`,
      )
      .sort(names.compare);
    const events = names.list(assumes.map((id) => names.says(instrument.id, id)));
    const assumed =
      assumes.length === 0
        ? []
        : [i18n._("card.assumes", { events }, { message: "assumes that this came: {events}" })];
    const said = held === null ? [] : [held];
    return [instrument.title, ...said, ...states, ...assumed].join(" · ");
  };
}

/** True when all cards are readings of one text. */
export function isOneText(cards: readonly ReadingCard[]): boolean {
  return new Set(cards.map((card) => card.instrument.id)).size === 1;
}
