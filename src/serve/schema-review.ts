// Shape of the review queue.
import { z } from "@hono/zod-openapi";
import { STATES } from "../record/kinds/decision.ts";
import { ENVELOPE, LINE } from "./schemas.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();

export const REVIEW_ANSWER = z
  .object({
    ...ENVELOPE,
    isSeeds: z.boolean(),
    persons: count,
    origins: count,
    attachments: count,
    waiting: z.array(
      z.object({
        line: z.object(LINE).nullable(),
        incident: z.string(),
        state: z.enum(STATES),
        waitsFor: z.enum(["origins", "settlement", "taker", "two"]),
        since: text,
        taken: z.object({ by: z.string(), freeAt: z.string() }).nullable(),
        outlets: count,
        recorders: strings,
        claims: strings,
        reports: strings,
        isWithdrawn: z.boolean(),
        steps: z.array(z.enum(STATES)),
      }),
    ),
  })
  .openapi("ReviewQueue");
