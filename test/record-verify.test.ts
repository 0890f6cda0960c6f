// A log as strangers get it over HTTP, checked by the code that runs in the page: what holds, and every tampering that must be told.
import { describe, expect, test } from "vitest";
import { loadCase } from "../src/case/load-case.ts";
import { toUtf8 } from "../src/record/bytes/utf8.ts";
import { openedPath, parseOpenedPath } from "../src/record/verify/opened.ts";
import { createApp } from "../src/serve/app.ts";
import { servedLog } from "../src/serve/served-log.ts";
import { verifyEd25519 } from "../src/store/hashing.ts";
import { verifyRecord } from "../web/work/verify-record.ts";
import type { VerifyRecord } from "../web/work/verify-record.ts";
import { filesOf } from "./kit/load-folder.ts";
import { draftOf, publicCase, recordOf, say } from "./kit/written-record.ts";

const files = filesOf("cases/example");
const written = await recordOf(files);
const early = written.record.head?.checkpoint ?? "";
// Over one bundle of 256, so that there are full tiles and a row above them.
const many = Array.from({ length: 300 }, (_, i) =>
  draftOf(`src-more-${i}`, "source", {
    fields: { title: `t${i}`, outlet: "o", outletSide: "other" },
  }),
);
await say(written, many);
await say(written, [
  draftOf("inc-sealed", "source", {
    isSealed: true,
    compartment: "talks",
    fields: { title: "s", outlet: "o", outletSide: "other" },
  }),
]);
const theCase = publicCase(files, written);
const { id } = theCase.settings;
const served = servedLog(written.record, written.vkey);
const app = createApp({
  cases: [theCase],
  records: new Map([[id, served]]),
  assets: new Map(),
  version: "0.0.0",
});

async function fetched(path: string): Promise<Uint8Array> {
  const response = await app.request(`/c/${id}/log/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function run(more: Partial<VerifyRecord> = {}) {
  return verifyRecord({
    file: fetched,
    verify: async (...signed) => verifyEd25519(...signed),
    vkey: null,
    held: null,
    progress: () => undefined,
    ...more,
  });
}

/** The same files with one byte of one of them changed. */
function tampered(path: string, at: number) {
  return async (asked: string): Promise<Uint8Array> => {
    const bytes = Uint8Array.from(await fetched(asked));
    const changed = at < 0 ? bytes.length + at : at;
    return asked === path ? bytes.map((byte, i) => (i === changed ? byte ^ 1 : byte)) : bytes;
  };
}

describe("the log of a case, checked from what its server gives", () => {
  test("holds: every entry, every public value, the signature, with progress to the end", async () => {
    const seen: number[] = [];
    const outcome = await run({ progress: (done, all) => seen.push(done / all) });
    expect(outcome).toMatchObject({
      size: written.record.size,
      isSignatureChecked: true,
      isOwnKey: false,
      problems: [],
    });
    expect(outcome.values).toBeGreaterThan(written.record.size);
    expect(seen.at(-1)).toBe(1);
  });

  test("extends an older checkpoint that the reader kept, with the reader's own key", async () => {
    const outcome = await run({ held: early, vkey: `${written.vkey}\n` });
    expect(outcome).toMatchObject({ isExtension: true, isOwnKey: true, problems: [] });
  });

  test("without Ed25519 says that the signature was not checked", async () => {
    const outcome = await run({ verify: async () => null });
    expect([outcome.isSignatureChecked, outcome.problems]).toEqual([false, []]);
  });

  const TAMPERINGS = [
    ["a leaf", "tile/entries/000", 200, "not-included"],
    ["a hash of a full tile", "tile/0/000", 40, "not-included"],
    ["a hash above", "tile/1/000.p/1", 3, "not-included"],
    ["the root that was signed", "checkpoint", 30, "bad-"],
    // One in sixteen becomes no base 64 at all, which is told as such.
    ["the signature", "checkpoint", -10, /bad-signature|bad-checkpoint/],
    ["the salt of a value", "opened/000", 40, /root-mismatch|bad-bytes/],
    ["a value of the last bundle", "opened/001", -300, "root-mismatch"],
  ] as const;
  test.each(TAMPERINGS)("tells that %s was changed", async (_what, path, at, code) => {
    const { problems } = await run({ file: tampered(path, at) });
    expect(problems.map((one) => one.code).join(" ")).toMatch(code);
  });

  test("tells a log that another key signed, and one that forgot what the reader's checkpoint had", async () => {
    const other = await recordOf(files);
    const codes = async (more: Partial<VerifyRecord>) =>
      (await run(more)).problems.map(({ code }) => code);
    expect(await codes({ vkey: other.vkey })).toContain("bad-signature");
    const forked = servedLog(other.record, other.vkey);
    const file = async (path: string) => forked.file(path) ?? toUtf8("");
    expect(await codes({ file, held: early, vkey: null })).not.toEqual([]);
  });

  test("gives no value of a sealed entry, and no file that is not there", async () => {
    expect(served.paths()).toContain("opened/001");
    const opened = new TextDecoder().decode(await fetched("opened/001"));
    expect(JSON.parse(opened).entries.at(-1)).toEqual({});
    for (const path of ["tile/0/002", "tile/entries/../checkpoint", "secret", "opened/002"]) {
      expect((await app.request(`/c/${id}/log/${path}`)).status, path).toBe(404);
    }
  });
});

describe("the record's own page", () => {
  test("of a log counts entries by kind and tells its head; closed entries are counted and nothing else", async () => {
    const body = await (await app.request(`/c/${id}/record.json`)).json();
    expect(body).toMatchObject({
      isSeeds: false,
      closed: 1,
      entries: written.record.size,
      checkpoint: written.record.head?.checkpoint,
      logHead: { size: written.record.size },
    });
    const counted = body.kinds.reduce(
      (sum: number, one: { entries: number }) => sum + one.entries,
      0,
    );
    expect(counted).toBe(written.record.size - 1);
    expect(JSON.stringify(body)).not.toContain("inc-sealed");
    expect(body.latest[0]).toMatchObject({ entry: "src-more-299", actor: "ann" });
  });

  test("of seeds says so, and has no head, no checkpoint and no times", async () => {
    const { value: seeds } = loadCase(files);
    if (seeds === null) throw new Error("the example does not load");
    const bare = createApp({ cases: [seeds], assets: new Map(), version: "0.0.0" });
    const body = await (await bare.request(`/c/${id}/record.json`)).json();
    expect(body).toMatchObject({
      isSeeds: true,
      checkpoint: null,
      lastAt: null,
      logHead: { size: 0 },
    });
    expect(body.latest.every((one: { recordedAt: unknown }) => one.recordedAt === null)).toBe(true);
    expect((await bare.request(`/c/${id}/log/checkpoint`)).status).toBe(404);
  });
});

test("opened values are found by the number of their bundle, in its one spelling, beyond a thousand too", () => {
  expect([0, 7, 999, 1000, 3906].map(openedPath)).toEqual([
    "opened/000",
    "opened/007",
    "opened/999",
    "opened/1000",
    "opened/3906",
  ]);
  for (const bundle of [0, 7, 999, 1000, 3906])
    expect(parseOpenedPath(openedPath(bundle))).toBe(bundle);
  for (const path of [
    "opened/1",
    "opened/01000",
    "opened/x",
    "opened/",
    "tile/0/000",
    "opened/1e3",
  ])
    expect([path, parseOpenedPath(path)]).toEqual([path, null]);
  expect([served.file("opened/001") === null, served.file("opened/1000")]).toEqual([false, null]);
});
