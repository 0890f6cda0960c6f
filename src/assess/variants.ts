// One question looked at by itself (WEB 5): each of its live answers as a reading of its own that answers nothing else. Nobody
// holds such a reading; it is judged through the same doors as any other, so no figure of it is made in another way.
import type { Question, Reading } from "../terms/ast.ts";
import type { AssessInput } from "./context.ts";
import { UnknownNameError } from "./errors.ts";

/** A question of one text. */
export interface Compared {
  readonly instrument: string;
  readonly question: string;
}

/**
 * The case with the readings of one question instead of its own: `energy/scope=first-list` and its like, in the order of the
 * text. Other texts stay, without readings. The same value comes back for the same case and question, with its caches. Throws
 * UnknownNameError.
 */
export function questionVariants<T extends AssessInput>(input: T, compared: Compared): T {
  const views = VIEWS.get(input) ?? new Map<string, AssessInput>();
  VIEWS.set(input, views);
  const key = `${compared.instrument}/${compared.question}`;
  const view = (views.get(key) as T | undefined) ?? variantsOf(input, compared);
  views.set(key, view);
  return view;
}

const VIEWS = new WeakMap<AssessInput, Map<string, AssessInput>>();

/** Reading name of an answer: `scope=first-list`. */
export function variantName(question: string, answer: string): string {
  return `${question}=${answer}`;
}

function variantsOf<T extends AssessInput>(input: T, { instrument: id, question }: Compared): T {
  const asked = askedQuestion(input, { instrument: id, question });
  const readings = new Map(
    [...asked.answers.values()]
      .filter((answer) => answer.live)
      .map((answer) => [variantName(question, answer.id), variantOf(question, answer.id)]),
  );
  const instruments = input.instruments.map((loaded) => ({
    ...loaded,
    instrument: {
      ...loaded.instrument,
      readings: loaded.instrument.id === id ? readings : new Map<string, Reading>(),
    },
  }));
  return { ...input, instruments };
}

/** The question as its text asks it; throws UnknownNameError. */
export function askedQuestion(input: AssessInput, { instrument, question }: Compared): Question {
  const texts = input.instruments.map((loaded) => loaded.instrument);
  const text = texts.find(({ id }) => id === instrument);
  const known = texts.map(({ id }) => id);
  if (text === undefined) throw new UnknownNameError("instrument", instrument, known);
  const asked = text.questions.get(question);
  if (asked === undefined) {
    throw new UnknownNameError("question", question, [...text.questions.keys()]);
  }
  return asked;
}

function variantOf(question: string, answer: string): Reading {
  return {
    id: variantName(question, answer),
    by: null,
    take: new Map([[question, [answer]]]),
    assume: new Map(),
    note: null,
  };
}
