// Shape of what a record holds.
import { z } from "@hono/zod-openapi";
import { STATES } from "../record/kinds/decision.ts";
import { ENVELOPE } from "./schemas.ts";

const count = z.number().int();
const text = z.string().nullable();

export const RECORD_ANSWER = z
  .object({
    ...ENVELOPE,
    isSeeds: z.boolean(),
    checkpoint: text,
    entries: count,
    closed: count,
    kinds: z.array(z.object({ kind: z.string(), entries: count })),
    states: z.array(z.object({ state: z.enum(STATES), incidents: count })),
    aside: z.array(
      z.object({
        why: z.enum(["rejected", "merged", "withdrawn", "closed"]),
        things: count,
        incidents: z.array(z.string()),
      }),
    ),
    review: z.object({ persons: count, origins: count, attachments: count }),
    firstAt: text,
    lastAt: text,
    latest: z.array(
      z.object({
        index: count.nullable(),
        entry: z.string(),
        kind: z.string(),
        of: text,
        actor: text,
        recordedAt: text,
      }),
    ),
  })
  .openapi("Record");
