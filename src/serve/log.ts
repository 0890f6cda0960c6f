// The log of a case over HTTP, at `/c/<case>/log/`, in the layout of C2SP tlog-tiles: whoever mirrors or checks it needs nothing else.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { notFound } from "../report/routes/answer.ts";
import { answerOf, answerResponse } from "./answers.ts";
import { refusalResponse } from "./endpoint.ts";
import type { ServedLog } from "./served-log.ts";

/** Logs by case id, as they stand at each request. */
export type ServedLogs = ReadonlyMap<string, ServedLog>;

/** Adds the files of every log. */
export function addLogs(app: OpenAPIHono, logs: ServedLogs): void {
  app.get("/c/:case/log/*", (context) => {
    const { pathname } = new URL(context.req.url);
    const [, , id = "", , ...rest] = pathname.split("/").map(decodeURIComponent);
    const path = rest.join("/");
    const bytes = logs.get(id)?.file(path) ?? null;
    if (bytes === null) return refusalResponse(notFound("the log of this case has no such file"));
    const type = typeOf(path);
    return answerResponse(answerOf(bytes), context.req.header("if-none-match"), type);
  });
}

function typeOf(path: string): string {
  if (path.startsWith("opened/")) return "application/json";
  return path.startsWith("tile/") ? "application/octet-stream" : "text/plain; charset=utf-8";
}
