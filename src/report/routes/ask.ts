// Every address below a case, asked by itself: what the read-only edition does in its page, and the server after HTTP is dealt with.
import { PRICE_KEYS } from "../view.ts";
import { notFound, notUnderstood } from "./answer.ts";
import type { Answer, Query, Route } from "./answer.ts";
import { CARD_ROUTE, HOME_ROUTE, INDEX_ROUTE } from "./case.ts";
import { EXPLAIN_ROUTE, INCIDENTS_ROUTE, INCIDENT_ROUTE } from "./incidents.ts";
import { parseQuestion } from "./question.ts";
import type { QuestionOptions } from "./question.ts";
import { RECORD_ROUTE } from "./record.ts";
import { REVIEW_ROUTE } from "./review.ts";
import {
  COMPARE_ROUTE,
  OPEN_ROUTE,
  PRICE_ROUTE,
  READINGS_ROUTE,
  TOTALS_ROUTE,
} from "./readings.ts";
import type { ReadyCase } from "./ready-case.ts";
import { DIFF_ROUTE } from "./diff.ts";
import { HISTORY_ROUTE } from "./history.ts";
import { SITUATION_ROUTE } from "./situation.ts";
import { TEXTS_ROUTE, TEXT_ROUTE } from "./terms.ts";
import { MEETINGS_ROUTE, STATEMENTS_ROUTE } from "./talks.ts";
import { COMPARE_CSV, INCIDENTS_CSV, INCIDENTS_GEOJSON, PRICE_CSV, READINGS_CSV } from "./twins.ts";

/** All that a case answers. */
export const ROUTES: readonly Route[] = [
  CARD_ROUTE,
  HOME_ROUTE,
  INDEX_ROUTE,
  RECORD_ROUTE,
  REVIEW_ROUTE,
  READINGS_ROUTE,
  TOTALS_ROUTE,
  COMPARE_ROUTE,
  PRICE_ROUTE,
  OPEN_ROUTE,
  INCIDENTS_ROUTE,
  INCIDENT_ROUTE,
  EXPLAIN_ROUTE,
  HISTORY_ROUTE,
  SITUATION_ROUTE,
  TEXTS_ROUTE,
  TEXT_ROUTE,
  DIFF_ROUTE,
  MEETINGS_ROUTE,
  STATEMENTS_ROUTE,
  INCIDENTS_CSV,
  INCIDENTS_GEOJSON,
  PRICE_CSV,
  COMPARE_CSV,
  READINGS_CSV,
];

export interface RouteQuestion {
  /** Path parameters, percent-decoded and unchecked. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
}

/** Asks one route. */
export function askRoute(
  route: Route,
  ready: ReadyCase,
  { parameters, query }: RouteQuestion,
): Answer {
  const { question, problems } = parseQuestion(ready.theCase, query, splitKeys(route.keys));
  if (question === null) return notUnderstood(problems);
  return route.answer({ ready, parameters, question, query });
}

/** Asks whichever route has that path: `/c/river/i/inc-1.json`, its segments percent-decoded. */
export function askPath(ready: ReadyCase, segments: readonly string[], query: Query): Answer {
  for (const route of ROUTES) {
    const parameters = matched(route.path.split("/").slice(1), segments);
    if (parameters !== null) return askRoute(route, ready, { parameters, query });
  }
  return notFound("nothing is at this address");
}

/** What the names in a pattern stand for in a path; null when the path is another one. */
function matched(pattern: readonly string[], segments: readonly string[]) {
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = segments[index] ?? "";
    const [, name, ending = ""] = /^\{(\w+)\}(.*)$/.exec(part) ?? [];
    if (name === undefined && part !== given) return null;
    if (name === undefined) continue;
    if (!given.endsWith(ending) || given.length === ending.length) return null;
    parameters[name] = given.slice(0, given.length - ending.length);
  }
  return parameters;
}

function splitKeys(keys: Route["keys"]): QuestionOptions {
  const allowed = PRICE_KEYS.filter((key) => keys.includes(key));
  return { allowed, others: keys.filter((key) => !allowed.some((one) => one === key)) };
}
