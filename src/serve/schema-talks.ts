// Shapes of what is kept of talks: a meeting, a statement, and what stands on an incident's day.
import { z } from "@hono/zod-openapi";
import {
  MEETING_FORMATS,
  MEETING_STATUSES,
  PARTICIPANT_ROLES,
  SPEECH_ACTS,
  STATEMENT_FLAGS,
  STATEMENT_FORMS,
} from "../model/talks.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();

const LABELS = z.object({ en: z.string(), uk: z.string().optional(), ru: z.string().optional() });
const KNOWN = z.object({ day: text, assumed: z.boolean() });
const TIME = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("days"), first: z.string(), last: z.string() }),
    z.object({ kind: z.literal("hours"), from: z.string(), until: z.string() }),
    z.object({ kind: z.literal("unknown"), notBefore: text, notAfter: text }),
  ])
  .openapi("TalkTime");
const CITED = z
  .object({
    id: z.string(),
    title: z.string(),
    outlet: z.string(),
    outletSide: z.string(),
    url: text,
    published: text,
    quote: text,
    span: z.array(count).length(2).nullable(),
  })
  .openapi("CitedSource");

/** One meeting. */
export const MEETING = z
  .object({
    id: z.string(),
    track: z.object({ id: z.string(), title: text }),
    round: text,
    occurred: TIME,
    place: text,
    format: z.enum(MEETING_FORMATS),
    status: z.enum([...MEETING_STATUSES, "unknown"]),
    participants: z.array(
      z.object({
        party: z.string(),
        names: z.array(LABELS),
        role: z.enum([...PARTICIPANT_ROLES, "unknown"]),
        office: text,
      }),
    ),
    issues: strings,
    outcome: text,
    note: text,
    sources: z.array(CITED),
    known: KNOWN,
    isPartial: z.boolean(),
  })
  .openapi("Meeting");

/** One statement. */
export const STATEMENT = z
  .object({
    id: z.string(),
    said: TIME,
    speaker: LABELS,
    role: text,
    party: z.string(),
    to: text,
    chain: z.array(LABELS),
    form: z.enum([...STATEMENT_FORMS, "unknown"]),
    act: z.enum(SPEECH_ACTS),
    flags: z.union([z.array(z.enum(STATEMENT_FLAGS)), z.literal("unknown")]),
    issue: text,
    instrument: text,
    gist: text,
    stance: text,
    stanceKey: text,
    source: CITED.nullable(),
    reported: text,
    note: text,
    known: KNOWN,
  })
  .openapi("Statement");

const INSTRUMENT = z.object({
  id: z.string(),
  title: z.string(),
  proposedBy: z.string(),
  day: z.string(),
  sources: z.array(CITED),
  known: KNOWN,
});

/** What stands on the days of an incident. */
export const SAME_DAY = z
  .object({
    days: z.object({ first: z.string(), last: z.string() }),
    meetings: z.array(MEETING),
    instruments: z.array(INSTRUMENT),
    statements: z.array(STATEMENT),
    undated: z.object({ meetings: count, statements: count }),
  })
  .openapi("SameDay");
