// The server as a function from requests to answers: no socket here, so that tests and the static site call it directly.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Case } from "../case/case.ts";
import type { Problem } from "../model/problem.ts";
import { notFound, notUnderstood } from "../report/routes/answer.ts";
import type { ReadyCase } from "../report/routes/ready-case.ts";
import { setAsidePage } from "../report/set-aside.ts";
import { answerOf, answerResponse, serveCase } from "./answers.ts";
import type { KeptAnswer } from "./answers.ts";
import { CASE_ENDPOINTS } from "./cases.ts";
import { refusalResponse, register } from "./endpoint.ts";
import type { ServedCases } from "./endpoint.ts";
import { INCIDENT_ENDPOINTS } from "./incidents.ts";
import { addLogs } from "./log.ts";
import type { ServedLogs } from "./log.ts";
import { problemResponse } from "./problems.ts";
import { addDeciding } from "./decide.ts";
import type { Decide } from "./decide.ts";
import { RECORD_ENDPOINTS } from "./record.ts";
import { REVIEW_ENDPOINTS } from "./review.ts";
import { READING_ENDPOINTS } from "./readings.ts";
import { TALK_ENDPOINTS } from "./talks.ts";
import { TERMS_ENDPOINTS } from "./terms.ts";
import { TWIN_ENDPOINTS } from "./twins.ts";
import { caseHome } from "../report/case-address.ts";
import { unknownKey } from "../report/view.ts";
import { listedHostsOnly, securityHeaders } from "./security.ts";
import type { News, Standing } from "./standing.ts";
import { assetResponse, pageResponse } from "./static.ts";
import type { Assets } from "./static.ts";

export interface AppOptions {
  readonly cases: readonly Case[];
  /** What is wrong with the files of a case, by case id: its first page says so. */
  readonly problems?: ReadonlyMap<string, readonly Problem[]>;
  /** The log of a case as everybody may read it, by case id; a case without one has its seeds alone. */
  readonly records?: ServedLogs;
  /** What was written to records beside this server; absent: they stay as they were given. */
  readonly news?: News;
  /** Keeps decisions of review; absent: everything is read only. */
  readonly decide?: Decide;
  /** The files of a case as one text (`makePack`), by case id: for pages that work out answers by themselves, such as the lab. */
  readonly packs?: ReadonlyMap<string, () => string>;
  /** The built web app; `/index.html` in it is the page of every screen. */
  readonly assets: Assets;
  /** The program's version. */
  readonly version: string;
  /** Host names to answer to, beside the loopback ones. */
  readonly hosts?: readonly string[];
  /** Called once for each request that failed on our side. */
  readonly onFault?: (cause: unknown) => void;
}

/** The whole server; call `.fetch(request)` or `.request(path)`. */
export function createApp(options: AppOptions): OpenAPIHono {
  const {
    cases,
    assets,
    version,
    problems,
    records,
    hosts = [],
    onFault = () => undefined,
  } = options;
  const served = new Map(
    cases.map((one) => {
      const { id } = one.settings;
      const [wrong, recorded] = [problems?.get(id), records?.get(id)?.log];
      const held = recorded === undefined ? {} : { recorded };
      return [id, serveCase(one, { version, problems: wrong ?? [], ...held })];
    }),
  );
  const app = new OpenAPIHono();
  app.use(securityHeaders());
  app.use(listedHostsOnly(hosts));
  app.use(async (_, next) => {
    for (const [id, now] of (await options.news?.()) ?? []) stands(id, now);
    await next();
  });
  for (const endpoint of [
    ...CASE_ENDPOINTS,
    ...READING_ENDPOINTS,
    ...INCIDENT_ENDPOINTS,
    ...TERMS_ENDPOINTS,
    ...RECORD_ENDPOINTS,
    ...REVIEW_ENDPOINTS,
    ...TALK_ENDPOINTS,
    ...TWIN_ENDPOINTS,
  ]) {
    register(app, served, endpoint);
  }
  addDescription(app, version);
  addCaseList(app, served);
  const logs = new Map(records);
  addLogs(app, logs);
  const forgetPack = addPacks(app, options.packs ?? new Map());
  const stands = (id: string, { theCase, problems: wrong, log }: Standing): void => {
    served.set(id, serveCase(theCase, { version, problems: wrong, recorded: log.log }));
    logs.set(id, log);
    forgetPack(id);
  };
  addDeciding(app, options.decide ?? null, stands);
  addPages(app, served, assets);
  app.onError((cause) => {
    onFault(cause);
    const detail = "the request failed on the server; nothing was changed";
    return problemResponse({ status: 500, code: "internal", detail });
  });
  return app;
}

function addDescription(app: OpenAPIHono, version: string): void {
  const description =
    "Which incidents would be violations, under whose reading, and why. Every route is read only.";
  app.doc("/api", {
    openapi: "3.0.3",
    info: { title: "Truceline", version, description, license: { name: "Apache-2.0" } },
  });
}

function addCaseList(app: OpenAPIHono, served: ServedCases): void {
  app.get("/cases.json", (context) => {
    const keys = [...new URL(context.req.url).searchParams.keys()];
    if (keys.length > 0) {
      return refusalResponse(notUnderstood(keys.map((key) => unknownKey(key, []))));
    }
    const items = [...served.values()].map((one) => ({
      id: one.ready.theCase.settings.id,
      title: one.ready.theCase.settings.title,
      home: caseHome(one.ready.theCase),
    }));
    return context.json({ format: "truceline/cases/1", items });
  });
}

/** The same bytes as an edition's own `pack.json`; printed when first asked for. The answer forgets the one of a case that changed. */
function addPacks(
  app: OpenAPIHono,
  packs: ReadonlyMap<string, () => string>,
): (id: string) => void {
  const kept = new Map<string, KeptAnswer>();
  app.get("/c/:case/pack.json", (context) => {
    const id = context.req.param("case");
    const make = packs.get(id);
    if (make === undefined) return refusalResponse(notFound("no pack of that case is served here"));
    const answer = kept.get(id) ?? answerOf(make());
    kept.set(id, answer);
    return answerResponse(answer, context.req.header("if-none-match"), "application/json");
  });
  return (id) => void kept.delete(id);
}

/** Pages are one and the same file; the address says which screen it shows. Other addresses get it with 404. */
function addPages(app: OpenAPIHono, served: ServedCases, assets: Assets): void {
  const page = assets.get("/index.html");
  const show = (status: 200 | 404): Response =>
    page === undefined
      ? refusalResponse(notFound("the web app is not built; run npm start, or npm run build"))
      : pageResponse(page, status);
  const [only] = served.values();
  app.get("/", (context) =>
    only !== undefined && served.size === 1
      ? context.redirect(caseHome(only.ready.theCase), 302)
      : show(200),
  );
  app.get("/c/:case", (context) => show(served.has(context.req.param("case")) ? 200 : 404));
  for (const screen of ["incidents", "lab", "price", "record", "review", "situation", "terms"])
    app.get(`/c/:case/${screen}`, (context) =>
      show(served.has(context.req.param("case") ?? "") ? 200 : 404),
    );
  app.get("/c/:case/terms/:instrument", (context) => {
    const { case: id, instrument } = context.req.param();
    const texts = served.get(id)?.ready.theCase.instruments ?? [];
    return show(texts.some((one) => one.instrument.id === instrument) ? 200 : 404);
  });
  app.get("/c/:case/i/:incident", (context) => {
    const { case: id, incident } = context.req.param();
    const ready = served.get(id)?.ready;
    return show(ready !== undefined && hasIncidentPage(ready, incident) ? 200 : 404);
  });
  app.notFound((context) => {
    const asset = assets.get(context.req.path);
    const isRead = context.req.method === "GET" || context.req.method === "HEAD";
    if (!isRead) return methodNotAllowed();
    if (asset !== undefined && context.req.path !== "/index.html") {
      return assetResponse(asset, context.req.header("if-none-match"));
    }
    return isPageRequest(context.req.path)
      ? show(404)
      : refusalResponse(notFound("nothing is at this address"));
  });
}

/** Also of one that counts in no figure. */
function hasIncidentPage({ theCase, recorded }: ReadyCase, id: string): boolean {
  const isCounted = theCase.incidents.some((one) => one.id === id);
  return isCounted || setAsidePage(theCase, recorded.state(), id) !== null;
}

function methodNotAllowed(): Response {
  const detail = "everything here is read only; expected GET";
  const headers = { allow: "GET, HEAD" };
  return problemResponse({ status: 405, code: "method-not-allowed", detail, headers });
}

function isPageRequest(path: string): boolean {
  return !/\.[a-z0-9]+$/i.test(path);
}
