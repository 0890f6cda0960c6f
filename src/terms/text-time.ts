// Text time (TERMS 5): which version of a text stood on a day, and who held which answer then. What a day takes away from a reading
// or a question is told in words; nobody's silence is filled in.
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { Answer, Holding, Instrument, Question, Reading } from "./ast.ts";

/** Day of publication of a source; null or absent: not known. Answers are held from that day unless they say more. */
export type PublishedOn = (source: string) => Day | null;

export interface HeldText {
  /** The text with the answers held on that day: its version id is still that of the document. */
  readonly instrument: Instrument;
  /** What the day changed, a sentence each, in the order of the text. */
  readonly told: readonly string[];
}

/** The latest of these versions dated on that day or before; null: none was. Versions without a day are never found. */
export function versionOn<T extends { readonly instrument: Instrument }>(
  versions: readonly T[],
  day: Day,
): T | null {
  const found = versions.filter(({ instrument: { dated } }) => dated !== null && dated <= day);
  return found.sort((a, b) => compareText(datedOf(a), datedOf(b))).at(-1) ?? null;
}

function datedOf({ instrument }: { readonly instrument: Instrument }): string {
  return instrument.dated ?? "";
}

/**
 * The text with what was held on `day`. An answer whose holders all held it on other days is no longer possible, unless that
 * would leave a question without any; one that nobody ever held stays possible. A reading loses what its holder did not hold
 * that day, and the question is open under it.
 */
export function heldOn(instrument: Instrument, day: Day, publishedOn: PublishedOn): HeldText {
  const on = { day, publishedOn };
  const told: string[] = [];
  const tell = (sentence: string): void => void told.push(`${instrument.id}: ${sentence}`);
  const questions = new Map(
    [...instrument.questions].map(([id, question]) => [id, questionOn(question, on, tell)]),
  );
  const readings = new Map(
    [...instrument.readings].map(([id, reading]) => [id, readingOn(instrument, reading, on, tell)]),
  );
  return { instrument: { ...instrument, questions, readings }, told };
}

interface OnDay {
  readonly day: Day;
  readonly publishedOn: PublishedOn;
}

type Tell = (sentence: string) => void;

function questionOn(question: Question, on: OnDay, tell: Tell): Question {
  const answers = [...question.answers.values()];
  const aside = answers.filter((answer) => answer.live && isAside(answer, on));
  const live = answers.filter(({ live: isLive }) => isLive);
  const isEmptied = aside.length > 0 && aside.length === live.length;
  if (isEmptied) {
    tell(
      `nobody held an answer to "${question.id}" on ${on.day}; all its answers stay possible: ${aside.map((answer) => asideWords(answer, on)).join("; ")}`,
    );
  } else if (aside.length > 0) {
    tell(
      `not among the answers to "${question.id}" on ${on.day}: ${aside.map((answer) => asideWords(answer, on)).join("; ")}`,
    );
  }
  const left = (answer: Answer): Answer => ({
    ...answer,
    held: answer.held.filter((holding) => stateOn(holding, on) === "held"),
    live: answer.live && (isEmptied || !aside.includes(answer)),
  });
  return { ...question, answers: new Map(answers.map((answer) => [answer.id, left(answer)])) };
}

function readingOn(instrument: Instrument, reading: Reading, on: OnDay, tell: Tell): Reading {
  const take = new Map<string, readonly string[]>();
  for (const [question, taken] of reading.take) {
    const lost = taken.filter((id) => {
      const answer = instrument.questions.get(question)?.answers.get(id);
      return answer !== undefined && isLost(answer, reading.by, on);
    });
    const kept = reading.by === null ? taken : taken.filter((id) => !lost.includes(id));
    if (kept.length > 0) take.set(question, kept);
    for (const id of lost) {
      const answer = instrument.questions.get(question)?.answers.get(id);
      if (answer === undefined) continue;
      const left = kept.length > 0 ? "the others stay" : `"${question}" is open under it`;
      tell(
        reading.by === null
          ? `reading "${reading.id}" is nobody's and keeps "${id}" on "${question}", which nobody held on ${on.day}`
          : `reading "${reading.id}" does not take "${id}" on "${question}", which ${asideWords(answer, on, reading.by)}: ${left}`,
      );
    }
  }
  return { ...reading, take };
}

/** Held by somebody, and by nobody (or not by this holder) on the day. */
function isLost(answer: Answer, by: string | null, on: OnDay): boolean {
  const own = by === null ? answer.held : answer.held.filter((holding) => holding.by === by);
  return own.length > 0 && own.every((holding) => stateOn(holding, on) !== "held");
}

function isAside(answer: Answer, on: OnDay): boolean {
  return isLost(answer, null, on);
}

/** A holding whose first day nobody knows counts as held until its last one: it is never said to have begun later. */
function stateOn(holding: Holding, on: OnDay): "held" | "not-yet" | "no-longer" {
  const since = sinceOf(holding, on);
  if (since !== null && since > on.day) return "not-yet";
  return holding.until !== null && holding.until <= on.day ? "no-longer" : "held";
}

function sinceOf({ since, source }: Holding, { publishedOn }: OnDay): Day | null {
  return since ?? (source === null ? null : publishedOn(source));
}

/** `"narrow" (A from 2025-03-25)`, or of one holder `A held from 2025-03-25, not on ...`. */
function asideWords(answer: Answer, on: OnDay, by?: string): string {
  const own = answer.held.filter((holding) => by === undefined || holding.by === by);
  const words = own.map((holding) => {
    const since = sinceOf(holding, on);
    const from = since === null ? "" : ` from ${since}`;
    const until = holding.until === null ? "" : ` until ${holding.until}`;
    return by === undefined
      ? `${holding.by}${from}${until}`
      : `${holding.by} held${from}${until}, not on ${on.day}`;
  });
  return by === undefined ? `"${answer.id}" (${words.join(", ")})` : words.join(", ");
}
