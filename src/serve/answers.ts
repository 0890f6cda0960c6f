// Answers of one case as bytes with their ETag: each value computed once, checked against its schema, and kept.
import { createHash } from "node:crypto";
import type { Case } from "../case/case.ts";
import type { ValueAnswer } from "../report/routes/answer.ts";
import { readyCase } from "../report/routes/ready-case.ts";
import type { ReadyCase, ReadyOptions } from "../report/routes/ready-case.ts";
import type { z } from "@hono/zod-openapi";
import { passed } from "./gate.ts";

/** One case being served. */
export interface ServedCase {
  readonly ready: ReadyCase;
  /** A value as JSON; made, checked and kept on first use. Throws when the value is not of its schema: a fault of ours. */
  readonly printed: (answer: ValueAnswer, schema: z.ZodType) => KeptAnswer;
}

export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Answers kept at once; the oldest go first. */
const KEPT = 200;

/** Serves a case. */
export function serveCase(theCase: Case, options: ReadyOptions): ServedCase {
  const kept = new Map<string, KeptAnswer>();
  return {
    ready: readyCase(theCase, options),
    printed: ({ key, make }, schema) => {
      const known = key === null ? undefined : kept.get(key);
      if (known !== undefined) return known;
      const answer = answerOf(JSON.stringify(passed(schema, make())));
      if (key === null) return answer;
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}

/** An answer with its ETag, or 304. */
export function answerResponse(
  answer: KeptAnswer,
  ifNoneMatch: string | undefined,
  type: string,
): Response {
  const headers = { etag: answer.etag, "cache-control": "public, no-cache" };
  const asked = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (asked?.includes(answer.etag) === true) return new Response(null, { status: 304, headers });
  const typed = { ...headers, "content-type": type };
  return new Response(answer.bytes, { headers: typed });
}

/** A text with the ETag of its bytes. */
export function answerOf(content: string | Uint8Array): KeptAnswer {
  const bytes = Uint8Array.from(
    typeof content === "string" ? Buffer.from(content, "utf8") : content,
  );
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
  return { bytes, etag: `"${digest}"` };
}
