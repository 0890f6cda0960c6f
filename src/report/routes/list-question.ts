// The question of a list of incidents: that of any figure, and the list's own words to search for, order and number looked into.
import type { Problem } from "../../model/problem.ts";
import { assessedQuestion, incidentList } from "../incident-list.ts";
import type { IncidentList, ListQuestion } from "../incident-list.ts";
import { parseListKeys } from "../list-view.ts";
import { QUESTION_KEYS, parseView } from "../view.ts";
import type { Asked } from "./answer.ts";
import { unknownName } from "./question.ts";

/** Keys that a list of incidents understands. */
export const LIST_QUERY_KEYS = [...QUESTION_KEYS, "of", "bbox", "text", "sort"] as const;

/** The list's question, or null with all that is wrong with its own keys. */
export function listQuestion({ question, query }: Asked): {
  readonly question: ListQuestion | null;
  readonly problems: readonly Problem[];
} {
  const own = [...query].filter(([key]) => key === "of" || key === "bbox");
  const { view, problems: misread } = parseView(own, ["of", "bbox"]);
  const { list, problems: unlisted } = parseListKeys(query);
  const reading = view.of?.reading;
  const isKnown = reading === undefined || question.readings.some((id) => id === reading);
  const unknown = isKnown ? [] : [unknownName('reading in "of"', reading, question.readings)];
  const problems = [...misread, ...unlisted, ...unknown];
  if (problems.length > 0) return { question: null, problems };
  const { of, bbox } = view;
  return { question: { ...question, of, bbox, text: list.text, sort: list.sort }, problems };
}

/** The list of that question. */
export function listOf({ ready }: Asked, question: ListQuestion): IncidentList {
  return incidentList(ready.theCase, question, ready.assessed(assessedQuestion(question)));
}
