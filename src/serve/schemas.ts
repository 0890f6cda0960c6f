// Shapes of all answers, for OpenAPI and as the last gate: what a schema does not declare does not leave.
// A test asserts that each passes our own answers through whole, so that none is dropped by oversight.
import { z } from "@hono/zod-openapi";
import { GROUNDS, REASONS } from "../assess/verdict.ts";
import { COMPARED, LADDER } from "./schema-ladder.ts";
import { FACT, JOINT, PLACE } from "./schema-facts.ts";
import { DAY_RANGE, WHERE } from "./schema-places.ts";
import { SAME_DAY } from "./schema-talks.ts";
import { ANSWER_VALUE } from "./schema-values.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();
/** At least / at most. */
export const BOUNDS = z.object({ atLeast: count, atMost: count }).openapi("Bounds");
/** Null: no figure is stated. */
export const RANGE = z.object({ low: count, high: count.nullable() }).nullable();
const CASUALTY_SUM = z.object({
  killed: RANGE,
  injured: RANGE,
  withoutKilled: count,
  withoutInjured: count,
});
const VERDICT_KIND = z.enum(["violation", "not-covered", "undetermined", "conflict"]);
/** Whether the text binds. */
export const STANDING = z.enum(["applies", "unclear", "would-apply"]);

/** What every answer opens with. */
export const ENVELOPE = {
  format: z.string(),
  case: z.string(),
  asOf: text,
  logHead: z.object({ size: count, root: z.string() }),
  engine: z.string(),
  terms: z.record(z.string(), z.string()),
  question: z
    .object({
      readings: strings,
      from: z.string().optional(),
      until: z.string().optional(),
      party: z.string().optional(),
      kind: z.string().optional(),
      means: z.string().optional(),
      region: z.string().optional(),
      window: z.literal("in-force").optional(),
      hold: z.record(z.string(), z.string()).optional(),
      compared: COMPARED.optional(),
    })
    .nullable(),
  caveat: z.string(),
};

/** One verdict. */
export const VERDICT = z
  .object({
    verdict: VERDICT_KIND,
    reasons: z.array(z.enum(REASONS)),
    cause: z.enum(["facts", "text", "both"]).nullable(),
    clauses: strings,
    standing: STANDING,
    maybe: z.boolean(),
    maybeBy: strings,
    grounds: z.array(z.enum(GROUNDS)).optional(),
    limit: text,
  })
  .openapi("Verdict");

const LABELS = z.object({ en: z.string(), uk: z.string().optional(), ru: z.string().optional() });
const LABEL_TABLE = z.record(z.string(), LABELS);
const READING_LISTED = z.object({ id: z.string(), instrument: z.string(), holder: text });

/** One answer in its holder's words. */
export const ANSWER_WORDS = z.object({
  id: text,
  value: ANSWER_VALUE,
  quote: text,
  gist: text,
  source: text,
  since: text,
  holders: strings,
});

const LISTED_QUESTION = z.object({
  instrument: z.string(),
  question: z.string(),
  asks: z.string(),
  part: text,
  answers: z.array(ANSWER_WORDS),
});

export const CASE_ANSWER = z
  .object({
    ...ENVELOPE,
    id: z.string(),
    title: z.string(),
    timeZones: strings,
    boundaryPolicy: z.object({ policy: z.enum(["none", "recognised", "claims"]), why: z.string() }),
    comparisons: z.array(
      z.object({ title: z.string(), readings: strings, hold: z.record(z.string(), z.string()) }),
    ),
    instruments: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
    readings: z.array(READING_LISTED),
    questions: z.array(LISTED_QUESTION),
    labels: z.object({
      parties: LABEL_TABLE,
      kinds: LABEL_TABLE,
      means: LABEL_TABLE,
      acts: LABEL_TABLE,
      regions: LABEL_TABLE,
    }),
    says: z.record(z.string(), z.string()),
    record: z.object({ incidents: count, sources: count, statements: count, meetings: count }),
  })
  .openapi("Case");

/** What a reading says of one part. */
export const PART_WORDS = z.object({
  part: z.string(),
  question: text,
  asks: text,
  state: z.enum(["written", "taken", "open", "held"]),
  answers: z.array(ANSWER_WORDS),
});

/** Counts under one reading. */
export const TOTALS = z.object({
  incidents: count,
  aggregates: count,
  violation: count,
  notCovered: count,
  undetermined: z.object({ facts: count, text: count, both: count }),
  conflict: count,
  atLeast: count,
  atMost: count,
});

const CARD_TEXT = {
  reading: z.string(),
  instrument: z.object({ id: z.string(), title: z.string(), dated: text, version: z.string() }),
  holder: text,
  note: text,
  assumes: strings,
  status: z.array(z.object({ party: z.string(), is: z.string(), since: z.string(), source: text })),
  words: z.array(PART_WORDS),
};

const CARD = z
  .object({
    ...CARD_TEXT,
    totals: TOTALS,
    byParty: z.record(z.string(), BOUNDS),
    byReason: z.partialRecord(z.enum(REASONS), count),
    byStanding: z.record(STANDING, BOUNDS),
    casualties: CASUALTY_SUM,
    units: z.object({ days: BOUNDS, objects: BOUNDS }),
    byNearness: BOUNDS,
    open: strings,
  })
  .openapi("ReadingCard");

/** How much record stands behind figures. */
export const COVERAGE = z.object({
  incidents: count,
  aggregates: count,
  sources: count,
  firstDay: text,
  lastDay: text,
});

/** An incident as one line. */
export const LINE = {
  id: z.string(),
  day: z.string(),
  place: z.object({
    name: z.string(),
    names: z.object({ uk: z.string().optional(), ru: z.string().optional() }),
    admin1: text,
  }),
  object: text,
  things: z.array(strings),
  actors: strings,
  aggregate: z.boolean(),
};

const PLACED_LINE = z
  .object({
    ...LINE,
    verdicts: z.record(z.string(), VERDICT),
    where: WHERE,
    regions: strings,
    firstDay: z.string(),
    lastDay: z.string(),
  })
  .openapi("PlacedIncident");

const COMPARISON_FIELDS = {
  a: z.string(),
  b: z.string(),
  hard: count,
  soft: count,
  hardIds: strings,
  softIds: strings,
  onlyA: BOUNDS,
  onlyB: BOUNDS,
  questions: strings,
  sets: z.array(z.object({ questions: strings, incidents: count, ids: strings })),
  causes: z.array(
    z.object({
      kind: z.enum(["alone", "either", "together", "instrument"]),
      questions: strings,
      hard: count,
      soft: count,
      ids: strings,
    }),
  ),
  alone: z.record(z.string(), count),
  last: z.record(z.string(), count),
  sentence: z.string(),
};

export const READINGS_ANSWER = z
  .object({ ...ENVELOPE, items: z.array(z.object(CARD_TEXT)) })
  .openapi("Readings");
export const TOTALS_ANSWER = z
  .object({ ...ENVELOPE, coverage: COVERAGE, readings: z.array(CARD) })
  .openapi("Totals");
export const COMPARE_ANSWER = z.object({ ...ENVELOPE, ...COMPARISON_FIELDS }).openapi("Comparison");
export const PRICE_ANSWER = z
  .object({
    ...ENVELOPE,
    cards: z.array(CARD),
    differing: strings,
    pairs: z.array(z.object(COMPARISON_FIELDS)),
    patterns: z.array(z.object({ letters: z.string(), incidents: count, ids: strings })),
    rows: z.array(PLACED_LINE),
    coverage: COVERAGE,
    days: DAY_RANGE.nullable(),
    ladder: LADDER.nullable(),
  })
  .openapi("PriceOfAWord");
export const OPEN_ANSWER = z
  .object({
    ...ENVELOPE,
    reading: z.string(),
    questions: z.array(
      z.object({
        question: z.string(),
        asks: z.string(),
        part: text,
        answers: z.array(z.object({ words: ANSWER_WORDS, bounds: BOUNDS })),
      }),
    ),
  })
  .openapi("OpenQuestions");

const AS_OF = z.union([z.object({ at: z.number() }), z.object({ day: z.string() })]).nullable();
const CLAIM = {
  id: z.string(),
  subject: z.string(),
  by: z.string(),
  source: z.string(),
  asOf: AS_OF,
  note: text,
};
const TEXT_CLAIM = z.discriminatedUnion("predicate", [
  z.object({ ...CLAIM, predicate: z.literal("attribution"), actor: z.string() }),
  z.object({
    ...CLAIM,
    predicate: z.enum(["denial", "no-comment"]),
    of: z.enum(["actor", "event"]),
  }),
  z.object({ ...CLAIM, predicate: z.literal("account"), text: z.string() }),
]);
const CASUALTIES = z.object({
  ...CLAIM,
  predicate: z.literal("casualties"),
  killed: RANGE,
  injured: RANGE,
  childrenKilled: count.nullable(),
  childrenInjured: count.nullable(),
});
const MEASURE = z.object({
  ...CLAIM,
  predicate: z.literal("measure"),
  what: z.string(),
  value: z.number(),
});
/** A publication as pages cite it. */
export const SOURCE = z.object({
  id: z.string(),
  title: z.string(),
  outlet: z.string(),
  outletSide: z.string(),
  url: text,
  published: text,
});

export const INCIDENT_ANSWER = z
  .object({
    ...ENVELOPE,
    ...LINE,
    occurred: z.object({ from: text, until: text, basis: z.string(), assumed: z.boolean() }),
    country: text,
    where: PLACE,
    regions: strings,
    effects: text,
    note: text,
    knownAt: text,
    facts: z.array(FACT),
    joint: z.array(JOINT),
    claims: z.array(TEXT_CLAIM),
    casualties: z.array(CASUALTIES),
    measures: z.array(MEASURE),
    sources: z.array(SOURCE),
    sameDay: SAME_DAY,
    verdicts: z.array(z.object({ reading: z.string(), holder: text, verdict: VERDICT })),
    previous: text,
    next: text,
  })
  .openapi("Incident");

const TRACE = z
  .object({
    rule: z.string(),
    asked: z.string(),
    found: z.string(),
    value: z.enum(["true", "false", "unknown"]),
    claims: strings,
    quote: text,
    get children() {
      return z.array(TRACE);
    },
  })
  .openapi("TraceNode");
const INPUT = z.object({ kind: z.enum(["fact", "question"]), id: z.string(), value: z.string() });
const CHANGE = z.object({
  inputs: z.array(z.object({ input: INPUT, to: z.string() })),
  verdict: VERDICT_KIND,
  text: z.string(),
});
const EXPLANATION = z
  .object({
    incident: z.string(),
    reading: z.string(),
    verdict: VERDICT,
    trace: TRACE,
    why: z.array(INPUT),
    whyNot: z.array(CHANGE),
    settles: z.array(
      z.object({ input: INPUT, does: z.enum(["suffices", "may", "needed", "idle"]) }),
    ),
    answers: z.array(
      z.object({
        question: z.string(),
        answer: z.string(),
        holders: strings,
        verdict: VERDICT_KIND,
        taken: z.boolean(),
      }),
    ),
    limits: strings,
  })
  .openapi("Explanation");

export const EXPLAIN_ANSWER = z
  .object({ ...ENVELOPE, items: z.array(EXPLANATION) })
  .openapi("Explanations");
