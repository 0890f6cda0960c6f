// From what is lit or pressed to the incidents listed. Every narrowing takes ids that the answer already holds.
import type { Comparison } from "../../../src/assess/verdict.ts";
import { patternOf } from "../../../src/report/patterns.ts";
import type { ReadingCard } from "../../../src/report/price.ts";
import type { PlacedLine } from "../../../src/report/placed.ts";
import type { CardPart, CausePart, View } from "../../../src/report/view.ts";
import type { PriceAnswer } from "../../source/record-source.ts";

/** Rows left by all narrowings together, in the answer's order. Whole-night totals stay out of narrowed lists. */
export function narrow(answer: PriceAnswer, view: View): readonly PlacedLine[] {
  const tests = [
    view.word === null ? null : idTest(wordIds(answer, view.word)),
    pairTest(answer, view),
    view.of === null ? null : cardTest(view.of),
    patternTest(answer, view.pattern),
  ].filter((test) => test !== null);
  if (tests.length === 0) return answer.rows;
  return answer.rows.filter((row) => !row.aggregate && tests.every((test) => test(row)));
}

/** Question ids that stand behind a part's words in any of the cards. */
export function questionsOf(cards: readonly ReadingCard[], part: string): ReadonlySet<string> {
  const words = cards.flatMap((card) => card.words).filter((one) => one.part === part);
  return new Set(words.flatMap(({ question }) => question ?? []));
}

/** The part whose words a question is about, as the cards show it; null for one that no card shows. */
export function partOf(cards: readonly ReadingCard[], question: string): string | null {
  const words = cards.flatMap((card) => card.words);
  return words.find((one) => one.question === question)?.part ?? null;
}

/** Incidents that the words of a part move, alone or with others, between any two of the readings. */
export function wordIds(answer: PriceAnswer, part: string): readonly string[] {
  const questions = questionsOf(answer.cards, part);
  return answer.pairs
    .flatMap(({ causes }) => causes)
    .filter((cause) => cause.questions.some((question) => questions.has(question)))
    .flatMap(({ ids }) => ids);
}

/** The comparison of two readings, whichever way round. */
export function pairOf(answer: PriceAnswer, a: string, b: string): Comparison | undefined {
  return answer.pairs.find(
    (pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a),
  );
}

/** One part of a comparison. */
export function causeOf(pair: Comparison, { kind, questions }: CausePart) {
  const key = questions.join(",");
  return pair.causes.find((cause) => cause.kind === kind && cause.questions.join(",") === key);
}

type Test = (row: PlacedLine) => boolean;

function pairTest(answer: PriceAnswer, { pair, cause }: View): Test | null {
  if (pair === null) return null;
  const found = pairOf(answer, ...pair);
  if (found === undefined) return null;
  if (cause === null) return idTest([...found.hardIds, ...found.softIds]);
  return idTest(causeOf(found, cause)?.ids ?? []);
}

function idTest(ids: readonly string[]): Test {
  const set = new Set(ids);
  return (row) => set.has(row.id);
}

function cardTest({ reading, verdict }: CardPart): Test {
  return (row) => {
    const found = Object.entries(row.verdicts).find(([id]) => id === reading)?.[1];
    if (found === undefined) return false;
    return verdict === "at-most"
      ? found.verdict === "violation" || found.maybe
      : found.verdict === verdict;
  };
}

function patternTest(answer: PriceAnswer, pattern: string | null): Test | null {
  if (pattern === null) return null;
  const readings = answer.cards.map((card) => card.reading);
  return (row) => patternOf(row.verdicts, readings) === pattern;
}
