// Shape of the Situation answer: dictionaries, and columns of numbers that point into them.
import { z } from "@hono/zod-openapi";
import { WIDTHS } from "../report/columns.ts";
import { FACET_NAMES } from "../report/view.ts";
import { DAY_RANGE } from "./schema-places.ts";
import { ENVELOPE, LINE, RANGE } from "./schemas.ts";

const count = z.number().int();
const text = z.string().nullable();

const COLUMN = z
  .object({ width: z.enum(WIDTHS), base64: z.string() })
  .openapi("Column", { description: "Numbers of that width, little-endian, in base64" });

export const SITUATION_ANSWER = z
  .object({
    ...ENVELOPE,
    rows: count,
    aggregates: count,
    readings: z.array(z.object({ reading: z.string(), holder: text })),
    days: DAY_RANGE.nullable(),
    baseDay: text,
    extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    meetings: z.array(
      z.object({
        id: z.string(),
        track: z.string(),
        place: text,
        firstDay: z.string(),
        lastDay: z.string(),
      }),
    ),
    facets: z.array(
      z.object({
        name: z.enum(FACET_NAMES),
        values: z.array(z.object({ value: z.string(), label: text })),
        sets: z.array(z.array(count)),
      }),
    ),
    profiles: z.array(
      z.object({
        things: LINE.things,
        actors: LINE.actors,
        aggregate: LINE.aggregate,
        sets: z.array(count),
      }),
    ),
    patterns: z.array(z.object({ verdicts: z.string(), maybe: z.string(), standings: z.string() })),
    places: z.array(LINE.place),
    harms: z.array(z.object({ killed: RANGE, injured: RANGE })),
    radii: z.array(z.union([z.number(), z.enum(["area", "none"])])),
    columns: z.object({
      ids: z.string().openapi({ description: "Ids, a line each" }),
      day: COLUMN,
      before: COLUMN,
      after: COLUMN,
      profile: COLUMN,
      pattern: COLUMN,
      place: COLUMN,
      harm: COLUMN,
      lon: COLUMN,
      lat: COLUMN,
      radius: COLUMN,
    }),
  })
  .openapi("Situation");
