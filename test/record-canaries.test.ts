// What must not be seen is nowhere: restricted, sealed and redacted values of a record on disk are searched for in every byte that the
// server answers, the edition holds, the shell prints, the log's files and a backup carry; and every proof still holds.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../src/model/hash.ts";
import type { Case, CaseFiles } from "../src/case/case.ts";
import { loadCase } from "../src/case/load-case.ts";
import { parseInclusion } from "../src/record/note/inclusion-text.ts";
import { PUBLIC_VIEWER } from "../src/record/kinds/project.ts";
import { parseCheckpoint } from "../src/record/note/checkpoint.ts";
import { leafHash } from "../src/record/tree/hash-tree.ts";
import { checkInclusion } from "../src/record/tree/proof.ts";
import { sha256 } from "../src/store/hashing.ts";
import { makePack } from "../src/report/pack.ts";
import { ROUTES } from "../src/report/routes/ask.ts";
import { createApp } from "../src/serve/app.ts";
import type { ServedLog } from "../src/serve/served-log.ts";
import { servedLog } from "../src/serve/served-log.ts";
import { siteFiles } from "../src/serve/site.ts";
import { makeAsset } from "../src/serve/static.ts";
import { readCaseFolder } from "../src/store/folder.ts";
import { openRecord, readRecord } from "../src/store/open-record.ts";
import type { OpenRecord } from "../src/store/open-record.ts";
import { withRecord } from "../src/store/with-record.ts";
import { truceline } from "./house/test-shell.ts";
import { canariesIn } from "./kit/canaries.ts";
import { INCIDENT } from "./kit/record-log.ts";
import { draftOf } from "./kit/written-record.ts";

/** In closed fields, in a sealed entry, and in public fields that were redacted: one of a seed, one of an entry, one of a correction. */
const HIDDEN = {
  witness: "Canary-Witness-Zq4V",
  exactPlace: "987654321",
  contributor: "Canary-Contributor-Zq5V",
  rawRow: "Canary-RawRow-Zq6V",
  sealed: "Canary-Sealed-Zq7V",
  redactedSeed: "Canary-Seed-Zq8V",
  redactedEntry: "Canary-Entry-Zq9V",
  redactedCorrection: "Canary-Correction-Zq1V",
  redactedFile: "Canary-File-Zq3V",
  redactedCopy: "Canary-Copy-Zq0V",
};
/** Public and never redacted: the search must find it, or it finds nothing. */
const SHOWN = { shown: "Canary-Shown-Zq2V" };

const BY_TWO = ["--ground", "safety", "--as", "cem", "--as", "bea"];

let base = "";
let folder = "";
let heldCheckpoint = "";
let oldProof = "";
let forgetful = { code: 0, err: "" };
let files: CaseFiles;
let theCase: Case;
let open: OpenRecord;
let log: ServedLog;

const closed = (...args: readonly string[]) => truceline([...args, "--keys", join(base, "keys")]);

async function append(...drafts: readonly object[]): Promise<void> {
  const file = join(base, "drafts.json");
  writeFileSync(file, JSON.stringify(drafts));
  const { code, err } = await closed("log", folder, "--append", file, "--as", "cem");
  expect([code, err]).toEqual([0, ""]);
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "truceline-canaries-"));
  folder = join(base, "example");
  cpSync("cases/example", folder, { recursive: true });
  const seeds = join(folder, "record", "incidents.yaml");
  const text = readFileSync(seeds, "utf8");
  writeFileSync(
    seeds,
    text.replace("note: Before noon", `note: ${HIDDEN.redactedSeed} before noon`),
  );
  const keys = join(base, "keys");
  mkdirSync(keys);
  writeFileSync(join(keys, "talks.key"), "ab".repeat(32));
  await truceline(["log", folder, "--init", "--as", "ann"]);
  const exactPlace = { lonE7: Number(HIDDEN.exactPlace), latE7: 1, radiusMeters: 5 };
  await append(
    {
      id: "src-8",
      kind: "source",
      fields: { title: "t", outlet: "o", outletSide: "other", published: "2031-05-02" },
    },
    {
      id: "inc-8",
      kind: "incident",
      fields: {
        ...INCIDENT,
        sources: ["src-8"],
        effects: HIDDEN.redactedEntry,
        note: SHOWN.shown,
        witness: HIDDEN.witness,
        exactPlace,
      },
    },
    {
      id: "rep-8",
      kind: "report",
      fields: { source: "src-8", contributor: HIDDEN.contributor, rawRow: HIDDEN.rawRow },
    },
    {
      id: "src-sealed",
      kind: "source",
      isSealed: true,
      compartment: "talks",
      fields: { title: HIDDEN.sealed, outlet: "o", outletSide: "other" },
    },
  );
  const set = { object: HIDDEN.redactedCorrection };
  await append({
    id: "cor-8",
    kind: "correction",
    of: "inc-8",
    parents: ["inc-8"],
    fields: { set, reason: "x" },
  });
  const record = openRecord(folder);
  const attached = (id: string, text: string, more: object = {}) => {
    const bytes = Buffer.from(`%PDF ${text}`);
    const fields = { mediaType: "application/pdf", size: bytes.length, obtained: "sent", ...more };
    const blob = sha256Hex(bytes);
    return { bytes, blob, draft: draftOf(id, "attachment", { fields: { ...fields, blob } }) };
  };
  const original = attached("att-8", HIDDEN.redactedFile);
  const copy = attached("att-9", HIDDEN.redactedCopy, { derivedFrom: "att-8", tool: "blur 1" });
  const kept = attached("att-7", SHOWN.shown, { derivedFrom: "att-8", tool: "blur 2" });
  const blobs = new Map([original, copy, kept].map(({ blob, bytes }) => [blob, bytes] as const));
  await record.record.append(
    [original, copy, kept].map(({ draft }) => draft),
    {
      viewer: record.here,
      blobs,
    },
  );
  record.record.store.putCandidate({
    id: "can-8",
    value: { effects: `it is ${HIDDEN.redactedEntry}` },
  });
  record.record.store.putCandidate({ id: "can-9", value: { effects: SHOWN.shown } });
  record.close();
  heldCheckpoint = join(base, "held");
  cpSync(join(folder, ".truceline", "signed"), heldCheckpoint);
  oldProof = (await truceline(["log", folder, "--prove", "inc-8"])).out;
  const removes = [
    { entry: "inc-8", fields: ["effects"] },
    { entry: "inc-1", fields: ["note"] },
    { entry: "cor-8", fields: ["set"], hides: ["object"] },
  ];
  await append({
    id: "red-8",
    kind: "redaction",
    fields: { removes, ground: "safety", secondPerson: "bea" },
  });
  forgetful = await truceline(["redact", folder, "att-8", "blob", ...BY_TWO]);
  await truceline(["redact", folder, "att-9", "blob", ...BY_TWO]);
  await truceline(["redact", folder, "att-8", "blob", "--keep", "att-7", "att-9", ...BY_TWO]);
  files = withRecord(folder, await readCaseFolder(folder));
  const loaded = loadCase(files).value;
  const opened = readRecord(folder);
  if (loaded === null || opened === null) throw new Error("the case does not load");
  [theCase, open] = [loaded, opened];
  log = servedLog(open.record, open.vkey);
});
afterAll(() => {
  open.close();
  rmSync(base, { recursive: true, force: true });
});

/** Every address of the case with every incident, reading and text, and some that are wrong. */
function addresses(): readonly string[] {
  const { id } = theCase.settings;
  const texts = theCase.instruments.map(({ instrument }) => instrument.id);
  const incidents = ["inc-1", "inc-8", "src-sealed", "rep-8", "inc-none"];
  const fill = (path: string, name: string, values: readonly string[]): readonly string[] =>
    path.includes(`{${name}}`) ? values.map((one) => path.replace(`{${name}}`, one)) : [path];
  const routes = ROUTES.flatMap(({ path }) =>
    fill(path.replace("{case}", id), "incident", incidents),
  ).flatMap((path) => fill(path, "instrument", texts));
  const asked = routes.flatMap((path) => [
    path,
    `${path}?asof=2031-05-03T00:00Z`,
    `${path}?r=river-truce`,
  ]);
  return [
    ...asked,
    `/c/${id}/incidents.json?text=canary`,
    `/c/${id}/pack.json`,
    `/c/${id}/decide`,
    ...log.paths().map((path) => `/c/${id}/log/${path}`),
    ...["", "/price", "/incidents", "/record", "/review", "/i/inc-8"].map(
      (path) => `/c/${id}${path}`,
    ),
    "/api",
    "/cases.json",
  ];
}

describe("no value that must not be seen", () => {
  test("is in any answer of the server, headers and refusals included; what is public is found", async () => {
    const app = createApp({
      cases: [theCase],
      records: new Map([[theCase.settings.id, log]]),
      packs: new Map([[theCase.settings.id, () => makePack(files, "0", log.log)]]),
      assets: new Map([
        ["/index.html", makeAsset(Buffer.from("<html></html>"), "text/html", false)],
      ]),
      version: "0",
    });
    const seen = new Set<string>();
    let answered = 0;
    for (const path of addresses()) {
      const response = await app.request(path);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const all = Buffer.concat([Buffer.from(JSON.stringify([...response.headers])), bytes]);
      expect(canariesIn(all, HIDDEN), path).toEqual([]);
      for (const one of canariesIn(all, SHOWN)) seen.add(`${one} ${path}`);
      if (response.ok) answered += 1;
    }
    expect(answered).toBeGreaterThan(60);
    expect(seen.size).toBeGreaterThan(4);
  });

  test("is in any file of an edition", async () => {
    const assets = new Map([
      ["/index.html", makeAsset(Buffer.from("<html><head></head></html>"), "text/html", false)],
    ]);
    const site = await siteFiles({
      cases: [{ theCase, files, problems: [] }],
      records: new Map([[theCase.settings.id, log]]),
      assets,
      version: "0",
    });
    const bad = [...site].flatMap(([path, bytes]) =>
      canariesIn(bytes, HIDDEN).map((name) => `${name} in ${path}`),
    );
    expect(bad).toEqual([]);
    expect([...site].some(([, bytes]) => canariesIn(bytes, SHOWN).length > 0)).toBe(true);
    expect(site.size).toBeGreaterThan(40);
  });

  test("is in anything that the shell prints", async () => {
    const commands = [
      ["assess", folder, "--list", "--json"],
      ["assess", folder, "--list"],
      ["explain", folder, "inc-8"],
      ["explain", folder, "inc-1", "--json"],
      ["log", folder, "--list"],
      ...["inc-8", "inc-1", "cor-8", "rep-8", "src-sealed", "red-8"].map((id) => [
        "log",
        folder,
        "--show",
        id,
      ]),
      ["review", folder, "list", "--json"],
      ["fsck", folder, "--json"],
      ["verify", folder, "--json"],
    ];
    const printed: string[] = [];
    for (const command of commands) {
      const { out, err } = await truceline(command);
      expect(canariesIn(out + err, HIDDEN), command.join(" ")).toEqual([]);
      printed.push(out);
    }
    expect(canariesIn(printed.join(""), SHOWN)).toEqual(["shown"]);
  });

  test("that was redacted or sealed is in a backup or in the files of the record", async () => {
    const to = join(base, "backup");
    expect((await truceline(["backup", folder, to])).code).toBe(0);
    // Restricted values are in a backup: it is the operator's own. Redacted ones are gone, sealed ones are under a key that is elsewhere.
    const { witness: _w, exactPlace: _p, contributor: _c, rawRow: _r, ...gone } = HIDDEN;
    const disk = [...bytesBelow(to), ...bytesBelow(join(folder, ".truceline"))];
    const found = disk.flatMap(([path, bytes]) =>
      canariesIn(bytes, gone).map((name) => `${name} in ${path}`),
    );
    expect(found).toEqual([]);
    expect(bytesBelow(to).some(([, bytes]) => canariesIn(bytes, SHOWN).length > 0)).toBe(true);
  });
});

describe("after a redaction", () => {
  test("files that it took are gone, with candidates that said the same; a copy that was to stay and another candidate are there", () => {
    expect([forgetful.code, forgetful.err]).toEqual([
      1,
      expect.stringContaining('"att-9" is a copy'),
    ]);
    const files = bytesBelow(join(folder, ".truceline", "blobs"));
    expect(files.map(([, bytes]) => canariesIn(bytes, SHOWN))).toEqual([["shown"]]);
    expect(open.record.store.candidates().map(({ id }) => id)).toEqual(["can-9"]);
  });

  test("the shell names each copy outside of the record with the day on which it is to be destroyed", async () => {
    const to = join(base, "copy-for-a-week");
    await truceline(["backup", folder, to, "--keep-days", "7"]);
    const { out, code } = await truceline(["redact", folder, "inc-8", "note", ...BY_TWO, "--json"]);
    const { copies, removes } = JSON.parse(out);
    const day = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
    expect([code, removes]).toEqual([0, [{ entry: "inc-8", fields: ["note"] }]]);
    expect(copies.at(-1)).toMatchObject({ path: to, expires: day, isThere: true });
    const again = await truceline(["redact", folder, "inc-8", "note", ...BY_TWO]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("shows you no")]);
    const one = await truceline([
      "redact",
      folder,
      "inc-8",
      "object",
      "--ground",
      "x",
      "--as",
      "cem",
    ]);
    expect([one.code, one.out]).toEqual([1, ""]);
  });

  test("the log holds, extends what was signed before it, and the disk is sound", async () => {
    const verified = await truceline(["verify", folder, "--held", heldCheckpoint]);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("holds")]);
    expect((await truceline(["fsck", folder])).code).toBe(0);
  });

  test("a proof that somebody took before it still holds for the leaf that stands there", () => {
    const { value } = parseInclusion("tlog-proof", oldProof, "before");
    const signed = parseCheckpoint(value?.checkpoint ?? "", "before").value;
    const leaf = open.record.store.read(value?.index ?? -1, PUBLIC_VIEWER);
    if (value === null || signed === null || leaf === null) throw new Error("no proof");
    expect(leaf.leaf.id).toBe("inc-8");
    const claim = { ...signed.checkpoint, ...value, leafHash: leafHash(sha256, leaf.bytes) };
    expect(checkInclusion(sha256, claim)).toBe(true);
    expect(checkInclusion(sha256, { ...claim, leafHash: leafHash(sha256, Uint8Array.of(1)) })).toBe(
      false,
    );
  });

  test("the history says what was redacted and when, and the rest still stands", async () => {
    const records = new Map([[theCase.settings.id, log]]);
    const app = createApp({ cases: [theCase], records, assets: new Map(), version: "0" });
    const answer = await app.request(`/c/${theCase.settings.id}/i/inc-8/history.json`);
    const page = await answer.json();
    const effects = page.redacted.find(({ field }: { field: string }) => field === "effects");
    expect(Date.parse(effects.publicFrom)).toBeLessThanOrEqual(Date.parse(effects.at));
    expect(JSON.stringify(page)).toContain(SHOWN.shown);
  });
});

function bytesBelow(at: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path)] as const;
    });
}
