// Deciding over HTTP: from this machine's own page, whole or not at all, seen at once; from anywhere else, never.
import { describe, expect, test } from "vitest";
import { filesOf } from "../../test/kit/load-folder.ts";
import { INSIDER, publicCase, recordOf } from "../../test/kit/written-record.ts";
import { decide } from "../store/decide.ts";
import { createApp } from "./app.ts";
import type { Decide } from "./decide.ts";
import { servedLog } from "./served-log.ts";

const files = filesOf("cases/example");
const TAKE = {
  incident: "inc-1",
  to: "under-review",
  actor: "ann",
  secondPerson: null,
  reasons: ["taken"],
  examined: [],
  settles: [],
};
const HOME = {
  host: "localhost:4380",
  "content-type": "application/json",
  "sec-fetch-site": "same-origin",
};

async function served(isDeciding = true) {
  const made = await recordOf(files);
  const theCase = publicCase(files, made);
  const { id } = theCase.settings;
  const keep: Decide = async (caseId, decision) => {
    if (caseId !== id) return null;
    const { value, problems } = await decide({ record: made.record, here: INSIDER }, decision);
    if (value === null) return { kind: "refused", problems };
    const now = {
      theCase: publicCase(files, made),
      problems: [],
      log: servedLog(made.record, made.vkey),
    };
    return { kind: "kept", now };
  };
  const app = createApp({
    cases: [theCase],
    records: new Map([[id, servedLog(made.record, made.vkey)]]),
    assets: new Map(),
    version: "0.0.0",
    hosts: ["truce.example"],
    ...(isDeciding ? { decide: keep } : {}),
  });
  const post = async (body: unknown, headers: Record<string, string> = HOME, at: string = id) =>
    app.request(`/c/${at}/decide`, { method: "POST", headers, body: JSON.stringify(body) });
  const get = async (path: string) => (await app.request(`/c/${id}/${path}`)).json();
  return { post, get, app, size: () => made.record.size };
}

describe("a decision", () => {
  test("is kept, and every page knows of it at once", async () => {
    const { post, get, size } = await served();
    const before = size();
    expect((await get("review.json")).waiting[0]).toMatchObject({ state: "reported" });
    expect((await post(TAKE)).status).toBe(200);
    const { waiting } = await get("review.json");
    expect(waiting[0]).toMatchObject({
      incident: "inc-1",
      state: "under-review",
      taken: { by: "ann" },
    });
    expect(await get("i/inc-1/history.json")).toMatchObject({ state: "under-review" });
    expect((await get("record.json")).logHead.size).toBe(before + 1);
    expect(await get("decide")).toEqual({ format: "truceline/decide/1", canDecide: true });
  });

  test("that the record refuses is refused with each reason, and nothing is kept", async () => {
    const { post, size } = await served();
    const before = size();
    await post(TAKE);
    const refused = await post({ ...TAKE, to: "verified" });
    const body = await refused.json();
    expect([refused.status, body.code]).toEqual([409, "transition-refused"]);
    expect(body.errors.map(({ message }: { message: string }) => message).join(" ")).toContain(
      "two persons",
    );
    expect(size()).toBe(before + 1);
  });

  test.each([
    ["another site", { ...HOME, "sec-fetch-site": "cross-site" }, 403],
    [
      "a page of another origin",
      { host: HOME.host, "content-type": HOME["content-type"], origin: "http://evil.example" },
      403,
    ],
    ["no origin at all", { host: HOME.host, "content-type": HOME["content-type"] }, 403],
    ["a name that is not this machine's own", { ...HOME, host: "truce.example" }, 403],
    ["a form", { ...HOME, "content-type": "text/plain" }, 400],
  ])("from %s is not taken", async (_who, headers, status) => {
    const { post, size } = await served();
    const before = size();
    expect((await post(TAKE, headers)).status).toBe(status);
    expect(size()).toBe(before);
  });

  test("that is none, or of a case that is not here, is not taken", async () => {
    const { post } = await served();
    expect((await post({ ...TAKE, reasons: [] })).status).toBe(400);
    expect((await post({ ...TAKE, more: 1 })).status).toBe(400);
    expect((await post(TAKE, HOME, "nowhere")).status).toBe(404);
  });

  test("that is too large is not read, told in pieces or not", async () => {
    const { post, app, size } = await served();
    const before = size();
    const reasons = Array.from({ length: 20 }, () => "x".repeat(4_000));
    expect((await post({ ...TAKE, reasons })).status).toBe(400);
    const chunk = new TextEncoder().encode(" ".repeat(60_000));
    const body = new ReadableStream({
      start: (pieces) => {
        pieces.enqueue(chunk);
        pieces.enqueue(chunk);
        pieces.close();
      },
    });
    const asked = { method: "POST", headers: HOME, body, duplex: "half" };
    const answer = await app.request("/c/example/decide", asked);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("65536")]);
    expect(size()).toBe(before);
  });

  test("is offered nowhere where everything is read only", async () => {
    const { post, get } = await served(false);
    expect((await post(TAKE)).status).toBe(405);
    expect(await get("decide")).toMatchObject({ canDecide: false });
  });
});
