// Answers of one case: computed once per (terms, question), kept as bytes with their ETag, same bytes for the same question.
import { createHash } from "node:crypto";
import { assessCase } from "../assess/index.ts";
import type { Assessment } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { formatInstant } from "../model/instant.ts";
import type { Problem } from "../model/problem.ts";
import type { Envelope } from "../report/envelope.ts";
import type { PriceQuestion } from "../report/price.ts";
import type { z } from "@hono/zod-openapi";

/** One case being served. */
export interface ServedCase {
  readonly theCase: Case;
  readonly engine: string;
  /** What is wrong with the case's files. */
  readonly problems: readonly Problem[];
  /** The whole assessment that a question asks, made on first use; the last few are kept for pages of single incidents. */
  readonly assessed: (question: PriceQuestion) => Assessment;
  /** What every answer opens with. */
  readonly head: (options: Pick<AnswerOptions, "format" | "question">) => Envelope;
  /** A ready answer by its name; made, checked against its schema and kept on first use. */
  readonly answer: (options: AnswerOptions) => KeptAnswer;
}

export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

export interface AnswerOptions {
  /** Format name and version, such as `truceline/price/1`. */
  readonly format: string;
  /** What was asked, besides the case and its terms; part of the key. */
  readonly question: PriceQuestion | null;
  readonly subject?: string;
  /** Drops what it does not declare and fixes the order of keys. */
  readonly schema: z.ZodType;
  readonly make: () => object;
}

/** Answers kept at once; the oldest go first. */
const KEPT = 200;

/** Serves a case. `version` is the program's own; `problems` as the loader reported them. */
export function serveCase(
  theCase: Case,
  version: string,
  problems: readonly Problem[] = [],
): ServedCase {
  const kept = new Map<string, KeptAnswer>();
  const engine = `truceline ${version}`;
  const terms = Object.fromEntries(
    theCase.instruments.map(({ instrument, version: hash }) => [instrument.id, hash]),
  );
  const termsKey = Object.values(terms).join(" ");
  return {
    theCase,
    engine,
    problems,
    head: ({ format, question }) => envelope(theCase, { format, engine, terms, question }),
    assessed: keepFew((question: PriceQuestion) => assessCase(theCase, question)),
    answer: (options) => {
      const { format, question, subject, schema, make } = options;
      const key = JSON.stringify([termsKey, format, questionKey(question), subject]);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const head = envelope(theCase, { format, engine, terms, question });
      const answer = keep(schema.parse({ ...head, ...make() }));
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}

/** A JSON answer with its ETag, or 304. */
export function answerResponse(
  answer: KeptAnswer,
  ifNoneMatch: string | undefined,
  type = "application/json; charset=utf-8",
): Response {
  const headers = { etag: answer.etag, "cache-control": "public, no-cache" };
  const asked = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (asked?.includes(answer.etag) === true) return new Response(null, { status: 304, headers });
  const typed = { ...headers, "content-type": type };
  return new Response(answer.bytes, { headers: typed });
}

interface EnvelopeOptions {
  readonly format: string;
  readonly engine: string;
  readonly terms: Readonly<Record<string, string>>;
  readonly question: PriceQuestion | null;
}

/** What every answer opens with (SERVE 2). No record log exists yet: its head is the empty one. */
function envelope(theCase: Case, options: EnvelopeOptions): Envelope {
  const { format, engine, terms, question } = options;
  const { asOf, hold, inForce, ...asked } = question ?? {};
  const window = inForce === undefined ? {} : { window: "in-force" as const };
  const held = hold === undefined ? {} : { hold: Object.fromEntries(hold) };
  return {
    format,
    case: theCase.settings.id,
    asOf: asOf === undefined ? null : formatInstant(asOf),
    logHead: { size: 0, root: "" },
    engine,
    terms,
    question:
      question === null ? null : { ...asked, ...window, ...held, readings: question.readings },
    caveat: theCase.settings.caveat,
  };
}

/** Assessments hold every incident and verdict: a handful is enough for whoever walks from one incident to the next. */
const KEPT_ASSESSMENTS = 4;

function keepFew(make: (question: PriceQuestion) => Assessment) {
  const kept = new Map<string, Assessment>();
  return (question: PriceQuestion): Assessment => {
    const key = questionKey(question);
    const known = kept.get(key) ?? make(question);
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ASSESSMENTS && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}

/** A Map prints as nothing in JSON: what is held is spelled out. */
function questionKey(question: PriceQuestion | null): string {
  return JSON.stringify([question, [...(question?.hold ?? [])]]);
}

function keep(value: unknown): KeptAnswer {
  return answerOf(JSON.stringify(value));
}

/** A text with the ETag of its bytes. */
export function answerOf(text: string): KeptAnswer {
  const bytes = Uint8Array.from(Buffer.from(text, "utf8"));
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
  return { bytes, etag: `"${digest}"` };
}
