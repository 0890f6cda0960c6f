// The shape of a case's first page, for OpenAPI and as the last gate.
import { z } from "@hono/zod-openapi";
import { ENVELOPE, LINE, SOURCE } from "./schemas.ts";

const count = z.number().int();
const text = z.string().nullable();

export const INDEX_ANSWER = z
  .object({
    ...ENVELOPE,
    items: z.array(z.object(LINE)),
  })
  .openapi("IncidentIndex");

export const HOME_ANSWER = z
  .object({
    ...ENVELOPE,
    problems: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(["error", "warning", "info"]),
        message: z.string(),
        place: text,
        help: text,
      }),
    ),
    coverage: z.object({
      incidents: count,
      aggregates: count,
      withoutPoint: z.object({ areaOnly: count, noPlace: count }),
      days: count,
      firstDay: text,
      lastDay: text,
      undatedSources: count,
      instruments: count,
      readings: count,
      statements: count,
      meetings: count,
    }),
    sourcesBySide: z.array(z.object({ side: z.string(), sources: count })),
    licences: z.array(
      z.object({ licence: z.string(), outlines: count, sources: z.array(z.string()) }),
    ),
    lists: z.array(
      z.object({
        file: z.string(),
        objects: count,
        kinds: z.array(z.object({ kind: z.string(), objects: count })),
        source: z.string(),
        licence: z.string(),
        attribution: z.string().nullable(),
        asOf: z.string(),
        listedBy: z.string(),
        leftOut: z.string().nullable(),
        askedBy: z.array(z.string()),
      }),
    ),
    sources: z.array(SOURCE),
  })
  .openapi("CaseHome");
