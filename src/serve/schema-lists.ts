// Shapes of lists: incidents as JSON and as GeoJSON (RFC 7946), meetings, statements.
import { z } from "@hono/zod-openapi";
import { STATES } from "../record/kinds/decision.ts";
import { FACET_NAMES } from "../report/view.ts";
import { BOUNDS, COVERAGE, ENVELOPE, LINE, RANGE, STANDING, TOTALS, VERDICT } from "./schemas.ts";
import { JOINT } from "./schema-facts.ts";
import { WHERE } from "./schema-places.ts";
import { MEETING, STATEMENT } from "./schema-talks.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();

const LISTED = {
  ...LINE,
  verdicts: z.record(z.string(), VERDICT),
  occurred: z.object({ from: text, until: text, basis: z.string(), assumed: z.boolean() }),
  country: text,
  regions: strings,
  means: strings,
  killed: RANGE,
  injured: RANGE,
  sources: strings,
  joint: z.array(JOINT),
};

export const INCIDENTS_ANSWER = z
  .object({
    ...ENVELOPE,
    coverage: COVERAGE,
    readings: z.array(
      z.object({
        reading: z.string(),
        holder: text,
        totals: TOTALS,
        byStanding: z.record(STANDING, BOUNDS),
      }),
    ),
    facets: z.array(
      z.object({
        name: z.enum(FACET_NAMES),
        values: z.array(z.object({ value: z.string(), label: text, incidents: count })),
      }),
    ),
    states: z.array(z.object({ state: z.enum(STATES), incidents: count })),
    without: z.array(
      z.object({
        name: z.enum([...FACET_NAMES, "of", "text", "state", "days", "window", "bbox", "differ"]),
        incidents: count,
      }),
    ),
    items: z.array(z.object({ ...LISTED, where: WHERE })),
  })
  .openapi("Incidents");

/** Geometries as RFC 7946 has them; those without are counted in `noPlace`. */
export const FEATURES_ANSWER = z
  .object({
    type: z.literal("FeatureCollection"),
    ...ENVELOPE,
    noPlace: count,
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        id: z.string(),
        geometry: z
          .discriminatedUnion("type", [
            z.object({ type: z.literal("Point"), coordinates: z.array(z.number()) }),
            z.object({
              type: z.literal("MultiPolygon"),
              coordinates: z.array(z.array(z.array(z.array(z.number())))),
            }),
          ])
          .nullable(),
        properties: z.object({ ...LISTED, url: z.string(), radiusMeters: z.number().nullable() }),
      }),
    ),
  })
  .openapi("IncidentFeatures");

export const MEETINGS_ANSWER = z
  .object({ ...ENVELOPE, items: z.array(MEETING) })
  .openapi("Meetings");
export const STATEMENTS_ANSWER = z
  .object({ ...ENVELOPE, items: z.array(STATEMENT) })
  .openapi("Statements");
