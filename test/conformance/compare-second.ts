// Flip sets by brute force (TERMS 4): every set of questions that two readings take differently is tried with the second judge.
import { listOf, readDocument, readVocabularies } from "../second-judge/document.ts";
import type { Reading } from "../second-judge/document.ts";
import { secondVerdict } from "../second-judge/judge.ts";
import { corpusFile } from "./corpus.ts";
import type { CompareCase, Difference } from "./more.ts";

const vocabularies = readVocabularies(
  corpusFile("vocabularies/kinds.yaml"),
  corpusFile("vocabularies/means.yaml"),
);

/** The smallest sets that turn the first reading's verdict into the second's, smaller ones first, then by their letters. */
export function secondSets({ text, incident, between }: CompareCase): Difference {
  const document = readDocument(text);
  const [a, b] = between.map((id) => document.readings[id] ?? {});
  if (a === undefined || b === undefined) throw new Error("two readings are compared");
  const verdictOf = (reading: Reading): string =>
    secondVerdict({ document, vocabularies, incident, before: [], events: {} }, reading).verdict;
  const [from, to] = [verdictOf(a), verdictOf(b)];
  if (from === to) return { disagreement: "none", sets: [] };
  const questions = Object.keys(document.questions ?? {}).filter((id) => takenOf(a, id) !== takenOf(b, id));
  const flipping = subsetsOf(questions).filter((set) => verdictOf(switched(a, b, set)) === to);
  const sets = flipping.filter((set) => !flipping.some((other) => other !== set && other.every((id) => set.includes(id))));
  return { disagreement: [from, to].includes("undetermined") ? "soft" : "hard", sets };
}

function takenOf({ take }: Reading, question: string): string {
  return [...listOf(take?.[question])].sort().join();
}

function switched(a: Reading, b: Reading, questions: readonly string[]): Reading {
  const kept = Object.entries(a.take ?? {}).filter(([id]) => !questions.includes(id));
  const taken = Object.entries(b.take ?? {}).filter(([id]) => questions.includes(id));
  return { ...a, take: Object.fromEntries([...kept, ...taken]) };
}

function subsetsOf(values: readonly string[]): readonly (readonly string[])[] {
  const all = [...values]
    .sort()
    .reduce<readonly (readonly string[])[]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);
  return all.filter((set) => set.length > 0).sort((x, y) => x.length - y.length || (x.join() < y.join() ? -1 : 1));
}
