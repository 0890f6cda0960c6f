// Routes of readings: their words, their totals, two of them compared, and all that the Price screen shows.
import { assessCase, compareReadings } from "../../assess/index.ts";
import type { ReadingId } from "../../model/id.ts";
import { caseReadings } from "../case-card.ts";
import { openPage } from "../price-open.ts";
import {
  countedCase,
  coverageOf,
  judgedLines,
  pricePage,
  readingCards,
  readingText,
} from "../price.ts";
import type { PriceQuestion } from "../price.ts";
import { PRICE_KEYS, QUESTION_KEYS } from "../view.ts";
import { notUnderstood, reply } from "./answer.ts";
import type { Answer, Asked, Refusal, Route } from "./answer.ts";
import { unknownName } from "./question.ts";

/** Keys of what figures are counted over, readings apart. */
const OVER_KEYS = QUESTION_KEYS.filter((key) => key !== "r");

export const READINGS_ROUTE: Route = {
  path: "/c/{case}/readings.json",
  keys: ["r", "hold", "q"],
  answer: answerReadings,
};

export const TOTALS_ROUTE: Route = {
  path: "/c/{case}/totals.json",
  keys: QUESTION_KEYS,
  answer: answerTotals,
};

export const COMPARE_ROUTE: Route = {
  path: "/c/{case}/compare.json",
  keys: ["a", "b", ...OVER_KEYS, "q"],
  answer: answerComparison,
};

export const PRICE_ROUTE: Route = {
  path: "/c/{case}/price.json",
  keys: PRICE_KEYS,
  answer: answerPrice,
};

export const OPEN_ROUTE: Route = {
  path: "/c/{case}/open.json",
  keys: PRICE_KEYS,
  answer: answerOpen,
};

/** The readings that a question names, in id order; with `q`, the answers of one question. */
export function shownReadings({ ready, question }: Asked) {
  const all = caseReadings(countedCase(ready.theCase, question));
  return all.filter(({ id }) => question.readings.includes(id));
}

function answerReadings(asked: Asked): Answer {
  const { question } = asked;
  return reply(asked, {
    format: "truceline/readings/1",
    question,
    make: () => ({
      items: shownReadings(asked).map(({ id, loaded, reading }) => ({
        reading: id,
        ...readingText(loaded, reading, question.hold),
      })),
    }),
  });
}

function answerTotals(asked: Asked): Answer {
  const { question } = asked;
  const { theCase } = asked.ready;
  return reply(asked, {
    format: "truceline/totals/1",
    question,
    make: () => {
      const assessment = assessCase(theCase, question);
      const coverage = coverageOf(judgedLines(assessment), theCase);
      return { coverage, readings: readingCards(theCase, assessment, question.hold) };
    },
  });
}

function answerPrice(asked: Asked): Answer {
  const { question } = asked;
  return reply(asked, {
    format: "truceline/price/1",
    question,
    make: () => pricePage(asked.ready.theCase, question),
  });
}

function answerOpen(asked: Asked): Answer {
  const { question } = asked;
  const [reading, other] = question.readings;
  if (reading === undefined || other !== undefined) {
    const message = `"r" must name one reading; came ${question.readings.length}`;
    return notUnderstood([{ code: "V103", severity: "error", message, at: null }]);
  }
  return reply(asked, {
    format: "truceline/open/1",
    question,
    make: () => openPage(asked.ready.theCase, reading, question),
  });
}

function answerComparison(asked: Asked): Answer {
  const { theCase } = asked.ready;
  const two = twoReadings(asked);
  if ("kind" in two) return two;
  return reply(asked, {
    format: "truceline/compare/1",
    question: ofTwo(asked.question, two),
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

/** The readings that `a` and `b` name, or a refusal naming all that is wrong with them. */
export function twoReadings(asked: Asked): readonly [ReadingId, ReadingId] | Refusal {
  const known = caseReadings(countedCase(asked.ready.theCase, asked.question)).map(({ id }) => id);
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
