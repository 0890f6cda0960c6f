// The parts of set-up: stamps that cannot be fooled, a lock that only one holds, a clear word to the owner of an old Node.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acquireLock } from "../scripts/house/lock.mjs";
import { filesUnder, hashFiles, sizesOf, stampHolds, writeStamp } from "../scripts/house/stamp.mjs";
import { nodeTooOld } from "../scripts/setup.mjs";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-setup-"));
  mkdirSync(join(folder, "src"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "src/a.ts"), "one");
  writeFileSync(join(folder, "dist/a.js"), "one");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a stamp", () => {
  test("holds while inputs and outputs are as they were, whatever their dates", () => {
    stamp();
    utimesSync(join(folder, "src/a.ts"), 0, 0);
    expect(holds()).toBe(true);
  });

  test("falls when an input changes, comes or goes", () => {
    stamp();
    writeFileSync(join(folder, "src/a.ts"), "two");
    expect(holds()).toBe(false);
    writeFileSync(join(folder, "src/a.ts"), "one");
    expect(holds()).toBe(true);
    writeFileSync(join(folder, "src/b.ts"), "");
    expect(holds()).toBe(false);
  });

  test("is not trusted when an output is gone or has another size", () => {
    stamp();
    writeFileSync(join(folder, "dist/a.js"), "");
    expect(holds()).toBe(false);
    rmSync(join(folder, "dist/a.js"));
    expect(holds()).toBe(false);
  });

  test("of a step that made nothing, or half written, is none", () => {
    writeStamp(folder, "stamp.json", { inputs: inputs(), outputs: {} });
    expect(holds()).toBe(false);
    writeFileSync(join(folder, "stamp.json"), "{");
    expect(holds()).toBe(false);
  });
});

describe("the lock", () => {
  test("lets the second wait until the first gives it back", async () => {
    const path = join(folder, "lock");
    const order: string[] = [];
    const giveBack = await acquireLock(path, () => undefined);
    const second = acquireLock(path, () => order.push("told to wait")).then((give) => {
      order.push("second");
      give();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push("first done");
    giveBack();
    await second;
    expect(order).toEqual(["told to wait", "first done", "second"]);
  });

  test("of a process that is gone is taken over", async () => {
    const path = join(folder, "lock");
    mkdirSync(path);
    writeFileSync(join(path, "owner"), "999999999");
    const giveBack = await acquireLock(path, () => undefined);
    giveBack();
    expect(filesUnder(folder, "lock")).toEqual([]);
  });
});

test.each([
  ["18.20.4", /needs Node 20\.19 or newer; this is Node 18\.20\.4/],
  ["20.18.3", /needs Node 20\.19/],
])("Node %s is refused with what is needed", (version, says) => {
  expect(nodeTooOld(version)).toMatch(says);
});

test.each(["20.19.0", "22.0.0", "24.1.0"])("Node %s will do", (version) => {
  expect(nodeTooOld(version)).toBeNull();
});

function inputs(): string {
  return hashFiles(folder, filesUnder(folder, "src"));
}

function stamp(): void {
  writeStamp(folder, "stamp.json", { inputs: inputs(), outputs: sizesOf(folder, ["dist/a.js"]) });
}

function holds(): boolean {
  return stampHolds(folder, "stamp.json", inputs());
}
