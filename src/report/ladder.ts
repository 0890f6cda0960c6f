// The ladder of words as a page shows it: each step with the words it takes away and adds, and every two answers that no step joins.
import { askedQuestion, compareReadings, ladderOf, questionVariants } from "../assess/index.ts";
import type { Compared, Ladder, Step } from "../assess/index.ts";
import type { AssessOptions } from "../assess/index.ts";
import type { Comparison } from "../assess/verdict.ts";
import type { Case } from "../case/case.ts";
import type { AnswerValue, Sort } from "../terms/ast.ts";

/** Names of the two lists: in both, only in the narrow one, only in the wide one; each in the order of its text. */
export interface WordChange {
  readonly sort: Sort;
  readonly kept: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export interface LadderPart extends Omit<Ladder, "steps" | "apart"> {
  readonly compared: Compared;
  readonly asks: string;
  readonly steps: readonly (Step & { readonly words: WordChange })[];
  readonly apart: readonly (Ladder["apart"][number] & {
    /** Violations under one and not under the other, and what moves between them. */
    readonly onlyA: Comparison["onlyA"];
    readonly onlyB: Comparison["onlyB"];
    readonly hard: number;
    readonly soft: number;
    /** Two counts that depend on the order and are never added up. */
    readonly alone: number;
    readonly last: number;
  })[];
}

type LadderQuestion = AssessOptions & { readonly compared?: Compared };

/** Null where no single question is compared. */
export function ladderPart(theCase: Case, question: LadderQuestion): LadderPart | null {
  const { compared, readings: _, ...over } = question;
  if (compared === undefined) return null;
  const { steps, apart, ...ladder } = ladderOf(theCase, compared, question);
  const { asks, answers } = askedQuestion(theCase, compared);
  const valueOf = (id: string) => answers.get(id.slice(id.indexOf("=") + 1))?.value;
  const variants = questionVariants(theCase, compared);
  return {
    ...ladder,
    compared,
    asks,
    steps: steps.map((step) => ({
      ...step,
      words: wordChange(valueOf(step.from), valueOf(step.to)),
    })),
    apart: apart.map((pair) => {
      const { onlyA, onlyB, hard, soft, alone, last } = compareReadings(
        variants,
        [pair.a, pair.b],
        over,
      );
      const of = (counts: Readonly<Record<string, number>>) => counts[compared.question] ?? 0;
      return { ...pair, onlyA, onlyB, hard, soft, alone: of(alone), last: of(last) };
    }),
  };
}

/** Two values name by name; empty lists where they are not lists of names. */
export function wordChange(
  narrow: AnswerValue | undefined,
  wide: AnswerValue | undefined,
): WordChange {
  const [before, after] = [listedNames(narrow), listedNames(wide)];
  return {
    sort: narrow?.sort ?? "targets",
    kept: before.filter((name) => after.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
    added: after.filter((name) => !before.includes(name)),
  };
}

/** Only lists of names can be nested, so only they have steps. */
function listedNames(value: AnswerValue | undefined): readonly string[] {
  if (value?.sort === "targets") return value.value.map(({ kind }) => kind);
  if (value?.sort === "means" || value?.sort === "act" || value?.sort === "by") return value.value;
  return [];
}
