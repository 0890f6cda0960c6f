// Rows read together are the rows read one by one, and what is damaged in any column is damaged either way.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchOf } from "../../test/kit/store-suite.ts";
import { makeEntries } from "../../test/proof/make-log.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import { REAL_DISK } from "./disk.ts";
import { openLibsql } from "./driver.ts";
import type { Driver } from "./driver.ts";
import { rowAt, rowsBetween } from "./entry-rows.ts";
import { makeCompartmentKey } from "./keyring.ts";
import { FILES, makeRecord, openForReading, openForWriting } from "./record-folder.ts";
import type { Store } from "./store.ts";

const SIZE = 70;
const ALL = { restricted: true, compartments: new Set(["talks"]) };
let base = "";
let driver: Driver;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "truceline-rows-"));
  const keys = join(base, "keys-of-compartments");
  REAL_DISK.makeFolder(keys);
  makeCompartmentKey(REAL_DISK, keys, "talks");
  makeRecord(base, "truceline.example/check");
  const { store, close } = openForWriting(base, { compartmentKeys: keys });
  store.append(batchOf(store, makeEntries(SIZE)));
  close();
  driver = openLibsql(join(base, FILES.database));
});
afterEach(() => {
  driver.close();
  rmSync(base, { recursive: true, force: true });
});

describe("rows of entries", () => {
  test.each([
    ["everybody", PUBLIC_VIEWER],
    ["restricted fields", { restricted: true, compartments: new Set<string>() }],
    ["a compartment", { restricted: false, compartments: new Set(["talks"]) }],
    ["all", ALL],
  ])("together are those read one by one, for the reach of %s", (_name, reach) => {
    const plain = Array.from({ length: SIZE }, (_, index) => rowAt(driver, index, reach));
    const bytes = (row: unknown): string =>
      JSON.stringify(row, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
      );
    for (const [from, until] of [
      [0, SIZE],
      [7, 8],
      [63, 66],
    ] as const) {
      const rows = rowsBetween(driver, { from, until }, reach);
      expect(rows?.length).toBe(until - from);
      expect(rows?.map(bytes)).toEqual(plain.slice(from, until).map(bytes));
    }
  });

  test("too few of them are none", () => {
    expect(rowsBetween(driver, { from: SIZE - 2, until: SIZE + 1 }, ALL)).toBe(null);
    expect(rowsBetween(driver, { from: SIZE, until: SIZE + 1 }, ALL)).toBe(null);
  });

  test.each([
    ["entry", "id = id || 'x'"],
    ["entry", "of = 'inc-1'"],
    ["entry", "kind = kind || char(0)"],
    ["entry", "recorded = recorded + 1"],
    ["entry", "leaf = substr(leaf, 2)"],
    ["entry", "leaf = CAST(leaf || x'20' AS BLOB)"],
    ["payload", "public = CAST(x'ff' || substr(public, 2) AS BLOB)"],
    ["payload", "public = x''"],
    ["payload", "restricted = x'00'"],
    ["payload", "sealed = substr(sealed, 2)"],
    ["payload", "sums = substr(sums, 1, 95)"],
  ])("what was changed in %s by %s is told as it is when read alone", (table, set) => {
    const index = 4;
    driver.run(`UPDATE ${table} SET ${set} WHERE seq = ?`, index);
    expect(alone(index)).toMatch(/^DamagedError/);
    expect(together()).toBe(alone(index));
  });

  test("an id that is no UTF-8 any more is damage", () => {
    driver.run("UPDATE entry SET id = CAST(x'696e63ff' AS TEXT) WHERE seq = ?", 4);
    expect(alone(4)).toMatch(/^DamagedError: .*no UTF-8/);
    expect(together()).toMatch(/^DamagedError: "pos-4" stands under another id/);
  });
});

const alone = (index: number): string => outcome((store) => store.read(index, ALL));
const together = (): string => outcome((store) => [...store.entries(0, SIZE, ALL)]);

function outcome(read: (store: Store) => unknown): string {
  const compartmentKeys = join(base, "keys-of-compartments");
  const { store, close } = openForReading(base, { compartmentKeys });
  try {
    read(store);
    return "sound";
  } catch (error) {
    return String(error);
  } finally {
    close();
  }
}
