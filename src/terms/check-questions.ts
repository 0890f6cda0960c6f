// Findings about questions, answers and readings (T601 to T609) and about declared names nobody uses (T210).
import type { Problem } from "../model/problem.ts";
import { compareText } from "../model/problem.ts";
import type { Day } from "../model/instant.ts";
import type { Answer, Holding, Instrument, Question, Reading } from "./ast.ts";
import { failure, pairs, remark, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";
import { canonicalAnswer } from "./canonical-terms.ts";
import { questionsUsed } from "./check-names-used.ts";

/** T601 to T606 and T609. */
export function checkQuestions(input: CheckInput): readonly Problem[] {
  const questions = [...input.instrument.questions.values()];
  return [
    ...questions.flatMap((question) => checkQuestion(input, question)),
    ...equalReadings(input),
    ...[...input.instrument.readings.values()].flatMap((reading) => unheldAnswers(input, reading)),
  ];
}

function checkQuestion(input: CheckInput, question: Question): readonly Problem[] {
  const { instrument, places } = input;
  const at = places("questions", question.id);
  const problems: Problem[] = [];
  if (question.answers.size === 1) {
    const message = `question "${question.id}" has a single answer; it decides nothing`;
    problems.push(warning({ code: "T602", message, at }));
  }
  if (!questionsUsed(instrument).has(question.id)) {
    const message = `question "${question.id}" never matters: no clause asks it`;
    problems.push(warning({ code: "T606", message, at }));
  }
  return [
    ...problems,
    ...answersNobodyHolds(input, question),
    ...answersOfOneMeaning(input, question),
    ...answersHeldAtOnce(input, question),
  ];
}

function answersNobodyHolds({ places }: CheckInput, question: Question): readonly Problem[] {
  return [...question.answers.values()]
    .filter(({ held }) => held.length === 0)
    .map(({ id }) => {
      const message = `nobody holds answer "${id}" to question "${question.id}"`;
      return remark({ code: "T601", message, at: places("questions", question.id, "answers", id) });
    });
}

function answersOfOneMeaning({ places }: CheckInput, question: Question): readonly Problem[] {
  return pairs(question.answers.values())
    .filter(([a, b]) => canonicalAnswer(a.value) === canonicalAnswer(b.value))
    .map(([a, b]) => {
      const message = `answers "${a.id}" and "${b.id}" to question "${question.id}" mean the same`;
      const at = places("questions", question.id, "answers", b.id);
      return remark({ code: "T603", message, at, help: "give one answer both holders" });
    });
}

interface Held {
  readonly answer: Answer;
  readonly holding: Holding;
  /** Day it is held from; null when no day is known. */
  readonly since: Day | null;
}

/** One holder, two answers, days that surely overlap (or the same undated words). */
function answersHeldAtOnce(input: CheckInput, question: Question): readonly Problem[] {
  const held: readonly Held[] = [...question.answers.values()].flatMap((answer) =>
    answer.held.map((holding) => ({ answer, holding, since: heldSince(input, holding) })),
  );
  return pairs(held).flatMap(([a, b]) => {
    if (a.answer === b.answer || a.holding.by !== b.holding.by) return [];
    const days = sharedDays(a, b);
    if (days === null) return [];
    const message = `${a.holding.by} holds two answers to question "${question.id}" at once (${days}): "${a.answer.id}" and "${b.answer.id}"`;
    const at = input.places("questions", question.id, "answers", b.answer.id, "held");
    return [warning({ code: "T609", message, at })];
  });
}

/** A holding without a day runs from the publication of its source, where the case knows that. */
function heldSince({ context }: CheckInput, holding: Holding): Day | null {
  return holding.since ?? context.sources?.get(holding.source ?? "") ?? null;
}

function sharedDays(a: Held, b: Held): string | null {
  const ends = [a.holding.until, b.holding.until].filter((day) => day !== null);
  const [until] = ends.sort(compareText);
  if (a.since === null || b.since === null) {
    const sameWords = a.since === b.since && a.holding.source === b.holding.source;
    return sameWords && until === undefined ? "in the same source, its day not known" : null;
  }
  const since = a.since > b.since ? a.since : b.since;
  if (until === undefined) return `from ${since} on`;
  return since < until ? `from ${since} to ${until}` : null;
}

function equalReadings({ instrument, places }: CheckInput): readonly Problem[] {
  return pairs(instrument.readings.values())
    .filter(([a, b]) => choiceOf(a) === choiceOf(b))
    .map(([a, b]) => {
      const message = `readings "${a.id}" and "${b.id}" take the same answers`;
      return warning({ code: "T604", message, at: places("readings", b.id) });
    });
}

function choiceOf(reading: Reading): string {
  const taken = [...reading.take].sort(([a], [b]) => compareText(a, b));
  const assumed = [...reading.assume].sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([taken, assumed]);
}

/** A reading by X may take only what X holds; editors' readings (`by` absent) may take anything. */
function unheldAnswers({ instrument, places }: CheckInput, reading: Reading): readonly Problem[] {
  const { by } = reading;
  if (by === null) return [];
  return [...reading.take].flatMap(([question, answers]) =>
    answers.flatMap((id) => {
      const answer = answerOf(instrument, question, id);
      if (answer === undefined || answer.held.some((holding) => holding.by === by)) return [];
      const holders = [...new Set(answer.held.map((holding) => holding.by))].sort(compareText);
      const known = holders.length === 0 ? "nobody holds it" : `held by ${holders.join(", ")}`;
      const message = `reading "${reading.id}" is ${by}'s but takes "${id}" on "${question}", which ${by} does not hold`;
      const at = places("readings", reading.id, "take", question);
      return [failure({ code: "T605", message, at, help: known })];
    }),
  );
}

function answerOf(instrument: Instrument, question: string, answer: string): Answer | undefined {
  return instrument.questions.get(question)?.answers.get(answer);
}
