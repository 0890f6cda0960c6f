// Two readings, two answers or two whole texts compared: which words differ, and which situations are covered otherwise. The record
// plays no part: what the difference comes to on record is the price of a word.
import { contextOf } from "../assess/context.ts";
import { semanticDiff } from "../assess/diff/semantic.ts";
import { withoutRecord } from "../assess/lint/survey.ts";
import { readingModel } from "../assess/reading-model.ts";
import { variantName } from "../assess/variants.ts";
import type { Case, LoadedInstrument } from "../case/case.ts";
import { loadedName } from "../case/versions.ts";
import type { Reading, Sort } from "../terms/ast.ts";
import { diffTerms } from "../terms/diff-terms.ts";
import type { TextChange } from "../terms/diff-terms.ts";
import { wordChanges } from "../terms/word-changes.ts";
import type { WordChange } from "../terms/word-changes.ts";
import { wordChange } from "./ladder.ts";
import type { WordChange as NameChange } from "./ladder.ts";
import { meaningLine } from "./meaning.ts";
import type { MeaningLine } from "./meaning.ts";
import { WORD_PARTS, differingParts, readingWords } from "./words.ts";
import type { PartWords } from "./words.ts";

/**
 * One side of a comparison: `energy/RU`, `energy/scope=narrow-list`, or `energy` with nothing answered; an earlier version bears
 * its day (`energy@2025-03-18`).
 */
export interface Side {
  readonly name: string;
  readonly loaded: LoadedInstrument;
  readonly reading: Reading;
}

/** A part of both in words; lists of names and single quotations are compared name by name and word by word. */
export interface PartDiff {
  readonly part: Sort;
  /** True when the parts mean different things; else only their wording may differ. */
  readonly differs: boolean;
  readonly a: readonly PartWords[];
  readonly b: readonly PartWords[];
  readonly names: NameChange | null;
  readonly quotes: readonly WordChange[] | null;
}

export interface DiffPage {
  readonly a: string;
  readonly b: string;
  /** Parts that either has, in the order of a sentence. */
  readonly parts: readonly PartDiff[];
  /** Between two texts or versions, part by part of the files; null where both are of one version. */
  readonly words: readonly TextChange[] | null;
  /** Null: more situations than can be compared. */
  readonly meaning: MeaningLine | null;
}

/** Every side that the case can compare, in the order texts, readings, answers of each text; earlier versions come last. */
export function sidesOf({ instruments, versions }: Case): readonly Side[] {
  return [...instruments, ...versions].flatMap((loaded): readonly Side[] => {
    const { readings, questions } = loaded.instrument;
    const id = loadedName(loaded);
    const answers = [...questions.values()].flatMap((question) =>
      [...question.answers.keys()].map((answer) => variantOf(question.id, answer)),
    );
    return [
      { name: id, loaded, reading: untaken("") },
      ...[...readings.values()].map((reading) => ({
        name: `${id}/${reading.id}`,
        loaded,
        reading,
      })),
      ...answers.map((reading) => ({ name: `${id}/${reading.id}`, loaded, reading })),
    ];
  });
}

/** Compares two sides. Cost: all situations that the two tell apart. */
export function diffPage(theCase: Case, a: Side, b: Side): DiffPage {
  const isOneText = a.loaded.version === b.loaded.version;
  const [before, after] = [a, b].map(({ loaded, reading }) =>
    readingModel(contextOf(withoutRecord(theCase), loaded), reading),
  );
  const meaning = before === undefined || after === undefined ? null : semanticDiff(before, after);
  return {
    a: a.name,
    b: b.name,
    parts: partDiffs(a, b),
    words: isOneText ? null : diffTerms(a.loaded.instrument, b.loaded.instrument),
    meaning: meaning === null || "tooMany" in meaning ? null : meaningLine(meaning),
  };
}

function partDiffs(a: Side, b: Side): readonly PartDiff[] {
  const [ours, theirs] = [a, b].map(({ loaded, reading }) =>
    readingWords(loaded.instrument, reading),
  );
  const differing = differingParts([ours ?? [], theirs ?? []]);
  return WORD_PARTS.flatMap((part) => {
    const [one, other] = [ours, theirs].map(
      (words) => words?.filter((word) => word.part === part) ?? [],
    );
    if (one === undefined || other === undefined || one.length + other.length === 0) return [];
    const differs = differing.includes(part);
    return [{ part, differs, a: one, b: other, ...closer(one, other) }];
  });
}

/** Only single answers can be laid side by side name by name. */
function closer(a: readonly PartWords[], b: readonly PartWords[]) {
  const [one, other] = [single(a), single(b)];
  if (one === null || other === null) return { names: null, quotes: null };
  const names = wordChange(one.value, other.value);
  const changed = names.removed.length + names.added.length > 0;
  const quoted = one.quote !== null && other.quote !== null && one.quote !== other.quote;
  return {
    names: changed ? names : null,
    quotes: quoted ? wordChanges(one.quote ?? "", other.quote ?? "") : null,
  };
}

function single(words: readonly PartWords[]) {
  const [only, more] = words;
  const [answer, another] = only?.answers ?? [];
  return more === undefined && another === undefined ? (answer ?? null) : null;
}

function variantOf(question: string, answer: string): Reading {
  return { ...untaken(variantName(question, answer)), take: new Map([[question, [answer]]]) };
}

function untaken(id: string): Reading {
  return { id, by: null, take: new Map(), assume: new Map(), note: null };
}
