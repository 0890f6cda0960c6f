// Questions held to one answer (WEB 5): every reading of a text that asks them takes that answer, whatever its holder says or
// leaves open, so that a difference in one word does not pass for a difference in another. What is held is said wherever a
// figure stands.
import type { Instrument, Reading } from "../terms/ast.ts";
import type { AssessInput } from "./context.ts";
import { UnknownNameError } from "./errors.ts";
import { retake } from "./retake.ts";

/** Question id -> answer id. */
export type Hold = ReadonlyMap<string, string>;

/** The reading with the held answers; a text that does not ask a held question, or has no such answer, is left as it is. */
export function holding(instrument: Instrument, reading: Reading, hold: Hold | undefined): Reading {
  if (hold === undefined) return reading;
  const asked = [...hold].filter(([question, answer]) =>
    instrument.questions.get(question)?.answers.has(answer),
  );
  return retake(
    reading,
    asked.map(([question, answer]) => [question, [answer]]),
  );
}

/** Throws UnknownNameError for a question or an answer that no text of the case has. */
export function checkHold(input: AssessInput, hold: Hold | undefined): void {
  const questions = input.instruments.flatMap(({ instrument }) => [
    ...instrument.questions.values(),
  ]);
  for (const [question, answer] of hold ?? []) {
    const asked = questions.filter(({ id }) => id === question);
    if (asked.length === 0)
      throw new UnknownNameError("question", question, [...new Set(questions.map(({ id }) => id))]);
    const answers = asked.flatMap((one) => [...one.answers.keys()]);
    if (!answers.includes(answer))
      throw new UnknownNameError(`answer to "${question}"`, answer, answers);
  }
}
