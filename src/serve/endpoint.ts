// What a route is: where, what it says for OpenAPI, its answer's schema, and how it answers. Families are lists of these.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { PriceQuestion } from "../report/price.ts";
import { PRICE_KEYS } from "../report/view.ts";
import type { PriceKey } from "../report/view.ts";
import { answerResponse } from "./answers.ts";
import type { AnswerOptions, ServedCase } from "./answers.ts";
import { problemResponse } from "./problems.ts";
import { parseQuestion } from "./question.ts";
import type { QuestionOptions } from "./question.ts";
import type { Problem } from "../model/problem.ts";

/** Cases by id. */
export type ServedCases = ReadonlyMap<string, ServedCase>;

export interface Endpoint {
  /** In OpenAPI's spelling: `/c/{case}/i/{incident}.json`. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Query keys it understands; any other is a 400. */
  readonly keys: readonly (PriceKey | OwnKey)[];
  readonly schema: z.ZodType;
  /** Default: `application/json`. */
  readonly mediaType?: string;
  readonly handle: (asked: Asked) => Response;
}

/** Keys of single routes, beside those of a question; the routes read them themselves. */
export type OwnKey = "a" | "b" | "reading" | "of" | "text" | "sort" | "flavour";

export interface Asked {
  readonly served: ServedCase;
  /** Path parameters, percent-decoded and unchecked. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the question keys of the query ask; all readings where none is named. */
  readonly question: PriceQuestion;
  /** The query whole, for a route's own keys. */
  readonly query: URLSearchParams;
  readonly ifNoneMatch: string | undefined;
}

const KEY_MEANINGS: Readonly<Record<PriceKey | OwnKey, string>> = {
  r: "Reading ids, or instrument ids standing for all their readings; absent: all",
  from: "First day, in the case's first time zone",
  until: "Day after the last",
  window:
    "in-force: only incidents that may lie in a period that one of the readings gives; absent: the whole record",
  asof: "What was known by this instant; absent: now",
  f: "Facets: kind:<id>, means:<id>, party:<id>, region:<id>, each once",
  hold: "Questions held to one answer in every reading: <question>:<answer>",
  q: "One question of one text, <instrument>/<question>: its live answers stand for readings",
  a: "A reading id",
  b: "Another reading id",
  reading: "A reading id; absent: all, in id order",
  of: "Only the incidents behind one number: <reading>:violation, at-most, not-covered, undetermined, conflict",
  text: "Only incidents in whose texts every word occurs",
  sort: "day, place, kind or id, with - for down; every order ends in the id; absent: day",
  flavour: "machine: every cell as it is; absent: cells that a spreadsheet would run are led by '",
};

/** Puts a route on the app and into its description. */
export function register(app: OpenAPIHono, cases: ServedCases, endpoint: Endpoint): void {
  const { path, summary, description, keys, schema, mediaType = "application/json" } = endpoint;
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  app.openAPIRegistry.registerPath({
    method: "get",
    path,
    summary,
    description,
    operationId: operationId(path),
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      query: z.object(Object.fromEntries(keys.map((key) => [key, described(key)]))),
    },
    responses: {
      200: { description: summary, content: { [mediaType]: { schema } } },
      304: { description: "Unchanged since the answer with that ETag" },
      400: problemDescription("Query not understood: every fault is listed"),
      404: problemDescription("No such case, incident or reading"),
    },
  });
  app.get(honoPattern(path), (context) => {
    const parameters = Object.fromEntries(
      names.map((name) => [name, (context.req.param(name) ?? "").replace(/\.json$/, "")]),
    );
    const served = cases.get(parameters["case"] ?? "");
    if (served === undefined) return notFound("no case of that name is served here");
    const query = new URL(context.req.url).searchParams;
    const { question, problems } = parseQuestion(served.theCase, query, splitKeys(keys));
    if (question === null) return notUnderstood(problems);
    const ifNoneMatch = context.req.header("if-none-match");
    return endpoint.handle({ served, parameters, question, query, ifNoneMatch });
  });
}

/** The answer of a case, kept or made. */
export function reply({ served, ifNoneMatch }: Asked, options: AnswerOptions): Response {
  return answerResponse(served.answer(options), ifNoneMatch);
}

/** 404 with what was looked for in words. */
export function notFound(detail: string, problems: readonly Problem[] = []): Response {
  return problemResponse({ status: 404, code: "not-found", detail, problems });
}

/** 400 naming all faults at once. */
export function notUnderstood(problems: readonly Problem[]): Response {
  const detail = problems
    .map(({ message, help }) => (help === undefined ? message : `${message}; ${help}`))
    .join(". ");
  return problemResponse({ status: 400, code: "not-understood", detail, problems });
}

function splitKeys(keys: Endpoint["keys"]): QuestionOptions {
  const allowed = PRICE_KEYS.filter((key) => keys.includes(key));
  return { allowed, others: keys.filter((key) => !allowed.some((one) => one === key)) };
}

/** `{case}` to `:case`; a parameter before `.json` takes the whole last segment, which must end so. */
function honoPattern(path: string): string {
  return path.replace(/\{(\w+)\}\.json/g, ":$1{[^/]+\\.json}").replace(/\{(\w+)\}/g, ":$1");
}

function operationId(path: string): string {
  return path
    .replace(/\.json$/, "")
    .replaceAll(/[{}]/g, "")
    .split("/")
    .filter(Boolean)
    .join("-");
}

function described(key: PriceKey | OwnKey): z.ZodType {
  return z.string().optional().openapi({ description: KEY_MEANINGS[key] });
}

function problemDescription(description: string) {
  return { description, content: { "application/problem+json": { schema: PROBLEM } } };
}

const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(
      z.object({ code: z.string(), message: z.string(), help: z.string().nullable() }),
    ),
  })
  .openapi("Problem");
