// A case ready to be asked: what all its answers open with, and its last assessments, kept for whoever asks on.
import { assessCase } from "../../assess/index.ts";
import type { Assessment } from "../../assess/index.ts";
import type { Case } from "../../case/case.ts";
import { formatInstant } from "../../model/instant.ts";
import type { Problem } from "../../model/problem.ts";
import type { Envelope } from "../envelope.ts";
import type { PriceQuestion } from "../price.ts";
import { seedLog } from "../recorded.ts";
import type { RecordedLog } from "../recorded.ts";

/** One case being asked. */
export interface ReadyCase {
  readonly theCase: Case;
  /** `truceline 0.1.0` */
  readonly engine: string;
  /** What is wrong with the case's files. */
  readonly problems: readonly Problem[];
  /** The record as everybody may read it. */
  readonly recorded: RecordedLog;
  /** The whole assessment that a question asks, made on first use; the last few are kept for pages of single incidents. */
  readonly assessed: (question: PriceQuestion) => Assessment;
  /** What every answer opens with (SERVE 2). */
  readonly head: (options: HeadOptions) => Envelope;
}

export interface HeadOptions {
  readonly format: string;
  readonly question: PriceQuestion | null;
}

export interface ReadyOptions {
  /** The program's own. */
  readonly version: string;
  /** As the loader reported them; default: none. */
  readonly problems?: readonly Problem[];
  /** The case's log; default: its seeds alone. */
  readonly recorded?: RecordedLog;
}

/** Makes a case ready. */
export function readyCase(theCase: Case, options: ReadyOptions): ReadyCase {
  const { version, problems = [], recorded = seedLog(theCase) } = options;
  const engine = `truceline ${version}`;
  return {
    theCase,
    engine,
    problems,
    recorded,
    assessed: keepFew((question: PriceQuestion) => assessCase(theCase, question)),
    head: (asked) => envelope(theCase, engine, asked),
  };
}

/** Equal for equal questions. A Map prints as nothing in JSON: what is held is spelled out. */
export function questionKey(question: PriceQuestion | null): string {
  return JSON.stringify([question, [...(question?.hold ?? [])]]);
}

function envelope(theCase: Case, engine: string, { format, question }: HeadOptions): Envelope {
  const { asOf, hold, inForce, ...asked } = question ?? {};
  const window = inForce === undefined ? {} : { window: "in-force" as const };
  const held = hold === undefined ? {} : { hold: Object.fromEntries(hold) };
  return {
    format,
    case: theCase.settings.id,
    asOf: asOf === undefined ? null : formatInstant(asOf),
    logHead: theCase.logHead,
    engine,
    terms: Object.fromEntries(
      theCase.instruments.map(({ instrument, version }) => [instrument.id, version]),
    ),
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
