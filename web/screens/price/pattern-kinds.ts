// A pattern's letters as verdicts in card order: letters stand in id order, cards in the order of shown names.
import type { VerdictKind } from "../../../src/assess/verdict.ts";
import type { PriceParts } from "./cards.tsx";

const KINDS: Readonly<Record<string, VerdictKind>> = {
  v: "violation",
  n: "not-covered",
  u: "undetermined",
  c: "conflict",
};

/** A verdict a card. */
export function patternKinds(
  letters: string,
  { answer, cards }: Pick<PriceParts, "answer" | "cards">,
): readonly { readonly short: string; readonly kind: VerdictKind }[] {
  return cards.map(({ card, short }) => {
    const at = answer.cards.findIndex(({ reading }) => reading === card.reading);
    return { short, kind: KINDS[letters[at] ?? ""] ?? "undetermined" };
  });
}
