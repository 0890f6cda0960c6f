// Shapes of the ladder of words (src/report/ladder.ts).
import { z } from "@hono/zod-openapi";

const strings = z.array(z.string());
const count = z.number().int();
const RANGE = z.object({ low: count, high: count.nullable() });
const CHANGE = z.object({ atLeast: count, atMost: count });
const VERDICT = z.enum(["violation", "not-covered", "undetermined", "conflict"]);
const SUM = { narrow: CHANGE, into: CHANGE, out: CHANGE, wide: CHANGE };

const STEP = z.object({
  ...SUM,
  from: z.string(),
  to: z.string(),
  hard: count,
  soft: count,
  ids: strings,
  days: z.array(z.object({ day: z.string(), hard: count, soft: count })),
  casualties: z.object({
    killed: RANGE,
    injured: RANGE,
    withoutKilled: count,
    withoutInjured: count,
  }),
  kinds: z.array(z.object({ kind: z.string(), incidents: count })),
  transitions: z.array(z.object({ from: VERDICT, to: VERDICT, incidents: count })),
  words: z.object({ sort: z.string(), kept: strings, removed: strings, added: strings }),
});

const APART = z.object({
  a: z.string(),
  b: z.string(),
  relation: z.enum(["a-within-b", "b-within-a", "same", "neither"]),
  onlyA: CHANGE,
  onlyB: CHANGE,
  hard: count,
  soft: count,
  alone: count,
  last: count,
});

/** A question of a text. */
export const COMPARED = z.object({ instrument: z.string(), question: z.string() });

/** The ladder of one question's answers. */
export const LADDER = z
  .object({
    compared: COMPARED,
    asks: z.string(),
    chain: strings,
    steps: z.array(STEP),
    sum: z.object(SUM).nullable(),
    apart: z.array(APART),
    order: z.enum(["holds", "not-nested", "release", "not-only-forbidden"]),
  })
  .openapi("Ladder");
