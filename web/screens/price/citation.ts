// What is copied to cite this page: finding, caveat, as-of, address, record head, engine, terms. Screenshots travel alone; so may this.
import type { PriceParts } from "./cards.tsx";

interface CitationOptions extends PriceParts {
  readonly title: string;
  readonly url: string;
}

/** Plain text, one fact a line. English: it quotes the engine's own sentences. */
export function citation({ answer, cards, view, title, url }: CitationOptions): string {
  const pair = answer.pairs.find(({ a, b }) => view.pair?.includes(a) && view.pair.includes(b));
  const sentences = pair === undefined ? answer.pairs.map((one) => one.sentence) : [pair.sentence];
  const figures = cards.map(({ card, short }) => {
    const { atLeast, atMost, incidents } = card.totals;
    return `${short} (${card.reading}): at least ${atLeast}, at most ${atMost} of ${incidents}`;
  });
  const { logHead } = answer;
  return [
    `${title}. Truceline, price of a word.`,
    ...figures,
    ...sentences,
    answer.caveat,
    ...(view.window === null ? [] : ["Counted: only what may lie in the in-force window."]),
    ...view.hold.map(({ question, answer: held }) => `Held in all: ${question} = ${held}.`),
    `As known ${answer.asOf ?? "now"}. Record head ${logHead.size} ${logHead.root}. ${answer.engine}.`,
    ...cards.map(({ card }) => `${card.instrument.id}: ${card.instrument.version}`),
    url,
  ]
    .filter((line, index, all) => line !== "" && all.indexOf(line) === index)
    .join("\n");
}
