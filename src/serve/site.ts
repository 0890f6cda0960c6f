// The read-only edition: the same app as files, so that any plain server shows it (SERVE 14, docs/edition.md).
// Every list that nothing narrows is the server's own answer; all else the page works out from the case's pack.
import { createHash } from "node:crypto";
import type { Case, CaseFiles } from "../case/case.ts";
import type { Problem } from "../model/problem.ts";
import { caseHome } from "../report/case-address.ts";
import { makePack } from "../report/pack.ts";
import { ROUTES } from "../report/routes/ask.ts";
import { standing } from "../record/seed-entries/standing.ts";
import type { ServedLogs } from "./log.ts";
import type { ServedLog } from "./served-log.ts";
import { createApp } from "./app.ts";
import { leadPage, sitePage } from "./site-page.ts";
import type { Asset, Assets } from "./static.ts";

/** A case with the files that it was loaded from. */
export interface SiteCase {
  readonly theCase: Case;
  readonly files: CaseFiles;
  readonly problems: readonly Problem[];
}

export interface SiteOptions {
  /** With different ids. */
  readonly cases: readonly SiteCase[];
  /** The built web app. */
  readonly assets: Assets;
  /** Logs of cases that have one, by case id: the edition then has their files and answers of them. */
  readonly records?: ServedLogs;
  /** The program's version. */
  readonly version: string;
}

/** Files by their path below the site's folder, in text order. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/** All files of an edition: same inputs, same bytes. Throws when the app is not built or an answer fails: faults of ours. */
export async function siteFiles(options: SiteOptions): Promise<SiteFiles> {
  const { cases, assets, version, records = new Map() } = options;
  const page = assets.get("/index.html");
  if (page === undefined) throw new Error("the built app has no /index.html");
  const files = new Map<string, Uint8Array | string>();
  for (const [name, { bytes }] of assets) {
    if (name !== "/index.html") files.set(name.slice(1), bytes);
  }
  files.set("index.html", rootPage(page, cases));
  files.set("cases.json", caseList(cases));
  for (const one of cases) {
    const { id } = one.theCase.settings;
    const folder = `c/${id}`;
    const served = records.get(id);
    const pack = makePack(one.files, version, served?.log);
    for (const path of served?.paths() ?? [])
      files.set(`${folder}/log/${path}`, served?.file(path) ?? new Uint8Array());
    files.set(`${folder}/pack.json`, pack);
    const pages = casePages(page, one.theCase, { pack, asideIds: asideIds(served) });
    for (const [path, text] of pages) files.set(path, text);
    for (const [path, bytes] of await wholeLists(one, { version, records })) files.set(path, bytes);
  }
  return inTextOrder(files);
}

/** Where one case is shown, the folder itself leads there, as the server's `/` does. */
function rootPage(page: Asset, cases: readonly SiteCase[]): string {
  const [only] = cases;
  return only !== undefined && cases.length === 1
    ? leadPage(siteHome(only.theCase), only.theCase.settings.title)
    : sitePage(page, { up: "", mark: "" });
}

/** As the server's, with addresses relative to this file. */
function caseList(cases: readonly SiteCase[]): string {
  const items = cases.map(({ theCase }) => ({
    id: theCase.settings.id,
    title: theCase.settings.title,
    home: siteHome(theCase),
  }));
  return JSON.stringify({ format: "truceline/cases/1", items });
}

/** `/c/river/price?r=...` as a folder of this site. */
function siteHome(theCase: Case): string {
  const [path = "", query] = caseHome(theCase).slice(1).split("?");
  return query === undefined ? `${path}/` : `${path}/?${query}`;
}

/** Screens of a case, as folders below its own. The app's routes are in web/app/router.tsx. */
const SCREENS = [
  "",
  "situation/",
  "price/",
  "incidents/",
  "lab/",
  "record/",
  "review/",
  "terms/",
] as const;

/** Incidents that count in no figure have their pages too. */
function asideIds(served: ServedLog | undefined): readonly string[] {
  if (served === undefined) return [];
  const { aside } = standing(served.log.state());
  return aside.flatMap(({ thing }) => (thing.kind === "incident" ? [thing.id] : []));
}

function casePages(
  page: Asset,
  theCase: Case,
  { pack, asideIds }: { readonly pack: string; readonly asideIds: readonly string[] },
): ReadonlyMap<string, string> {
  const mark = `sha256:${createHash("sha256").update(pack).digest("hex")}`;
  const ids = [...theCase.incidents.map(({ id }) => id), ...asideIds].map((id) => `i/${id}/`);
  const texts = theCase.instruments.map(({ instrument }) => `terms/${instrument.id}/`);
  return new Map(
    [...SCREENS, ...texts, ...ids].map((screen) => {
      const folder = `c/${theCase.settings.id}/${screen}`;
      const up = "../".repeat(folder.split("/").length - 1);
      return [`${folder}index.html`, sitePage(page, { up, mark })];
    }),
  );
}

/** The server's answer at each address of a case that answers without a question. */
async function wholeLists(
  { theCase, problems }: SiteCase,
  { version, records }: { readonly version: string; readonly records: ServedLogs },
) {
  const { id } = theCase.settings;
  const faults: unknown[] = [];
  const app = createApp({
    cases: [theCase],
    problems: new Map([[id, problems]]),
    records,
    assets: new Map(),
    version,
    onFault: (cause) => faults.push(cause),
  });
  const files = new Map<string, Uint8Array>();
  const texts = theCase.instruments.map(({ instrument }) => instrument.id);
  const addresses = ROUTES.filter(({ path }) => !path.includes("{incident}")).flatMap(({ path }) =>
    path.includes("{instrument}")
      ? texts.map((text) => path.replace("{instrument}", text))
      : [path],
  );
  for (const path of addresses) {
    const at = path.replace("{case}", id);
    const response = await app.request(at);
    if (faults.length > 0) throw new Error(`no answer at ${at}`, { cause: faults[0] });
    // 400: a comparison needs two readings, the worth of open questions one.
    if (response.status === 200)
      files.set(at.slice(1), new Uint8Array(await response.arrayBuffer()));
  }
  return files;
}

function inTextOrder(files: ReadonlyMap<string, Uint8Array | string>): SiteFiles {
  const encoder = new TextEncoder();
  return new Map(
    [...files.keys()].sort().map((path) => {
      const content = files.get(path) ?? "";
      return [path, typeof content === "string" ? encoder.encode(content) : content];
    }),
  );
}
