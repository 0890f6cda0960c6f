// After a loss: an old copy is restored, nothing is signed, and two persons go on as another log whose first entry names the loss.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyLog } from "../record/verify/verify-log.ts";
import { draftOf } from "../../test/kit/written-record.ts";
import { backup, restore } from "./backup.ts";
import { beginAnew, nextOrigin } from "./begin-anew.ts";
import { fsck } from "./fsck.ts";
import { sha256, verifyEd25519 } from "./hashing.ts";
import { ANEW_FILE, KEY_FILES } from "./key-folder.ts";
import { logFiles } from "./log-files.ts";
import { openRecord, readRecord } from "./open-record.ts";
import { FILES, makeRecord, openForReading } from "./record-folder.ts";

let base = "";
let folder = "";
let sources = 0;
const BY = { actor: "ann", secondPerson: "bea", reason: "the disk is gone" };

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "truceline-anew-"));
  folder = join(base, "record");
  makeRecord(folder, "truceline.example/river");
  await append(3);
  backup(folder, join(base, "old"), { withLogKey: false, keepDays: 90, now: Date.now() });
  await append(4);
  restore(join(base, "old"), folder, { now: Date.now() });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function append(count: number): Promise<void> {
  const open = openRecord("", { folder });
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  try {
    for (let i = 0; i < count; i++)
      await open.record.append([draftOf(`src-${++sources}`, "source", { fields })]);
  } finally {
    open.close();
  }
}

function requireSound(size: number): void {
  const open = openForReading(folder);
  expect([fsck(open).findings, open.store.head()?.size]).toEqual([[], size]);
  const vkey = readFileSync(join(folder, KEY_FILES.vkey), "utf8").trim();
  open.close();
  const reader = readRecord("", { folder });
  const files = reader === null ? new Map() : logFiles(reader.record);
  reader?.close();
  expect(verifyLog(files, { sha256, verify: verifyEd25519, vkey })).toEqual([]);
}

test("an old copy is read and not written; two persons go on as -2, and the first entry names checkpoint and loss", async () => {
  const signed = readFileSync(join(folder, FILES.signed), "utf8");
  await expect(append(1)).rejects.toMatchObject({
    code: "record-behind-signed-checkpoint",
    message: expect.stringContaining("--begin-anew"),
  });
  const alone = await beginAnew(folder, { ...BY, secondPerson: null });
  expect(alone.problems.map(({ code }) => code)).toEqual(["transition-refused"]);
  expect(readFileSync(join(folder, FILES.signed), "utf8")).toBe(signed);
  const { value } = await beginAnew(folder, BY);
  expect(value).toMatchObject({ origin: "truceline.example/river-2", size: 4, lost: 4 });
  const reader = readRecord("", { folder });
  const { openings = {} } = reader?.record.see(3) ?? {};
  reader?.close();
  expect(openings["continues"]?.value).toBe(signed);
  expect([openings["lost"]?.value, openings["secondPerson"]?.value]).toEqual([4, "bea"]);
  await append(1);
  requireSound(5);
});

test("a log that lost nothing goes on as it is", async () => {
  await beginAnew(folder, BY);
  const again = await beginAnew(folder, BY);
  expect(
    again.problems.map(({ code, message }) => [code, message.includes("nothing is lost")]),
  ).toEqual([["transition-refused", true]]);
});

test("a second loss makes -3; without the last checkpoint nobody knows how much is gone", async () => {
  await beginAnew(folder, BY);
  rmSync(join(folder, FILES.signed));
  const { value } = await beginAnew(folder, BY);
  expect(value).toMatchObject({ origin: "truceline.example/river-3", size: 5, lost: null });
  requireSound(5);
  expect(["a/b", "a/b-2", "a/b-9", "a/b-c"].map(nextOrigin)).toEqual([
    "a/b-2",
    "a/b-3",
    "a/b-10",
    "a/b-c-2",
  ]);
});

test.each(["key", "vkey", "signed", "entry"] as const)(
  "cut off before its %s is there, nothing is written until it is run again, and nothing is doubled",
  async (until) => {
    const was = join(base, "was");
    cpSync(folder, was, { recursive: true });
    const old = fileTexts(was);
    await beginAnew(folder, BY);
    const now = fileTexts(folder);
    const origin = now.origin.trim();
    const marker = { origin, checkpoint: old.signed, lost: 4 };
    rmSync(folder, { recursive: true });
    cpSync(was, folder, { recursive: true });
    writeFileSync(join(folder, ANEW_FILE), JSON.stringify(marker));
    const done = ["origin", "key", "vkey", "signed", "entry"];
    for (const name of done.slice(0, done.indexOf(until)))
      writeFileSync(join(folder, pathOf(name)), now[name as "key"]);
    await expect(append(1)).rejects.toMatchObject({ code: "record-behind-signed-checkpoint" });
    const { value, problems } = await beginAnew(folder, BY);
    expect([problems, value?.origin, value?.size]).toEqual([[], origin, 4]);
    await append(1);
    requireSound(5);
  },
);

function pathOf(name: string): string {
  return name === "signed" ? FILES.signed : KEY_FILES[name as "key"];
}

function fileTexts(at: string) {
  const text = (name: string): string => readFileSync(join(at, pathOf(name)), "utf8");
  return { origin: text("origin"), key: text("key"), vkey: text("vkey"), signed: text("signed") };
}
