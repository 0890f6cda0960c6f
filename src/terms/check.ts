// The shape of a check: a text, the places of its parts and the case around it in, findings out. One file a family of codes.
import { shortened } from "../model/most-problems.ts";
import type { Problem, Severity, Span } from "../model/problem.ts";
import type { AnswerValue, Instrument, Slot, Sort } from "./ast.ts";
import type { TermsContext } from "./context.ts";
import type { Places } from "./places.ts";

/** A text as read, where its parts stand, and what the case knows. */
export interface CheckInput {
  readonly instrument: Instrument;
  readonly places: Places;
  readonly context: TermsContext;
}

/** Gives findings in any order; `checkTerms` sorts them. */
export type Check = (input: CheckInput) => readonly Problem[];

type SortValues = { readonly [V in AnswerValue as V["sort"]]: V["value"] };

interface Finding extends Partial<Pick<Problem, "help" | "related" | "counterexample">> {
  readonly code: string;
  readonly message: string;
  readonly at: Span | null;
}

/** A finding that stops the text from being used. */
export function failure(finding: Finding): Problem {
  return problem("error", finding);
}

/** A finding that a drafter should look at. */
export function warning(finding: Finding): Problem {
  return problem("warning", finding);
}

/** A finding that is good to know. */
export function remark(finding: Finding): Problem {
  return problem("info", finding);
}

function problem(severity: Severity, finding: Finding): Problem {
  return { ...finding, message: shortened(finding.message), severity };
}

/** A value a slot may have, with the path of the part that states it. */
export interface StatedValue<T> {
  readonly value: T;
  readonly path: readonly string[];
}

/** The value of a slot, or those of all live answers of its question. */
export function statedValues<S extends Sort>(
  instrument: Instrument,
  slot: Slot<SortValues[S]> | null,
  stated: { readonly sort: S; readonly clause: string },
): readonly StatedValue<SortValues[S]>[] {
  if (slot === null) return [];
  if (slot.kind === "value") {
    return [{ value: slot.value, path: ["clauses", stated.clause, stated.sort] }];
  }
  return answersOfSort(instrument, stated.sort).filter(({ path }) => path[1] === slot.question);
}

/** Values of one sort among all live answers of a text. */
export function answersOfSort<S extends Sort>(
  instrument: Instrument,
  sort: S,
): readonly StatedValue<SortValues[S]>[] {
  return [...instrument.questions.values()].flatMap((question) =>
    [...question.answers.values()].flatMap(({ id, value, live }) =>
      live && isOfSort(value, sort)
        ? [{ value: value.value, path: ["questions", question.id, "answers", id, sort] }]
        : [],
    ),
  );
}

type ValueOfSort<S extends Sort> = { readonly sort: S; readonly value: SortValues[S] };

function isOfSort<S extends Sort>(
  value: AnswerValue,
  sort: S,
): value is AnswerValue & ValueOfSort<S> {
  return value.sort === sort;
}

/** All unordered pairs, in order. */
export function pairs<T>(items: Iterable<T>): readonly (readonly [T, T])[] {
  const list = [...items];
  return list.flatMap((first, index) =>
    list.slice(index + 1).map((second): readonly [T, T] => [first, second]),
  );
}

/** Items by their key, keys and items in order. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
