// Deciding from the page: only where the operator's own machine serves itself, only from its own pages, one JSON request a decision.
// Signing in comes with accounts; until then whoever sits at the machine says who decides, as in the shell.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { notFound } from "../report/routes/answer.ts";
import type { DecisionAsked } from "../record/kinds/decision.ts";
import { refusalResponse } from "./endpoint.ts";
import { problemResponse } from "./problems.ts";
import { hostOf, isToLoopback } from "./security.ts";
import type { Standing } from "./standing.ts";

/** A decision as the page sends it. */
const DECISION = z
  .object({
    incident: z.string().min(1).max(200),
    to: z.string().min(1).max(40),
    actor: z.string().min(1).max(200),
    secondPerson: z.string().min(1).max(200).nullable(),
    reasons: z.array(z.string().min(1).max(2_000)).min(1).max(20),
    examined: z.array(z.string().min(1).max(200)).max(200),
    settles: z.array(z.string().min(1).max(200)).max(200),
  })
  .strict() satisfies z.ZodType<DecisionAsked>;

/** What became of a decision: how the case stands after it, or why it was not kept. */
export type Outcome =
  | { readonly kind: "kept"; readonly now: Standing }
  | { readonly kind: "refused"; readonly problems: readonly Refused[] };

export interface Refused {
  /** A code of the record (docs/record.md) or of its store. */
  readonly code: string;
  readonly message: string;
}

/** Keeps a decision; null for a case in which nothing can be decided here. */
export type Decide = (caseId: string, decision: DecisionAsked) => Promise<Outcome | null>;

const MOST_BYTES = 65_536;

/** Whether its length is told beforehand or it comes in pieces. */
const SMALL = bodyLimit({ maxSize: MOST_BYTES, onError: notJson });

function notJson(): Response {
  const detail = `a decision is JSON of at most ${MOST_BYTES} bytes`;
  return problemResponse({ status: 400, code: "not-understood", detail });
}

/**
 * Adds `/c/<case>/decide`: GET says whether anything can be decided here, POST decides. Without `decide` everything is read only.
 * `stands` is told how a case stands after each decision that was kept.
 */
export function addDeciding(
  app: OpenAPIHono,
  decide: Decide | null,
  stands: (caseId: string, now: Standing) => void,
): void {
  app.get("/c/:case/decide", (context) =>
    context.json({
      format: "truceline/decide/1",
      canDecide: decide !== null && isToLoopback(context),
    }),
  );
  if (decide === null) return;
  app.post("/c/:case/decide", SMALL, async (context) => {
    const refused = refusal(context);
    if (refused !== null) return refused;
    const parsed = DECISION.safeParse(await bodyOf(context));
    if (!parsed.success) {
      const detail =
        "this is no decision: incident, to, actor, secondPerson, reasons, examined, settles";
      return problemResponse({ status: 400, code: "not-understood", detail });
    }
    const id = context.req.param("case");
    const outcome = await decide(id, parsed.data);
    if (outcome === null)
      return refusalResponse(notFound("nothing can be decided in that case here"));
    if (outcome.kind === "refused") return refusedResponse(outcome.problems);
    stands(id, outcome.now);
    return context.json({ format: "truceline/decided/1", kept: true });
  });
}

function refusedResponse(problems: readonly Refused[]): Response {
  return problemResponse({
    status: 409,
    code: problems[0]?.code ?? "refused",
    detail: problems.map(({ message }) => message).join(". "),
    problems: problems.map(({ code, message }) => {
      return { code, severity: "error", message, at: null } as const;
    }),
  });
}

/** Another site's page must not decide, and a form cannot: JSON from our own origin, at a loopback name. */
function refusal(context: Context): Response | null {
  if (!isToLoopback(context) || !isSameOrigin(context)) {
    const detail = "decisions are taken on this machine's own page";
    return problemResponse({ status: 403, code: "not-here", detail });
  }
  const isJson = context.req.header("content-type")?.startsWith("application/json") === true;
  return isJson ? null : notJson();
}

function isSameOrigin(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  return context.req.header("origin") === `http://${hostOf(context)}`;
}

async function bodyOf(context: Context): Promise<unknown> {
  return context.req.json().catch(() => null);
}
