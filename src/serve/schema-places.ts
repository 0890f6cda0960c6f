// Shapes of where and when: what a map may draw of a place, and the days of a strip.
import { z } from "@hono/zod-openapi";

/** What a map may draw of a place. */
export const WHERE = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("disc"),
    lon: z.number(),
    lat: z.number(),
    radiusMeters: z.number(),
  }),
  z.object({ kind: z.literal("area") }),
  z.object({ kind: z.literal("unknown") }),
]);

const FORCE = z.object({
  reading: z.string(),
  spans: z.array(z.object({ from: z.string(), until: z.string(), sure: z.boolean() })),
});
/** The days that incidents may have been on, and on which of them texts are in force. */
export const DAY_RANGE = z.object({
  zone: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  force: z.array(FORCE),
});
