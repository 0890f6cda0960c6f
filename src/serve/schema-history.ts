// Shapes of an incident's history, and of the page of one that counts in no figure.
import { z } from "@hono/zod-openapi";
import { STATES } from "../record/kinds/decision.ts";
import { ENVELOPE, LINE, SOURCE } from "./schemas.ts";

const strings = z.array(z.string());
const text = z.string().nullable();

const DECISION = z.object({
  from: z.enum(STATES),
  to: z.enum(STATES),
  reasons: strings,
  examined: strings,
  settles: strings,
  secondPerson: text,
});

const STEP = z.object({
  entry: z.string(),
  kind: z.string(),
  of: text,
  actor: text,
  recordedAt: text,
  known: z.object({ at: text, assumed: z.boolean() }).nullable(),
  by: text,
  reason: text,
  decision: DECISION.nullable(),
  sources: strings,
  fields: z.array(z.object({ field: z.string(), before: text, after: text })),
});

export const HISTORY_ANSWER = z
  .object({
    ...ENVELOPE,
    id: z.string(),
    isSeeds: z.boolean(),
    state: z.enum(STATES),
    goesOnAs: text,
    isWithdrawn: z.boolean(),
    redacted: z.array(z.object({ field: z.string(), at: z.string(), publicFrom: text })),
    steps: z.array(STEP),
    sources: z.array(SOURCE),
  })
  .openapi("IncidentHistory");

const { actors: _claimed, ...ASIDE_LINE } = LINE;

export const SET_ASIDE_ANSWER = z
  .object({
    ...ENVELOPE,
    id: z.string(),
    setAside: z.enum(["rejected", "merged", "withdrawn", "closed"]),
    state: z.enum(STATES),
    goesOnAs: text,
    line: z.object(ASIDE_LINE).nullable(),
  })
  .openapi("IncidentSetAside");
