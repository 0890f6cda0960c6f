// A record in a folder where nothing can be written: it is read, checked and copied; what lies in a log that was not closed is told.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { draftOf } from "../../test/kit/written-record.ts";
import { REAL_DISK } from "./disk.ts";
import { openLibsql } from "./driver.ts";
import { fsck } from "./fsck.ts";
import { openRecord } from "./open-record.ts";
import { makeRecord, openForReading, openForWriting } from "./record-folder.ts";
import type { OpenDriver } from "./driver.ts";

let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "truceline-read-only-"));
  makeRecord(folder, "truceline.example/read-only");
  const open = openRecord("", { folder });
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  await open.record.append([draftOf("src-1", "source", { fields })]);
  open.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** SQLite as on a disk without room or right for its index; root may write anywhere, so the disk says no here. */
const withoutIndex: OpenDriver = (path) => {
  if (path.includes("immutable=1")) return openLibsql(path);
  const driver = openLibsql(path);
  const no = (): never => {
    throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_SHMSIZE" });
  };
  return { ...driver, exec: no, all: no, run: no };
};

test("what was closed cleanly is read as it lies, and nothing is written beside it", () => {
  const before = readdirSync(folder).sort();
  const open = openForReading(folder, { parts: { openDriver: withoutIndex } });
  expect([fsck(open).findings, open.store.head()?.size]).toEqual([[], 1]);
  open.close();
  expect(readdirSync(folder).sort()).toEqual(before);
});

test("what lies in a log that was not closed is not left out in silence", () => {
  writeFileSync(join(folder, "record.db-wal"), "frames");
  expect(() => openForReading(folder, { parts: { openDriver: withoutIndex } })).toThrow(
    "did not end cleanly",
  );
});

test("a full disk refuses writing by its name, and the next try is not told that somebody else writes", () => {
  const full = (): never => {
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  };
  const disk = { ...REAL_DISK, syncFolder: full };
  for (let i = 0; i < 2; i++) {
    let code = "";
    try {
      openForWriting(folder, { parts: { disk } });
    } catch (error) {
      code = error instanceof Error && "code" in error ? String(error.code) : "";
      expect(String(error)).toContain("the disk is full; make room and start again");
    }
    expect(code).toBe("write-stopped");
  }
  const info = { ...REAL_DISK, replaceFile: full };
  expect(() => openForWriting(folder, { parts: { disk: info } })).toThrow("the disk is full");
  const open = openForWriting(folder);
  expect(open.finding).toBe(null);
  open.close();
});
