// Readings with other answers: the variants that comparisons and explanations ask about.
import { compareText } from "../model/problem.ts";
import type { Reading } from "../terms/ast.ts";

/** The answers of one question, or null for "open". */
export type Taken = readonly string[] | null;

/** The reading with other answers to some questions; null opens a question. */
export function retake(reading: Reading, changes: Iterable<readonly [string, Taken]>): Reading {
  const take = new Map(reading.take);
  for (const [question, taken] of changes) {
    if (taken === null) take.delete(question);
    else take.set(question, taken);
  }
  return { ...reading, take };
}

/** What a reading takes for a question; null = open. */
export function takenOf(reading: Reading, question: string): Taken {
  return reading.take.get(question) ?? null;
}

/** Questions that two readings answer differently, in id order. */
export function differingQuestions(a: Reading, b: Reading): readonly string[] {
  const questions = new Set([...a.take.keys(), ...b.take.keys()]);
  const key = (taken: Taken): string =>
    taken === null ? "" : [...taken].sort(compareText).join(" ");
  return [...questions]
    .filter((question) => key(takenOf(a, question)) !== key(takenOf(b, question)))
    .sort(compareText);
}
