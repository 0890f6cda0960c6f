// Quotations that the kept text of their source does not have (T703). Marks of quotation, punctuation, case and line breaks mean
// nothing; words and their order do. Only sources whose text the case keeps are looked into.
import type { Problem } from "../model/problem.ts";
import type { Holding } from "./ast.ts";
import { failure } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** T703. Cost: the words of the kept text, twice, for each quotation from it. */
export function checkQuotes({ instrument, places, context }: CheckInput): readonly Problem[] {
  const kept = context.keptTexts ?? new Map<string, string>();
  if (kept.size === 0) return [];
  return [...instrument.questions.values()].flatMap((question) =>
    [...question.answers.values()].flatMap((answer) =>
      answer.held.flatMap((holding) => {
        const at = places("questions", question.id, "answers", answer.id, "held");
        const problem = quoteProblem(holding, kept);
        return problem === null ? [] : [failure({ code: "T703", ...problem, at })];
      }),
    ),
  );
}

function quoteProblem({ by, source, quote }: Holding, kept: ReadonlyMap<string, string>) {
  const text = source === null ? undefined : kept.get(source);
  if (quote === null || text === undefined) return null;
  const [wanted, words] = [plainWords(quote), plainWords(text)];
  if (` ${words.join(" ")} `.includes(` ${wanted.join(" ")} `)) return null;
  const near = nearestPassage(wanted, words);
  return {
    message: `the kept text of ${source} does not have the words quoted of ${by}: "${quote}"`,
    help: near === null ? "no passage there is near" : `the nearest passage: "${near}"`,
  };
}

/** Letters and digits in their order; everything else parts words. A mark inside a word (don't, O’Brien) is left out. */
function plainWords(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])['’ʼ](?=\p{L})/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

/** As many words as the quotation has, where most of its words stand; the earliest such place. Null: none of them stands there. */
function nearestPassage(wanted: readonly string[], words: readonly string[]): string | null {
  const asked = countsOf(wanted);
  const inside = new Map<string, number>();
  let [shared, best, bestAt] = [0, 0, 0];
  for (const [end, word] of words.entries()) {
    const now = (inside.get(word) ?? 0) + 1;
    inside.set(word, now);
    if (now <= (asked.get(word) ?? 0)) shared++;
    const gone = words[end - wanted.length];
    if (gone !== undefined) {
      const before = inside.get(gone) ?? 0;
      inside.set(gone, before - 1);
      if (before <= (asked.get(gone) ?? 0)) shared--;
    }
    if (shared > best) [best, bestAt] = [shared, end];
  }
  if (best === 0) return null;
  return words.slice(Math.max(0, bestAt - wanted.length + 1), bestAt + 1).join(" ");
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
