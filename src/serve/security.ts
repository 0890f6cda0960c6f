// Headers on every answer (WEB 1, SERVE 10) and the check of the Host name that stops DNS rebinding.
import type { Context, MiddlewareHandler } from "hono";
import { problemResponse } from "./problems.ts";

/** Names this server always answers to; others must be configured. */
export const LOOPBACK_HOSTS: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "",
};

/** The content policy; `nonce` is for the one inline style that React Aria writes, null where no page is served. */
export function contentPolicy(nonce: string | null): string {
  const styles = nonce === null ? [] : [`'nonce-${nonce}'`];
  return [...pagePolicy(styles), "frame-ancestors 'none'"].join("; ");
}

/** What a page may load and do, as far as the page itself can say it; `styles` are sources of inline styles. */
export function pagePolicy(styles: readonly string[]): readonly string[] {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(" "),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
}

/** Adds the headers to whatever is answered; an answer's own policy (the page's, with its nonce) stays. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (!context.res.headers.has("content-security-policy")) {
      context.res.headers.set("content-security-policy", contentPolicy(null));
    }
  };
}

/** Answers 421 to any Host name that is not a loopback name or in `configured`. Ports are not compared. */
export function listedHostsOnly(configured: readonly string[]): MiddlewareHandler {
  const listed = new Set([...LOOPBACK_HOSTS, ...configured].map((name) => name.toLowerCase()));
  return async (context, next) => {
    if (!listed.has(hostName(hostOf(context)))) {
      const detail =
        "this server does not answer to that host name; start it with --host to add one";
      return problemResponse({ status: 421, code: "unlisted-host", detail });
    }
    return next();
  };
}

/** Whether a request names the machine itself. */
export function isToLoopback(context: Context): boolean {
  return LOOPBACK_HOSTS.includes(hostName(hostOf(context)));
}

/** The Host that a request names, with its port. */
export function hostOf({ req }: Context): string {
  return req.header("host") ?? new URL(req.url).host;
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, "");
}
