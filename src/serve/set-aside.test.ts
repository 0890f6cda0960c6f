// Incidents that count in no figure keep their pages: over HTTP, in the edition, and as known at an earlier instant.
import { beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../test/kit/load-folder.ts";
import {
  changeOf,
  publicCase,
  recordOf,
  say,
  withStanding,
} from "../../test/kit/written-record.ts";
import { createApp } from "./app.ts";
import { servedLog } from "./served-log.ts";
import { siteFiles } from "./site.ts";
import { makeAsset } from "./static.ts";

const files = filesOf("cases/example");
const REJECTED = "inc-2";
const MERGED = "inc-3";
const INTO = "inc-1";

const PAGE = makeAsset(Buffer.from('<meta charset="utf-8" /></head>'), "text/html", false);
const ASSETS = new Map([["/index.html", PAGE]]);

async function served() {
  const made = await recordOf(files);
  const change = (id: string, kind: string, of: string, fields: object) =>
    say(made, [changeOf(made, { id, kind, of }, { fields })]);
  await change("dec-1", "decision", REJECTED, {
    from: "reported",
    to: "rejected",
    reasons: ["test"],
    examined: [],
    secondPerson: "bea",
  });
  await change("mrg-1", "merge", INTO, { incidents: [MERGED], reason: "one and the same" });
  await change("dec-2", "decision", "inc-4", {
    from: "reported",
    to: "under-review",
    reasons: ["taken"],
    examined: [],
  });
  const theCase = publicCase(files, made);
  const { id } = theCase.settings;
  const records = new Map([[id, servedLog(made.record, made.vkey)]]);
  const app = createApp({ cases: [theCase], records, assets: ASSETS, version: "0.0.0" });
  const get = async (path: string) => {
    const response = await app.request(`/c/${id}/${path}`);
    return { status: response.status, body: await response.json() };
  };
  return { made, theCase, records, app, get };
}

let it: Awaited<ReturnType<typeof served>>;
beforeAll(async () => {
  it = await served();
});

describe("an incident that counts in no figure", () => {
  test("was rejected: its page says so, with what it was, and its history has the decision", async () => {
    const { status, body } = await it.get(`i/${REJECTED}.json`);
    expect([status, body.format]).toEqual([200, "truceline/set-aside/1"]);
    expect(body).toMatchObject({ setAside: "rejected", state: "rejected", goesOnAs: null });
    const seeds = filesOf("cases/example").get("record/incidents.yaml") ?? "";
    expect(seeds).toContain(body.line.place.name);
    const { body: history } = await it.get(`i/${REJECTED}/history.json`);
    expect(history.steps.at(-1).decision).toMatchObject({ to: "rejected", secondPerson: "bea" });
  });

  test("was merged: its page leads to the incident that it goes on as", async () => {
    const { body } = await it.get(`i/${MERGED}.json`);
    expect(body).toMatchObject({ setAside: "merged", state: "merged", goesOnAs: INTO });
    expect((await it.get(`i/${INTO}.json`)).body.format).toBe("truceline/incident/1");
  });

  test("is judged by no reading, and the refusal says why", async () => {
    const { status, body } = await it.get(`i/${REJECTED}/explain.json`);
    expect([status, body.detail]).toEqual([404, expect.stringContaining("(rejected)")]);
    const { body: list } = await it.get("incidents.json");
    const ids = list.items.map((one: { id: string }) => one.id);
    expect([ids.includes(REJECTED), ids.includes(MERGED)]).toEqual([false, false]);
  });

  test("was not known before its sources were published; one that nobody recorded is nowhere", async () => {
    const early = await it.get(`i/${REJECTED}.json?asof=1999-01-01T00:00Z`);
    expect([early.status, early.body.detail]).toEqual([
      404,
      "nothing was known of that incident by then",
    ]);
    expect((await it.get("i/inc-999.json")).status).toBe(404);
  });

  test("is linked from the record's page, and its own page is there", async () => {
    const { body } = await it.get("record.json");
    expect(body.aside).toEqual([
      { why: "merged", things: 1, incidents: [MERGED] },
      { why: "rejected", things: 1, incidents: [REJECTED] },
    ]);
    const statusOf = async (id: string) => (await it.app.request(`/c/example/i/${id}`)).status;
    expect([await statusOf(REJECTED), await statusOf("inc-999")]).toEqual([200, 404]);
  });

  test("has its page in the read-only edition", async () => {
    const { theCase, records, made } = it;
    const one = { theCase, files: withStanding(files, made.record), problems: [] };
    const site = await siteFiles({ cases: [one], assets: ASSETS, records, version: "0.0.0" });
    const pageOf = (id: string): string => `c/${theCase.settings.id}/i/${id}/index.html`;
    expect([REJECTED, MERGED, INTO, "inc-999"].map((id) => site.has(pageOf(id)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("the list of incidents that count", () => {
  test("tells how many accounts stand where in review, and narrows to one state", async () => {
    const { body } = await it.get("incidents.json");
    expect(body.states).toEqual([
      { state: "reported", incidents: body.items.length - 1 },
      { state: "under-review", incidents: 1 },
    ]);
    const { body: narrowed } = await it.get("incidents.json?state=under-review");
    expect(narrowed.items.map((one: { id: string }) => one.id)).toEqual(["inc-4"]);
    expect(narrowed.states).toEqual(body.states);
    expect((await it.get("incidents.json?state=verified")).body.without).toEqual([
      { name: "state", incidents: body.items.length },
    ]);
  });

  test("knows a state from when it was decided on, and none that an account which counts cannot have", async () => {
    const past = new Date(it.made.record.head?.recordedAt ?? 0);
    past.setFullYear(past.getFullYear() - 1);
    const { body } = await it.get(
      `incidents.json?state=under-review&asof=${past.toISOString().slice(0, 16)}Z`,
    );
    expect([body.items, body.states]).toEqual([[], []]);
    const { status, body: refused } = await it.get("incidents.json?state=rejected");
    expect([status, refused.detail]).toEqual([400, expect.stringContaining("under-review")]);
  });
});
