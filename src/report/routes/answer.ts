// What a route answers, whoever asks: the server over HTTP, or the read-only edition in its own page. Same question, same bytes.
import type { Problem } from "../../model/problem.ts";
import type { PriceQuestion } from "../price.ts";
import type { PriceKey } from "../view.ts";
import { questionKey } from "./ready-case.ts";
import type { ReadyCase } from "./ready-case.ts";

/** One address below a case, and how it answers. */
export interface Route {
  /** In OpenAPI's spelling: `/c/{case}/i/{incident}.json`. */
  readonly path: string;
  /** Query keys it understands; any other is refused. */
  readonly keys: readonly (PriceKey | OwnKey)[];
  readonly answer: (asked: Asked) => Answer;
}

/** Keys of single routes, beside those of a question; the routes read them themselves. */
export type OwnKey =
  "a" | "b" | "reading" | "of" | "bbox" | "pair" | "maps" | "text" | "state" | "sort" | "flavour";

/** Pairs of a query, percent-decoded; `get` gives the first of a key. `URLSearchParams` is one. */
export interface Query extends Iterable<readonly [string, string]> {
  readonly get: (key: string) => string | null;
}

export interface Asked {
  readonly ready: ReadyCase;
  /** Path parameters, percent-decoded and unchecked. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the question keys of the query ask; all readings where none is named. */
  readonly question: PriceQuestion;
  /** The query whole, for a route's own keys. */
  readonly query: Query;
}

export type Answer = ValueAnswer | TextAnswer | Refusal;

/** Data, printed as JSON with its keys in the order they were made in. */
export interface ValueAnswer {
  readonly kind: "value";
  /** Equal for equal answers of one case; null where an answer is too large to keep. */
  readonly key: string | null;
  readonly make: () => object;
}

export interface TextAnswer {
  readonly kind: "text";
  readonly text: string;
}

/** `not-understood`: the question is at fault. `not-found`: the record has no such thing. `too-many`: a limit of TERMS 10 is met. */
export interface Refusal {
  readonly kind: "refusal";
  readonly code: "not-understood" | "not-found" | "too-many";
  readonly detail: string;
  readonly problems: readonly Problem[];
}

interface ReplyOptions {
  /** Format name and version, such as `truceline/price/1`. */
  readonly format: string;
  /** What was asked, besides the case and its terms. */
  readonly question: PriceQuestion | null;
  /** What else tells this answer from others of its format. */
  readonly subject?: string;
  readonly make: () => object;
}

/** An answer with what every answer opens with. */
export function reply({ ready }: Asked, options: ReplyOptions): ValueAnswer {
  const { format, question, subject, make } = options;
  return {
    kind: "value",
    key: JSON.stringify([format, questionKey(question), subject]),
    make: () => ({ ...ready.head({ format, question }), ...make() }),
  };
}

/** What was looked for is not there; in words. */
export function notFound(detail: string, problems: readonly Problem[] = []): Refusal {
  return { kind: "refusal", code: "not-found", detail, problems };
}

/** Names all faults of a question at once. */
export function notUnderstood(problems: readonly Problem[]): Refusal {
  return { kind: "refusal", code: "not-understood", detail: inWords(problems), problems };
}

/** The question is understood, and more than can be worked out: says which limit is met. */
export function tooMany(problems: readonly Problem[]): Refusal {
  return { kind: "refusal", code: "too-many", detail: inWords(problems), problems };
}

function inWords(problems: readonly Problem[]): string {
  return problems
    .map(({ message, help }) => (help === undefined ? message : `${message}; ${help}`))
    .join(". ");
}
