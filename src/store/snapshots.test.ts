// Snapshots against none: the same state for every reader at every head, whatever became of the files; and nothing redacted in any.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { INCIDENT, plain } from "../../test/kit/record-log.ts";
import { changeOf, draftOf, INSIDER, say } from "../../test/kit/written-record.ts";
import type { WrittenRecord } from "../../test/kit/written-record.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import { CaseRecord } from "./case-record.ts";
import { REAL_DISK } from "./disk.ts";
import { logKey, makeKeyPem } from "./log-key.ts";
import { memoryStore } from "./memory-store.ts";
import { snapshotFolder } from "./snapshots.ts";
import type { Store } from "./store.ts";
import { Views } from "./views.ts";

const EVERY = 5;
const RESTRICTED = { restricted: true, compartments: new Set<string>() };
const VIEWERS = [PUBLIC_VIEWER, RESTRICTED];
const SOURCE = { title: "t", outlet: "one", outletSide: "other", published: "2025-03-24" };
let folder = "";
let store: Store;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "truceline-snapshots-")), "cache");
  store = memoryStore();
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const snapshots = () => snapshotFolder(folder, REAL_DISK, EVERY);
const files = (): readonly string[] => readdirSync(folder).map((name) => join(folder, name));
const holding = (text: string): readonly string[] =>
  files().filter((path) => readFileSync(path).includes(text));

/** A record of sources, incidents and corrections, some of restricted fields, in requests of one to three. */
async function written(): Promise<WrittenRecord> {
  const key = logKey("truceline.example/test", makeKeyPem());
  const record = new CaseRecord(store, { key, snapshots: snapshots() });
  const whole = { record, vkey: key.vkey };
  await say(whole, [draftOf("src-1", "source", { fields: SOURCE })], RESTRICTED);
  for (let i = 0; i < 12; i++) {
    const fields = { ...INCIDENT, effects: `effect ${i}`, witness: `canary ${i}` };
    await say(whole, [draftOf(`inc-${i}`, "incident", { fields })], RESTRICTED);
    if (i % 3 === 2) await say(whole, [correction(whole, i), correction(whole, i - 1)], RESTRICTED);
  }
  return whole;
}

function correction(whole: WrittenRecord, i: number) {
  const set = {
    set: { effects: `corrected ${i}` },
    setRestricted: { witness: `better canary ${i}` },
  };
  const what = { id: `cor-${i}`, kind: "correction", of: `inc-${i}` };
  return changeOf(whole, what, { fields: { ...set, reason: "r" } });
}

/** Every reader's states with snapshots are those without, from a head on; gives how many of them began with one. */
function compared(from = 0): number {
  const size = store.head()?.size ?? 0;
  let found = 0;
  for (const viewer of VIEWERS) {
    const plainViews = new Views(store);
    const some = snapshots();
    const find: typeof some.find = (of, most) => {
      const state = some.find(of, most);
      if (state !== null) found++;
      return state;
    };
    for (let head = from; head <= size; head++) {
      const views = new Views(store, { ...some, find });
      expect(plain(views.at(viewer, head)), `${head}`).toEqual(plain(plainViews.at(viewer, head)));
    }
  }
  return found;
}

describe("snapshots of the fold", () => {
  test("with them and without, every head is the same to every reader; most begin with one", async () => {
    const { record } = await written();
    record.state(PUBLIC_VIEWER);
    expect(record.size).toBe(21);
    expect(files().length).toBeGreaterThan(4);
    expect(compared()).toBe(17);
    expect(holding("canary 3").length).toBeGreaterThan(0);
  });

  test("go on from those that another process made", async () => {
    const whole = await written();
    const before = files().length;
    const key = logKey("truceline.example/test", makeKeyPem());
    const again = new CaseRecord(store, { key, snapshots: snapshots() });
    for (let i = 20; i < 32; i++)
      await say(
        { ...whole, record: again },
        [draftOf(`inc-${i}`, "incident", { fields: INCIDENT })],
        RESTRICTED,
      );
    expect(files().length).toBe(before + 2);
    expect(compared()).toBeGreaterThan(20);
  });

  test("that are cut, changed, of another record or gone count as none", async () => {
    await written();
    const whole = files().map((path) => [path, readFileSync(path)] as const);
    const harm: readonly ((path: string, bytes: Buffer) => void)[] = [
      (path) => rmSync(path),
      (path) => writeFileSync(path, ""),
      (path, bytes) => truncateSync(path, bytes.length - 1),
      (path, bytes) => writeFileSync(path, flipped(bytes, bytes.length - 20)),
      (path, bytes) => writeFileSync(path, flipped(bytes, 100)),
      (path, bytes) => writeFileSync(path, flipped(bytes, 3)),
    ];
    for (const spoil of harm) {
      for (const [path, bytes] of whole) {
        spoil(path, bytes);
        compared(21);
        writeFileSync(path, bytes);
      }
    }
    expect(compared(21)).toBe(1);
    store = memoryStore();
    const key = logKey("truceline.example/other", makeKeyPem());
    const other = new CaseRecord(store, { key });
    for (let i = 0; i < 21; i++)
      await say(
        { record: other, vkey: "" },
        [draftOf(`src-${i}`, "source", { fields: SOURCE })],
        RESTRICTED,
      );
    expect(compared()).toBe(0);
  });

  test("are not made of what a compartment opens", async () => {
    const key = logKey("truceline.example/test", makeKeyPem());
    const record = new CaseRecord(store, { key, snapshots: snapshots() });
    for (let i = 0; i < 12; i++)
      await say({ record, vkey: "" }, [draftOf(`src-${i}`, "source", { fields: SOURCE })], INSIDER);
    record.state(INSIDER);
    expect(() => files()).toThrow("ENOENT");
  });

  test("from before a redaction are used no more, and none that follows holds what went", async () => {
    const whole = await written();
    expect(holding("canary 3").length).toBeGreaterThan(0);
    const removes = [{ entry: "inc-3", fields: ["witness"] }];
    const fields = { removes, ground: "asked", secondPerson: "bob" };
    await say(whole, [draftOf("red-1", "redaction", { fields })], RESTRICTED);
    // The store in memory takes no files away: those of before lie there still.
    expect(compared(22)).toBe(0);
    for (const path of files()) rmSync(path);
    whole.record.state(RESTRICTED);
    expect(files().length).toBeGreaterThan(0);
    expect(holding('witness":"canary 3')).toEqual([]);
    expect(holding('witness":"canary 4').length).toBe(0);
    expect(holding("better canary 4").length).toBeGreaterThan(0);
  });

  test("made while a redaction came are taken back", async () => {
    await written();
    rmSync(folder, { recursive: true });
    const late = snapshots();
    const keep: typeof late.keep = (of, state) => late.keep(of, state, () => false);
    new Views(store, { ...late, keep }).state(RESTRICTED);
    expect(files()).toEqual([]);
  });

  test("that no disk takes cost nothing but time", async () => {
    const full = { ...REAL_DISK, replaceFile: () => failing() };
    const key = logKey("truceline.example/test", makeKeyPem());
    const record = new CaseRecord(store, { key, snapshots: snapshotFolder(folder, full, EVERY) });
    for (let i = 0; i < 12; i++)
      await say(
        { record, vkey: "" },
        [draftOf(`src-${i}`, "source", { fields: SOURCE })],
        RESTRICTED,
      );
    expect(record.state(RESTRICTED).size).toBe(12);
    expect(files()).toEqual([]);
  });
});

function failing(): never {
  throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
}

function flipped(bytes: Buffer, at: number): Buffer {
  const bad = Buffer.from(bytes);
  bad[at] = (bad[at] ?? 0) ^ 1;
  return bad;
}
