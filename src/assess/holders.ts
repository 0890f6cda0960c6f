// Who holds an answer, since when, in which source, and in which words.
import type { Instrument } from "../terms/ast.ts";

/** `words` for people; `sources` to follow; `quote` the first disputed words, or null when nobody is quoted. */
export function holdersOf(
  instrument: Instrument,
  question: string,
  answer: string,
): {
  readonly words: string;
  readonly holders: readonly string[];
  readonly sources: readonly string[];
  readonly quote: string | null;
} {
  const held = instrument.questions.get(question)?.answers.get(answer)?.held ?? [];
  const words = held.map(({ by, since, until, source, quote, gist }) => {
    const from = since === null ? "" : ` since ${since}`;
    const to = until === null ? "" : ` until ${until}`;
    const said = quote === null ? (gist === null ? "" : `: ${gist}`) : `: "${quote}"`;
    return `${by}${from}${to}${source === null ? "" : ` (${source})`}${said}`;
  });
  return {
    words: words.length === 0 ? "nobody" : words.join("; "),
    holders: [...new Set(held.map(({ by }) => by))].sort(),
    sources: held.flatMap(({ source }) => (source === null ? [] : [source])),
    quote: held.find(({ quote }) => quote !== null)?.quote ?? null,
  };
}
