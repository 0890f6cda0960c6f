// The question of a list of incidents: that of any figure, and the list's own words to search for, order and number looked into.
import type { Problem } from "../../model/problem.ts";
import { assessedQuestion, incidentList } from "../incident-list.ts";
import type { IncidentList, ListQuestion } from "../incident-list.ts";
import { reviewStates } from "../review-states.ts";
import type { ReviewStates } from "../review-states.ts";
import { parseListKeys } from "../list-view.ts";
import { parseView } from "../view.ts";
import type { Asked } from "./answer.ts";
import { unknownName } from "./question.ts";
import type { ReadyCase } from "./ready-case.ts";

const OWN_KEYS = ["of", "bbox", "pair", "maps"] as const;

/** The list's question, or null with all that is wrong with its own keys. */
export function listQuestion({ question, query }: Asked): {
  readonly question: ListQuestion | null;
  readonly problems: readonly Problem[];
} {
  const own = [...query].filter(([key]) => OWN_KEYS.some((one) => one === key));
  const { view, problems: misread } = parseView(own, OWN_KEYS);
  const { list, problems: unlisted } = parseListKeys(query);
  const { of, bbox, pair, maps } = view;
  const named = [
    ...(of === null ? [] : [['reading in "of"', of.reading] as const]),
    ...(pair ?? []).map((reading) => ['reading in "pair"', reading] as const),
  ];
  const unknown = named
    .filter(([, reading]) => !question.readings.some((id) => id === reading))
    .map(([what, reading]) => unknownName(what, reading, question.readings));
  const problems = [...misread, ...unlisted, ...unknown];
  if (problems.length > 0) return { question: null, problems };
  const { text, state, sort } = list;
  const differ = maps === "differ" ? pair : null;
  return { question: { ...question, of, bbox, differ, text, state, sort }, problems };
}

/** The list of that question. */
export function listOf({ ready }: Asked, question: ListQuestion): IncidentList {
  const assessment = ready.assessed(assessedQuestion(question));
  return incidentList(ready.theCase, question, {
    ...assessment,
    states: statesOf(ready, question),
  });
}

function statesOf({ theCase, recorded }: ReadyCase, { asOf }: ListQuestion): ReviewStates {
  return reviewStates(theCase, recorded, asOf ?? null);
}
