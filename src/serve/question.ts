// From a query string to a question that the case can answer, or to all that is wrong with it.
import type { Case } from "../case/case.ts";
import type { ReadingId } from "../model/id.ts";
import { didYouMean } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { caseReadings } from "../report/case-card.ts";
import type { PriceQuestion } from "../report/price.ts";
import { parseView } from "../report/view.ts";
import type { Held, QuestionKey, View } from "../report/view.ts";

export interface QuestionOptions {
  readonly allowed: readonly QuestionKey[];
  readonly others: readonly string[];
}

/** A question, or null with all problems. V201 names what the case does not have. */
export interface ParsedQuestion {
  readonly question: PriceQuestion | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads those of `r, from, until, asof, f, hold` that are allowed; `others` are keys that the route reads itself. An absent `r` means
 * all readings. Unknown names (V201) come with the nearest ones.
 */
export function parseQuestion(
  theCase: Case,
  query: URLSearchParams,
  { allowed, others }: QuestionOptions,
): ParsedQuestion {
  const { view, problems: misread } = parseView(query, allowed, others);
  const { readings, problems: unread } = resolveReadings(theCase, view.readings);
  const { facets, problems: unfaceted } = resolveFacets(theCase, view);
  const { hold, problems: unheld } = resolveHold(theCase, view.hold);
  const problems = [...misread, ...unread, ...unfaceted, ...unheld];
  if (problems.length > 0) return { question: null, problems };
  return {
    question: {
      readings,
      ...(view.from === null ? {} : { from: view.from }),
      ...(view.until === null ? {} : { until: view.until }),
      ...(view.asOf === null ? {} : { asOf: view.asOf }),
      ...facets,
      ...(hold.size === 0 ? {} : { hold }),
    },
    problems,
  };
}

/** Ids of readings, or of instruments standing for all theirs, as reading ids in id order. None given: all. */
export function resolveReadings(
  theCase: Case,
  given: readonly string[],
): { readonly readings: readonly ReadingId[]; readonly problems: readonly Problem[] } {
  const known = caseReadings(theCase);
  if (given.length === 0) return { readings: known.map(({ id }) => id), problems: [] };
  const names = [
    ...known.map(({ id }) => id),
    ...theCase.instruments.map((one) => one.instrument.id),
  ];
  const found = new Set<ReadingId>();
  const problems: Problem[] = [];
  for (const name of given) {
    const matching = known.filter(({ id, loaded }) => name === id || name === loaded.instrument.id);
    for (const { id } of matching) found.add(id);
    if (matching.length === 0) problems.push(unknownName("reading", name, names));
  }
  return { readings: [...found].sort(compareText), problems };
}

/** A name that the case does not have, with the nearest ones that it has. */
export function unknownName(what: string, given: string, valid: Iterable<string>): Problem {
  const help = didYouMean(given, valid);
  const message = `unknown ${what} "${given}"; expected one that this case has`;
  return {
    code: "V201",
    severity: "error",
    message,
    at: null,
    ...(help === undefined ? {} : { help }),
  };
}

/** Held questions and answers that some text of the case has. */
function resolveHold(theCase: Case, held: readonly Held[]) {
  const questions = theCase.instruments.flatMap(({ instrument }) => [
    ...instrument.questions.values(),
  ]);
  const problems = held.flatMap(({ question, answer }) => {
    const asked = questions.filter(({ id }) => id === question);
    if (asked.length === 0) {
      return [unknownName("question", question, new Set(questions.map(({ id }) => id)))];
    }
    const answers = new Set(asked.flatMap((one) => [...one.answers.keys()]));
    return answers.has(answer) ? [] : [unknownName(`answer to "${question}"`, answer, answers)];
  });
  return { hold: new Map(held.map(({ question, answer }) => [question, answer])), problems };
}

function resolveFacets(theCase: Case, view: View) {
  const facets: { kind?: string; party?: string } = {};
  const problems: Problem[] = [];
  for (const { name, value } of view.facets) {
    const valid =
      name === "kind"
        ? theCase.kinds.nodes.keys()
        : [...theCase.settings.parties.keys(), "other"].values();
    const names = [...valid];
    if (names.includes(value)) facets[name] = value;
    else problems.push(unknownName(name, value, names));
  }
  return { facets, problems };
}
