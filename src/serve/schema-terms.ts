// Shapes of the pages of texts (src/report/terms-page.ts), for OpenAPI and as the last gate.
import { z } from "@hono/zod-openapi";
import { DUTY_STATES } from "../assess/obligations.ts";
import { ANSWER_VALUE } from "./schema-values.ts";
import { ANSWER_WORDS, ENVELOPE, SOURCE, STANDING } from "./schemas.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();

const STATUS = z.array(
  z.object({
    party: z.string(),
    states: z.array(z.object({ is: z.string(), since: z.string(), source: text })),
  }),
);
const HEAD = {
  id: z.string(),
  title: z.string(),
  dated: text,
  version: z.string(),
  status: STATUS,
};

export const TEXTS_ANSWER = z
  .object({
    ...ENVELOPE,
    items: z.array(z.object({ ...HEAD, clauses: count, questions: count, readings: count })),
  })
  .openapi("Texts");

const ARTICLE = z.object({
  passages: z.array(
    z.object({ kind: z.enum(["title", "heading", "text", "quotation", "item"]), text: z.string() }),
  ),
  parts: strings,
});
const CLAUSE = z.object({
  id: z.string(),
  effect: z.enum(["prohibit", "permit", "require"]),
  text,
  note: text,
  sources: strings,
});
const HOLDING = z.object({
  by: z.string(),
  since: text,
  until: text,
  source: text,
  quote: text,
  gist: text,
});
const QUESTION = z.object({
  question: z.string(),
  asks: z.string(),
  part: text,
  clauses: strings,
  answers: z.array(
    z.object({
      id: z.string(),
      value: ANSWER_VALUE,
      live: z.boolean(),
      note: text,
      held: z.array(HOLDING),
    }),
  ),
});
const READING = z.object({
  reading: z.string(),
  holder: text,
  note: text,
  assumes: strings,
  answers: z.array(
    z.object({
      question: z.string(),
      part: text,
      asks: z.string(),
      state: z.enum(["taken", "open"]),
      answers: z.array(ANSWER_WORDS),
    }),
  ),
});
const FINDING = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  help: text,
  counterexample: text,
  line: count,
  column: count,
  part: text,
});
const DUTY = z.object({
  clause: z.string(),
  by: strings,
  at: z.string(),
  fulfilledBy: z.array(z.object({ event: z.string(), sources: strings })),
  states: z.array(
    z.object({
      reading: z.string(),
      state: z.enum([...DUTY_STATES, "unknown"]),
      possible: z.array(z.enum(DUTY_STATES)),
      cause: z.enum(["facts", "text", "both"]).nullable(),
      standing: STANDING,
      due: z.tuple([z.string(), z.string()]).nullable(),
    }),
  ),
});
const SENTENCES = z.array(z.object({ id: z.string(), text: z.string() }));

export const TEXT_ANSWER = z
  .object({
    ...ENVELOPE,
    ...HEAD,
    versions: z.array(
      z.object({ name: z.string(), title: z.string(), dated: text, version: z.string() }),
    ),
    parties: strings,
    others: strings,
    file: z.string(),
    text: z.string(),
    articles: z.array(ARTICLE),
    clauses: z.array(CLAUSE),
    questions: z.array(QUESTION),
    readings: z.array(READING),
    duties: z.array(DUTY),
    prose: z.object({ en: SENTENCES, ru: SENTENCES, uk: SENTENCES }),
    findings: z.array(FINDING),
    sources: z.array(SOURCE),
  })
  .openapi("Text");
