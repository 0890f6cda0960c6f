// What each question that a reading leaves open is worth: the bounds under each answer, with the answer's own words.
import { openQuestions } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import type { Bounds } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import type { Sort } from "../terms/ast.ts";
import { caseCard } from "./case-card.ts";
import { countedCase } from "./price.ts";
import type { PriceQuestion } from "./price.ts";
import type { AnswerWords } from "./words.ts";

export interface OpenPage {
  readonly reading: ReadingId;
  /** In the order of the text. */
  readonly questions: readonly WorthOfQuestion[];
}

export interface WorthOfQuestion {
  readonly question: string;
  readonly asks: string;
  readonly part: Sort | null;
  readonly answers: readonly { readonly words: AnswerWords; readonly bounds: Bounds }[];
}

/** The worth of what one reading leaves open. Cost: an assessment an answer. */
export function openPage(theCase: Case, reading: ReadingId, question: PriceQuestion): OpenPage {
  const { readings: _, compared: __, ...over } = question;
  const listed = caseCard(theCase).questions;
  const instrument = reading.slice(0, reading.indexOf("/"));
  const found = openQuestions(countedCase(theCase, question), reading, over);
  return {
    reading,
    questions: found.map(({ question: id, asks, answers }) => {
      const known = listed.find((one) => one.instrument === instrument && one.question === id);
      return {
        question: id,
        asks,
        part: known?.part ?? null,
        answers: answers.flatMap(({ answer, bounds }) => {
          const words = known?.answers.find((one) => one.id === answer);
          return words === undefined ? [] : [{ words, bounds }];
        }),
      };
    }),
  };
}
