// What a route is on the wire: what it says for OpenAPI, its answer's schema, and how an answer becomes a response.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { notFound } from "../report/routes/answer.ts";
import type { Answer, OwnKey, Refusal, Route } from "../report/routes/answer.ts";
import { askRoute } from "../report/routes/ask.ts";
import type { PriceKey } from "../report/view.ts";
import { answerOf, answerResponse } from "./answers.ts";
import type { ServedCase } from "./answers.ts";
import { problemResponse } from "./problems.ts";

/** Cases by id. */
export type ServedCases = ReadonlyMap<string, ServedCase>;

/** A route of report/ with what HTTP wants to know of it. */
export interface Endpoint extends Route {
  readonly summary: string;
  readonly description: string;
  /** Drops what it does not declare. */
  readonly schema: z.ZodType;
  /** Default: `application/json`. */
  readonly mediaType?: keyof typeof CONTENT_TYPES;
}

const CONTENT_TYPES = {
  "application/json": "application/json; charset=utf-8",
  "application/geo+json": "application/geo+json",
  "text/csv": "text/csv; charset=utf-8; header=present",
} as const;

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
  a: "A reading id; for diff also an answer (text/question=answer) or a text",
  b: "Another of these",
  reading: "A reading id; absent: all, in id order",
  of: "Only the incidents behind one number: <reading>:violation, at-most, not-covered, undetermined, conflict",
  bbox: "Only incidents whose point lies in it: west,south,east,north in degrees",
  pair: "Two of the readings, as maps=differ compares them",
  maps: "differ: only incidents that the pair answers differently, surely or possibly; two: no narrowing",
  text: "Only incidents in whose texts every word occurs",
  state: "Only accounts whose review stands so: reported, under-review, verified or contested",
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
      422: problemDescription("Understood, and more than the limits of terms allow to work out"),
    },
  });
  app.get(honoPattern(path), (context) => {
    const parameters = Object.fromEntries(
      names.map((name) => [name, (context.req.param(name) ?? "").replace(/\.json$/, "")]),
    );
    const served = cases.get(parameters["case"] ?? "");
    if (served === undefined) {
      return refusalResponse(notFound("no case of that name is served here"));
    }
    const query = new URL(context.req.url).searchParams;
    const answer = askRoute(endpoint, served.ready, { parameters, query });
    return respond(answer, { endpoint, served, ifNoneMatch: context.req.header("if-none-match") });
  });
}

interface RespondOptions {
  readonly endpoint: Endpoint;
  readonly served: ServedCase;
  readonly ifNoneMatch: string | undefined;
}

function respond(answer: Answer, { endpoint, served, ifNoneMatch }: RespondOptions): Response {
  const type = CONTENT_TYPES[endpoint.mediaType ?? "application/json"];
  switch (answer.kind) {
    case "value":
      return answerResponse(served.printed(answer, endpoint.schema), ifNoneMatch, type);
    case "text":
      return answerResponse(answerOf(answer.text), ifNoneMatch, type);
    case "refusal":
      return refusalResponse(answer);
    default:
      return answer satisfies never;
  }
}

const STATUS_OF = { "not-understood": 400, "not-found": 404, "too-many": 422 } as const;

/** 400 for a question at fault, 404 for what is not there, 422 for what is over a limit; with all that was wrong. */
export function refusalResponse({ code, detail, problems }: Refusal): Response {
  return problemResponse({ status: STATUS_OF[code], code, detail, problems });
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
