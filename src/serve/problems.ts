// Errors as RFC 9457 problem details. No stack, path or other people's values ever leave in one.
import { randomUUID } from "node:crypto";
import type { Problem } from "../model/problem.ts";

/** Statuses this server answers with, and the title of each. */
const TITLES = {
  400: "Not understood",
  403: "Not allowed here",
  404: "Not found",
  405: "Method not allowed",
  409: "Refused by the record",
  421: "Not a name of this server",
  422: "Over a limit",
  500: "Something went wrong here",
} as const;

export type ProblemStatus = keyof typeof TITLES;

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  /** All that was wrong, not just the first. */
  readonly errors: readonly {
    readonly code: string;
    readonly message: string;
    readonly help: string | null;
  }[];
}

export interface ProblemOptions {
  readonly status: ProblemStatus;
  /** Stable short name, such as `not-understood`; `type` is `urn:truceline:problem:<code>`. */
  readonly code: string;
  readonly detail: string;
  readonly problems?: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An `application/problem+json` answer, never cached. */
export function problemResponse(options: ProblemOptions): Response {
  const { status, code, detail, problems = [], headers = {} } = options;
  const body: ProblemDetails = {
    type: `urn:truceline:problem:${code}`,
    title: TITLES[status],
    status,
    detail,
    code,
    requestId: randomUUID(),
    errors: problems.map((one) => ({
      code: one.code,
      message: one.message,
      help: one.help ?? null,
    })),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...headers,
    },
  });
}
