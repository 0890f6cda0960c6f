// Shape of two wordings compared (src/report/diff-page.ts), for OpenAPI and as the last gate.
import { z } from "@hono/zod-openapi";
import { ENVELOPE, PART_WORDS } from "./schemas.ts";

const strings = z.array(z.string());
const count = z.number().int();
const text = z.string().nullable();
const VERDICT = z.enum(["violation", "not-covered", "undetermined", "conflict"]);
const WORDS = z.array(z.object({ kind: z.enum(["same", "out", "in"]), text: z.string() }));
/** A value as YAML and JSON have it. */
const PLAIN = z.unknown();

const PART = z.object({
  part: z.string(),
  differs: z.boolean(),
  a: z.array(PART_WORDS),
  b: z.array(PART_WORDS),
  names: z.object({ sort: z.string(), kept: strings, removed: strings, added: strings }).nullable(),
  quotes: WORDS.nullable(),
});
const CHANGE = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("added"), part: z.string(), value: PLAIN }),
  z.object({ kind: z.literal("removed"), part: z.string(), value: PLAIN }),
  z.object({ kind: z.literal("renamed"), part: z.string(), to: z.string() }),
  z.object({
    kind: z.literal("changed"),
    part: z.string(),
    field: z.string(),
    before: PLAIN,
    after: PLAIN,
    words: WORDS.nullable(),
  }),
]);
const BOX = z.object({
  kinds: strings,
  actors: strings.nullable(),
  acts: strings.nullable(),
  means: strings.nullable(),
  someAnswers: z.boolean(),
  edges: strings,
  example: z.string(),
  times: z.array(z.object({ from: text, until: text })),
});

export const DIFF_ANSWER = z
  .object({
    ...ENVELOPE,
    a: z.string(),
    b: z.string(),
    parts: z.array(PART),
    words: z.array(CHANGE).nullable(),
    meaning: z
      .object({
        same: z.boolean(),
        situations: count,
        shared: strings,
        ways: count,
        directions: z.array(
          z.object({
            from: VERDICT,
            to: VERDICT,
            kinds: strings,
            left: count,
            boxes: z.array(BOX),
          }),
        ),
      })
      .nullable(),
  })
  .openapi("Diff");
