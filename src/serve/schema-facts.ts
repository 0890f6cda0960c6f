// Shapes of what an incident's page says of its facts and its place, and of rows of facts that hang together.
import { z } from "@hono/zod-openapi";

const strings = z.array(z.string());
const text = z.string().nullable();

/** Polygons, rings, positions: longitude, latitude. */
const POLYGONS = z.array(z.array(z.array(z.array(z.number()).length(2))));
/** What was seen or heard from somewhere. */
const SEEN = z.object({
  lon: z.number(),
  lat: z.number(),
  radiusMeters: z.number(),
  fromMeters: z.number(),
  toMeters: z.number(),
  bearings: strings,
});

/** Where it was, as far as it is known. */
export const PLACE = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("disc"),
    lon: z.number(),
    lat: z.number(),
    radiusMeters: z.number(),
  }),
  z.object({
    kind: z.literal("area"),
    regions: strings,
    polygons: POLYGONS,
    seen: SEEN.nullable(),
  }),
  z.object({ kind: z.literal("unknown") }),
]);

const HELD = z.object({ value: z.string(), claims: strings, holders: strings });

/** A fact with all that it may be. */
export const FACT = z.object({
  fact: z.enum(["actor", "act", "means", "thing"]),
  name: text,
  possibilities: z.array(HELD),
});

const SPAN = z.object({ low: z.number(), high: z.number().nullable() });

/** One row of facts that hang together. */
export const JOINT = z
  .object({
    occurred: z.object({ from: text, until: text }),
    place: z
      .object({
        name: z.string(),
        names: z.object({ uk: z.string().optional(), ru: z.string().optional() }),
      })
      .nullable(),
    where: PLACE,
    facts: z.array(FACT),
    facets: z.array(z.record(z.string(), strings)),
    flags: z.record(z.string(), z.union([z.boolean(), z.literal("unknown")])),
    distances: z.record(z.string(), SPAN),
    calibre: SPAN.nullable(),
  })
  .openapi("JointRow");
