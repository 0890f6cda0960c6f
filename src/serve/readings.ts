// Routes of readings: their words, their totals, two of them compared, and all that the Price screen shows.
import { assessCase, compareReadings } from "../assess/index.ts";
import type { ReadingId } from "../model/id.ts";
import { caseReadings } from "../report/case-card.ts";
import { openPage } from "../report/price-open.ts";
import {
  countedCase,
  coverageOf,
  judgedLines,
  pricePage,
  readingCards,
  readingText,
} from "../report/price.ts";
import type { PriceQuestion } from "../report/price.ts";
import { PRICE_KEYS, QUESTION_KEYS } from "../report/view.ts";
import type { Asked, Endpoint } from "./endpoint.ts";
import { notUnderstood, reply } from "./endpoint.ts";
import { unknownName } from "./question.ts";
import {
  COMPARE_ANSWER,
  OPEN_ANSWER,
  PRICE_ANSWER,
  READINGS_ANSWER,
  TOTALS_ANSWER,
} from "./schemas.ts";

/** Keys of what figures are counted over, readings apart. */
const OVER_KEYS = QUESTION_KEYS.filter((key) => key !== "r");

export const READING_ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/c/{case}/readings.json",
    summary: "All readings",
    description: "Who holds each, its status per party, and its words part by part.",
    keys: ["r", "hold", "q"],
    schema: READINGS_ANSWER,
    handle: answerReadings,
  },
  {
    path: "/c/{case}/totals.json",
    summary: "Totals per reading",
    description: "Counts of incidents as at least / at most; whole-night totals are in none.",
    keys: QUESTION_KEYS,
    schema: TOTALS_ANSWER,
    handle: answerTotals,
  },
  {
    path: "/c/{case}/compare.json",
    summary: "Two readings compared",
    description:
      "Which incidents they answer differently, by the smallest sets of questions. With q, a and b are answers of it.",
    keys: ["a", "b", ...OVER_KEYS, "q"],
    schema: COMPARE_ANSWER,
    handle: answerComparison,
  },
  {
    path: "/c/{case}/price.json",
    summary: "Price of a word",
    description: "Cards, comparisons of every two of at most four readings, patterns, incidents.",
    keys: PRICE_KEYS,
    schema: PRICE_ANSWER,
    handle: answerPrice,
  },
  {
    path: "/c/{case}/open.json",
    summary: "What is open is worth",
    description: "The bounds of one reading under each answer to each question it leaves open.",
    keys: PRICE_KEYS,
    schema: OPEN_ANSWER,
    handle: answerOpen,
  },
];

/** The readings that a question names, in id order; with `q`, the answers of one question. */
export function shownReadings({ served, question }: Asked) {
  const all = caseReadings(countedCase(served.theCase, question));
  return all.filter(({ id }) => question.readings.includes(id));
}

function answerReadings(asked: Asked): Response {
  const { question } = asked;
  return reply(asked, {
    format: "truceline/readings/1",
    question,
    schema: READINGS_ANSWER,
    make: () => ({
      items: shownReadings(asked).map(({ id, loaded, reading }) => ({
        reading: id,
        ...readingText(loaded, reading, question.hold),
      })),
    }),
  });
}

function answerTotals(asked: Asked): Response {
  const { question } = asked;
  const { theCase } = asked.served;
  return reply(asked, {
    format: "truceline/totals/1",
    question,
    schema: TOTALS_ANSWER,
    make: () => {
      const assessment = assessCase(theCase, question);
      const coverage = coverageOf(judgedLines(assessment), theCase);
      return { coverage, readings: readingCards(theCase, assessment, question.hold) };
    },
  });
}

function answerPrice(asked: Asked): Response {
  const { question } = asked;
  return reply(asked, {
    format: "truceline/price/1",
    question,
    schema: PRICE_ANSWER,
    make: () => pricePage(asked.served.theCase, question),
  });
}

function answerOpen(asked: Asked): Response {
  const { question } = asked;
  const [reading, other] = question.readings;
  if (reading === undefined || other !== undefined) {
    const message = `"r" must name one reading; came ${question.readings.length}`;
    return notUnderstood([{ code: "V103", severity: "error", message, at: null }]);
  }
  return reply(asked, {
    format: "truceline/open/1",
    question,
    schema: OPEN_ANSWER,
    make: () => openPage(asked.served.theCase, reading, question),
  });
}

function answerComparison(asked: Asked): Response {
  const { theCase } = asked.served;
  const two = twoReadings(asked);
  if (two instanceof Response) return two;
  return reply(asked, {
    format: "truceline/compare/1",
    question: ofTwo(asked.question, two),
    schema: COMPARE_ANSWER,
    make: () =>
      compareReadings(countedCase(theCase, asked.question), two, ofTwo(asked.question, two)),
  });
}

/** The question of those two readings alone: their own in-force window too. */
export function ofTwo(
  question: PriceQuestion,
  two: readonly [ReadingId, ReadingId],
): PriceQuestion {
  return {
    ...question,
    readings: two,
    ...(question.inForce === undefined ? {} : { inForce: two }),
  };
}

/** The readings that `a` and `b` name, or a problem naming all that is wrong with them. */
export function twoReadings(asked: Asked): readonly [ReadingId, ReadingId] | Response {
  const known = caseReadings(countedCase(asked.served.theCase, asked.question)).map(({ id }) => id);
  const [a, b] = [knownReading(asked, "a", known), knownReading(asked, "b", known)];
  if (a !== null && b !== null) return [a, b];
  const given = (["a", "b"] as const).filter((_, index) => [a, b][index] === null);
  return notUnderstood(
    given.map((key) => unknownName(`reading in "${key}"`, asked.query.get(key) ?? "", known)),
  );
}

function knownReading(asked: Asked, key: "a" | "b", known: readonly ReadingId[]): ReadingId | null {
  const given = asked.query.get(key);
  return known.find((id) => id === given) ?? null;
}
