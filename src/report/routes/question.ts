// From a query string to a question that the case can answer, or to all that is wrong with it.
import { questionVariants, regionsOf } from "../../assess/index.ts";
import type { Case } from "../../case/case.ts";
import type { ReadingId } from "../../model/id.ts";
import { didYouMean } from "../../model/nearest.ts";
import { compareText } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import { caseReadings } from "../case-card.ts";
import type { PriceQuestion } from "../price.ts";
import { parseView } from "../view.ts";
import type { Query } from "./answer.ts";
import type { ComparedQuestion, FacetName, Held, PriceKey, View } from "../view.ts";

export interface QuestionOptions {
  readonly allowed: readonly PriceKey[];
  readonly others: readonly string[];
}

/** A question, or null with all problems. V201 names what the case does not have. */
export interface ParsedQuestion {
  readonly question: PriceQuestion | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads those of `r, from, until, window, asof, f, hold, q` that are allowed; `others` are keys that the route reads itself. An absent `r`
 * means all readings; with `q`, all answers of that question. Unknown names (V201) come with the nearest ones.
 */
export function parseQuestion(
  theCase: Case,
  query: Query,
  { allowed, others }: QuestionOptions,
): ParsedQuestion {
  const { view, problems: misread } = parseView(query, allowed, others);
  const { compared } = view;
  const unasked = compared === null ? [] : unknownQuestion(theCase, view, compared);
  const counted =
    compared === null || unasked.length > 0 ? theCase : questionVariants(theCase, compared);
  const { readings, problems: unread } = resolveReadings(counted, view.readings);
  const { facets, problems: unfaceted } = resolveFacets(theCase, view);
  const { hold, problems: unheld } = resolveHold(theCase, view.hold);
  const problems = [...misread, ...unread, ...unfaceted, ...unheld, ...unasked];
  if (problems.length > 0) return { question: null, problems };
  return {
    question: {
      readings,
      ...(view.from === null ? {} : { from: view.from }),
      ...(view.until === null ? {} : { until: view.until }),
      ...(view.asOf === null ? {} : { asOf: view.asOf }),
      ...facets,
      ...(view.window === null ? {} : { inForce: readings }),
      ...(hold.size === 0 ? {} : { hold }),
      ...(compared === null ? {} : { compared }),
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

/** What is wrong with a question to compare: its text, itself, or that it is also held to one answer (V103). */
function unknownQuestion(theCase: Case, view: View, compared: ComparedQuestion) {
  const texts = theCase.instruments.map(({ instrument }) => instrument);
  const text = texts.find(({ id }) => id === compared.instrument);
  if (text === undefined) {
    return [unknownName("instrument", compared.instrument, new Set(texts.map(({ id }) => id)))];
  }
  if (!text.questions.has(compared.question)) {
    return [unknownName("question", compared.question, text.questions.keys())];
  }
  if (view.hold.every(({ question }) => question !== compared.question)) return [];
  const message = `"hold" gives the compared question one answer; expected any other question, came "${compared.question}"`;
  return [{ code: "V103", severity: "error" as const, message, at: null }];
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
  const facets: Partial<Record<FacetName, string>> = {};
  const problems: Problem[] = [];
  for (const { name, value } of view.facets) {
    const names = facetValues(theCase, name);
    if (names.includes(value)) facets[name] = value;
    else problems.push(unknownName(name, value, names));
  }
  return { facets, problems };
}

function facetValues(theCase: Case, name: FacetName): readonly string[] {
  switch (name) {
    case "kind":
      return [...theCase.kinds.nodes.keys()];
    case "means":
      return [...theCase.means.nodes.keys()];
    case "party":
      return [...theCase.settings.parties.keys(), "other"];
    case "region":
      return [...new Set(theCase.incidents.flatMap(regionsOf))].sort(compareText);
    default:
      return name satisfies never;
  }
}
