// Shapes of an answer's value: one a sort of terms/1 (src/terms/ast.ts).
import { z } from "@hono/zod-openapi";

const strings = z.array(z.string());
const text = z.string().nullable();

const ZONE_CHOICE = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("zones"), names: strings }),
  z.object({ kind: z.literal("offset"), minutes: z.number().int() }),
  z.object({ kind: z.literal("unknown") }),
]);
const ON = z.object({ kind: z.literal("on"), day: z.string(), zone: ZONE_CHOICE });
const AT = z.object({ kind: z.literal("at"), wall: z.string(), zone: ZONE_CHOICE });
const EVENT = z.object({ kind: z.literal("event"), event: z.string() });
const DURATION = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("days"), days: z.number() }),
  z.object({ kind: z.literal("elapsed"), milliseconds: z.number() }),
]);
const WHERE = z.object({ target: text, origin: text, either: text, outside: text });
const NEAR = z.object({ meters: z.number(), of: strings });
const TARGET = z.object({
  kind: z.string(),
  facets: z.record(z.string(), z.string()),
  near: NEAR.optional(),
});
const EXTENSION = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("agreed") }),
  z.object({ kind: z.literal("automatic"), for: DURATION, noticeBy: DURATION.nullable() }),
]);
const ON_BREACH = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("automatic") }),
  z.object({ kind: z.literal("power"), notice: z.boolean() }),
]);

function valued<S extends string, T extends z.ZodType>(sort: S, value: T) {
  return z.object({ sort: z.literal(sort), value });
}

/** One value with its sort. */
export const ANSWER_VALUE = z
  .discriminatedUnion("sort", [
    valued("act", strings),
    valued("targets", z.array(TARGET)),
    valued("means", strings),
    valued("where", WHERE),
    valued("from", z.discriminatedUnion("kind", [ON, AT, EVENT])),
    valued("until", z.discriminatedUnion("kind", [ON, AT])),
    valued("for", DURATION),
    valued("extension", EXTENSION),
    valued("on-breach", ON_BREACH),
    valued("in-force", z.object({ after: strings })),
    valued("applies", z.boolean()),
    valued("unless", strings),
    valued("by", strings),
    valued("side", z.string()),
    valued("against", z.union([z.enum(["any", "opponent"]), strings])),
  ])
  .openapi("AnswerValue");
