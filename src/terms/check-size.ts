// Whether a text is small enough for the other checks, which cost about the square of its parts (TERMS 10): T801.
import type { Problem } from "../model/problem.ts";
import { failure } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** Most nodes of one vocabulary, a case's own included. */
export const MAX_KINDS = 5_000;
/** Most of each other part that the checks compare with each other: clauses, questions, answers of them all, readings. */
const MAX_PARTS = 2_000;

/** T801 for each part of which there are too many. */
export function checkSize({ instrument, places }: CheckInput): readonly Problem[] {
  const { clauses, kinds, questions, readings } = instrument;
  const answers = [...questions.values()].reduce((sum, { answers: of }) => sum + of.size, 0);
  const sizes = [
    { part: "clauses", section: "clauses", size: clauses.size, most: MAX_PARTS },
    { part: "kinds", section: "kinds", size: kinds.size, most: MAX_KINDS },
    { part: "questions", section: "questions", size: questions.size, most: MAX_PARTS },
    { part: "answers", section: "questions", size: answers, most: MAX_PARTS },
    { part: "readings", section: "readings", size: readings.size, most: MAX_PARTS },
  ];
  return sizes
    .filter(({ size, most }) => size > most)
    .map(({ part, section, size, most }) => {
      const message = `the text has ${size} ${part}; at most ${most}`;
      return failure({ code: "T801", message, at: places(section) });
    });
}
