// The SQLite engine passes the suite of every engine, and keeps its word about the disk: locks, keys, signatures, sealed columns.
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchOf, storeSuite } from "../../test/kit/store-suite.ts";
import { makeEntries } from "../../test/proof/make-log.ts";
import { openLibsql } from "./driver.ts";
import { REAL_DISK } from "./disk.ts";
import { makeCompartmentKey } from "./keyring.ts";
import { makeRecord, openForReading, openForWriting } from "./record-folder.ts";
import type { OpenedFolder } from "./record-folder.ts";
import type { Store } from "./store.ts";

const ALL = { restricted: true, compartments: new Set(["talks"]) };
let base = "";
let count = 0;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "truceline-store-"));
  makeCompartmentKey(REAL_DISK, base, "talks");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function newFolder(): string {
  const folder = join(base, `case-${count++}`, ".truceline");
  makeRecord(folder, "truceline.example/check");
  return folder;
}

const openFolder = (folder: string): OpenedFolder =>
  openForWriting(folder, { compartmentKeys: base });

/** Appends as the record does; the head's signature is the test key's, which the store does not judge. */
function fill(folder: string, from: number, until: number): void {
  const { store, close } = openFolder(folder);
  store.append(batchOf(store, makeEntries(until).slice(from)));
  close();
}

describe("the SQLite engine", () => {
  const opened = new Map<Store, { readonly folder: string; readonly close: () => void }>();
  const openStore = (folder: string): Store => {
    const { store, close } = openFolder(folder);
    opened.set(store, { folder, close });
    return store;
  };
  storeSuite({
    open: () => openStore(newFolder()),
    again: (store) => {
      const was = opened.get(store);
      if (was === undefined) throw new Error("not opened here");
      was.close();
      return openStore(was.folder);
    },
  });
});

describe("the folder", () => {
  test("has keys that only their owner reads", () => {
    const folder = newFolder();
    expect(statSync(join(folder, "keys", "log.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(join(base, "talks.key")).mode & 0o777).toBe(0o600);
  });

  test("has one writer; the second is told who the first is, and readers read beside it", () => {
    const folder = newFolder();
    const first = openForWriting(folder, { pid: 4711, now: Date.UTC(2026, 0, 1) });
    expect(() => openForWriting(folder)).toThrow(
      /in use by process 4711, which started 2026-01-01T00:00:00.000Z/,
    );
    first.store.append(batchOf(first.store, makeEntries(4)));
    const reader = openForReading(folder);
    expect(reader.store.head()?.size).toBe(4);
    expect(() => reader.store.append(batchOf(reader.store, makeEntries(5).slice(4)))).toThrow(
      "for reading only",
    );
    reader.close();
    first.close();
    openForWriting(folder).close();
  });

  test("shows nothing sealed or redacted in any of its bytes", () => {
    const folder = newFolder();
    const { store, close } = openFolder(folder);
    store.append(batchOf(store, makeEntries(10, "canary")));
    const holds = (text: string): readonly string[] =>
      filesBelow(folder).filter((path) => readFileSync(path).includes(text));
    expect(holds("witness canary 5")).not.toEqual([]);
    REAL_DISK.makeFolder(join(folder, "cache"));
    writeFileSync(join(folder, "cache", "fold-1-x-0-1.snapshot"), "witness canary 5");
    writeFileSync(join(folder, "cache", "fold-1-x-0-2.snapshot.new"), "witness canary 5");
    const removals = [{ index: 5, row: null, fields: ["witness"] }];
    store.append(batchOf(store, makeEntries(11, "canary").slice(10), { removals }));
    expect(holds("witness canary 5")).toEqual([]);
    expect(holds("witness canary 6")).not.toEqual([]);
    expect([holds("red 4"), holds("red 9"), holds("canary 9")]).toEqual([[], [], []]);
    close();
    expect(holds("witness canary 5")).toEqual([]);
  });

  test("an entry whose sealed part no key opens is read without it, and sealing without a key is refused", () => {
    const folder = newFolder();
    fill(folder, 0, 10);
    const { store, close } = openForWriting(folder);
    expect(store.read(9, ALL)?.sealed).toBe(null);
    expect(Object.keys(store.read(4, ALL)?.openings ?? {})).not.toContain("redLine");
    expect(store.seals("talks")).toBe(false);
    close();
  });
});

describe("what was signed", () => {
  test("a record that is ahead of its checkpoint, as a crash leaves it, is signed again", () => {
    const folder = newFolder();
    fill(folder, 0, 3);
    const old = readFileSync(join(folder, "signed"), "utf8");
    fill(folder, 3, 5);
    const newest = readFileSync(join(folder, "signed"), "utf8");
    writeFileSync(join(folder, "signed"), old);
    const { finding, close } = openFolder(folder);
    expect(finding).toBe(null);
    expect(readFileSync(join(folder, "signed"), "utf8")).toBe(newest);
    close();
  });

  test.each<readonly [string, string, (folder: string, kept: string) => void]>([
    [
      "an old copy of the record",
      "record-behind-signed-checkpoint",
      (folder, kept) => copyFileSync(join(kept, "record.db"), join(folder, "record.db")),
    ],
    [
      "a record without its checkpoint",
      "record-behind-signed-checkpoint",
      (folder) => rmSync(join(folder, "signed")),
    ],
    [
      "a checkpoint that is none",
      "record-forked",
      (folder) => writeFileSync(join(folder, "signed"), "no\n"),
    ],
    [
      "another history of the same length",
      "record-forked",
      (folder) => {
        const other = newFolder();
        const { store, close } = openFolder(other);
        store.append(batchOf(store, makeEntries(5, "other")));
        close();
        copyFileSync(join(other, "record.db"), join(folder, "record.db"));
      },
    ],
  ])("%s is read and signs nothing", (_what, code, spoil) => {
    const folder = newFolder();
    fill(folder, 0, 3);
    const kept = join(base, "kept");
    cpSync(folder, kept, { recursive: true });
    fill(folder, 3, 5);
    spoil(folder, kept);
    const before = readdirSync(folder).includes("signed")
      ? readFileSync(join(folder, "signed"), "utf8")
      : null;
    const { finding, key, store, close } = openFolder(folder);
    expect(finding?.code).toBe(code);
    expect(key).toBe(null);
    expect(store.read(0, ALL)).not.toBe(null);
    close();
    const after = readdirSync(folder).includes("signed")
      ? readFileSync(join(folder, "signed"), "utf8")
      : null;
    expect(after).toBe(before);
  });

  test("a checkpoint that another hand put there while we write stops writing", () => {
    const folder = newFolder();
    fill(folder, 0, 3);
    const old = readFileSync(join(folder, "signed"), "utf8");
    const { store, close } = openFolder(folder);
    store.append(batchOf(store, makeEntries(4).slice(3)));
    writeFileSync(join(folder, "signed"), old.replace("\n3\n", "\n9\n"));
    expect(() => store.append(batchOf(store, makeEntries(5).slice(4)))).toThrow(/9 were signed/);
    expect(() => store.putCandidate({ id: "can-1", value: 1 })).toThrow(/9 were signed/);
    close();
  });
});

describe("damage", () => {
  test.each(["leaf", "public"])(
    "a bit of a %s that changed is told, and never served",
    (column) => {
      const folder = newFolder();
      fill(folder, 0, 3);
      const driver = openLibsql(join(folder, "record.db"));
      const table = column === "leaf" ? "entry" : "payload";
      const [row] = driver.all(`SELECT ${column} FROM ${table} WHERE seq = 1`);
      const bytes = Buffer.from(row?.[0] as Uint8Array);
      bytes[20] = (bytes[20] ?? 0) ^ 4;
      driver.run(`UPDATE ${table} SET ${column} = ? WHERE seq = 1`, bytes);
      driver.close();
      const { finding, store, close } = openFolder(folder);
      expect(finding?.code).toBe("store-damaged");
      expect(() => store.read(1, ALL)).toThrow(/not (?:the one that|what) was written/);
      expect(store.read(0, ALL)).not.toBe(null);
      close();
    },
  );
});

describe("fail-stop", () => {
  test("after the first failure nothing is written, and a restart goes on", () => {
    const folder = newFolder();
    let fails = false;
    const openDriver: typeof openLibsql = (path) => {
      const driver = openLibsql(path);
      const run: typeof driver.run = (sql, ...values) => {
        if (fails)
          throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
        driver.run(sql, ...values);
      };
      return { ...driver, run };
    };
    const { store, close } = openForWriting(folder, {
      compartmentKeys: base,
      parts: { openDriver },
    });
    store.append(batchOf(store, makeEntries(2)));
    fails = true;
    expect(() => store.append(batchOf(store, makeEntries(3).slice(2)))).toThrow(/the disk is full/);
    fails = false;
    expect(() => store.append(batchOf(store, makeEntries(3).slice(2)))).toThrow(/the disk is full/);
    expect(store.head()?.size).toBe(2);
    close();
    fill(folder, 2, 3);
    const again = openFolder(folder);
    expect([again.finding, again.store.head()?.size]).toEqual([null, 3]);
    again.close();
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
