// Rows and columns of the table of disagreements, in defined order: single words first, then joint causes, then whole texts.
import type { Comparison } from "../../../src/assess/verdict.ts";
import { WORD_PARTS } from "../../../src/report/words.ts";
import type { CausePart } from "../../../src/report/view.ts";
import type { Names } from "../../app/names.ts";
import type { PriceAnswer } from "../../source/record-source.ts";
import { partOf } from "./narrow.ts";
import type { ShownCard } from "./shown-cards.ts";

export interface CauseRow {
  readonly key: string;
  readonly cause: CausePart;
  /** Part of the text that each question is about; null for a question about a word's own meaning. */
  readonly parts: readonly (string | null)[];
}

export interface ShownPair {
  readonly key: string;
  readonly pair: Comparison;
  /** `Russia – Ukraine`, in the order of the cards. */
  readonly title: string;
  readonly first: ShownCard;
  readonly second: ShownCard;
}

const KINDS: readonly CausePart["kind"][] = ["alone", "either", "together", "instrument"];

/** Every cause that any pair has, once. */
export function causeRows(answer: PriceAnswer, names: Names): readonly CauseRow[] {
  const rows = new Map<string, CauseRow>();
  for (const { kind, questions } of answer.pairs.flatMap((pair) => pair.causes)) {
    const key = `${kind}:${questions.join(",")}`;
    const parts = questions.map((question) => partOf(answer.cards, question));
    if (!rows.has(key)) rows.set(key, { key, cause: { kind, questions }, parts });
  }
  return [...rows.values()].sort(
    (a, b) =>
      KINDS.indexOf(a.cause.kind) - KINDS.indexOf(b.cause.kind) ||
      a.parts.length - b.parts.length ||
      partOrder(a) - partOrder(b) ||
      names.compare(a.key, b.key),
  );
}

/** Every two cards that were compared, in card order. */
export function shownPairs(answer: PriceAnswer, cards: readonly ShownCard[]): readonly ShownPair[] {
  return cards.flatMap((first, index) =>
    cards.slice(index + 1).flatMap((second) => {
      const pair = answer.pairs.find(({ a, b }) => isPairOf(a, b, first, second));
      if (pair === undefined) return [];
      const title = `${first.short} – ${second.short}`;
      return [{ key: `${pair.a},${pair.b}`, pair, title, first, second }];
    }),
  );
}

function isPairOf(a: string, b: string, { card: x }: ShownCard, { card: y }: ShownCard): boolean {
  return (a === x.reading && b === y.reading) || (a === y.reading && b === x.reading);
}

function partOrder({ parts }: CauseRow): number {
  const names: readonly (string | null)[] = WORD_PARTS;
  const at = names.indexOf(parts[0] ?? null);
  return at < 0 ? names.length : at;
}
