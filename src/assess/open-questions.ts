// What each question that a reading leaves open is worth: the bounds under each answer that is still possible. The widest gap
// between at least and at most is usually one question that nobody has answered.
import type { Bounds } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import { assessCase, modelOf } from "./assess.ts";
import type { AssessOptions } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { holdersOf } from "./holders.ts";
import { knownBy } from "./known-by.ts";
import { choicesOf } from "./text-world.ts";

export interface OpenQuestion {
  readonly question: string;
  readonly asks: string;
  /** Answers in the order of the text. */
  readonly answers: readonly OpenAnswer[];
}

export interface OpenAnswer {
  readonly answer: string;
  /** Who holds it; empty: nobody. */
  readonly holders: readonly string[];
  /** Counts if this were the answer, everything else as the reading has it. */
  readonly bounds: Bounds;
}

/** Questions with more than one possible answer under the reading (and `hold`), in the order of the text. */
export function openQuestions(
  input: AssessInput,
  id: ReadingId,
  options: Omit<AssessOptions, "readings"> = {},
): readonly OpenQuestion[] {
  const known = options.asOf === undefined ? input : knownBy(input, options.asOf);
  const { context, reading } = modelOf(known, id, options.hold);
  const open = choicesOf(context, reading).filter(({ options: answers }) => answers.length > 1);
  return open.flatMap(({ id: question, options: answers }) => {
    const asked = context.instrument.questions.get(question);
    if (asked === undefined) return [];
    const boundsUnder = (answer: string): Bounds => {
      const hold = new Map(options.hold).set(question, answer);
      const [found] = assessCase(input, { ...options, readings: [id], hold }).readings;
      return { atLeast: found?.totals.atLeast ?? 0, atMost: found?.totals.atMost ?? 0 };
    };
    return [
      {
        question,
        asks: asked.asks,
        answers: answers.map((answer) => ({
          answer,
          holders: holdersOf(context.instrument, question, answer).holders,
          bounds: boundsUnder(answer),
        })),
      },
    ];
  });
}
