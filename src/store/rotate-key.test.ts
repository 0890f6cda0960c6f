// A log that changes its key: two persons, both keys for thirty days, whoever holds either key is led to the other; and a key that was lost.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toUtf8 } from "../record/bytes/utf8.ts";
import { followKeys, KEYS_FILE, keysText } from "../record/note/key-change.ts";
import { verifyLog } from "../record/verify/verify-log.ts";
import { draftOf } from "../../test/kit/written-record.ts";
import { fsck } from "./fsck.ts";
import { sha256, verifyEd25519 } from "./hashing.ts";
import { BOTH_SIGN_MS, KEY_FILES } from "./key-folder.ts";
import { logFiles } from "./log-files.ts";
import { logKey, makeKeyPem, noteBy } from "./log-key.ts";
import { openRecord, readRecord } from "./open-record.ts";
import { makeRecord, openForReading } from "./record-folder.ts";
import { rotateKey } from "./rotate-key.ts";

let folder = "";
let sources = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-keys-"));
  makeRecord(folder, "truceline.example/keys");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BY = { actor: "ann", secondPerson: "bea", reason: "yearly", lastTrustedSize: null };

async function append(now = Date.now()): Promise<string> {
  const open = openRecord("", { folder, now });
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  const { value } = await open.record.append([draftOf(`src-${++sources}`, "source", { fields })]);
  open.close();
  if (value === null) throw new Error("refused");
  return value.head.checkpoint;
}

function signersOf(checkpoint: string): number {
  return checkpoint.split("\n").filter((line) => line.startsWith("— ")).length;
}

function problemsUnder(vkey: string, held: string | null = null): readonly string[] {
  const open = readRecord("", { folder });
  const files = open === null ? new Map() : logFiles(open.record);
  open?.close();
  return verifyLog(files, { sha256, verify: verifyEd25519, vkey }, held).map(
    ({ message }) => message,
  );
}

const vkeyNow = (): string => readFileSync(join(folder, KEY_FILES.vkey), "utf8").trim();

test("takes two persons: alone nobody changes anything, not a file", async () => {
  await append();
  const before = vkeyNow();
  for (const secondPerson of [null, "ann"]) {
    const { value, problems } = await rotateKey(folder, { ...BY, secondPerson });
    expect([value, problems.map(({ code }) => code)]).toEqual([null, ["transition-refused"]]);
  }
  expect(vkeyNow()).toBe(before);
  expect(() => readFileSync(join(folder, KEY_FILES.next))).toThrow("ENOENT");
});

test("after two changes the log holds under each of its three keys, and so does a checkpoint kept from before", async () => {
  const kept = await append();
  const keys = [vkeyNow()];
  for (let i = 0; i < 2; i++) {
    const { value } = await rotateKey(folder, BY);
    keys.push(value?.vkey ?? "");
    await append();
  }
  expect([new Set(keys).size, vkeyNow()]).toEqual([3, keys[2]]);
  for (const vkey of keys) {
    expect(problemsUnder(vkey)).toEqual([]);
    expect(problemsUnder(vkey, kept)).toEqual([]);
  }
  const stranger = logKey("truceline.example/keys", makeKeyPem()).vkey;
  expect(problemsUnder(stranger)).toEqual(["not signed by truceline.example/keys"]);
  const open = openForReading(folder);
  expect(fsck(open).findings).toEqual([]);
  open.close();
});

test("both keys sign for thirty days, then the new one alone; without its notes the log no longer holds under the old one", async () => {
  await append();
  const old = vkeyNow();
  const { value } = await rotateKey(folder, BY);
  const until = value?.bothUntil ?? 0;
  expect(Math.abs(until - Date.now() - BOTH_SIGN_MS)).toBeLessThan(60_000);
  expect(signersOf(await append(until - 60_000))).toBe(2);
  expect(signersOf(await append(until + 60_000))).toBe(1);
  expect(problemsUnder(old)).toEqual([]);
  const open = readRecord("", { folder });
  const bare = new Map(open === null ? [] : logFiles(open.record));
  open?.close();
  bare.delete(KEYS_FILE);
  const how = { sha256, verify: verifyEd25519, vkey: old };
  expect(verifyLog(bare, how).map(({ code }) => code)).toEqual(["bad-signature"]);
});

test.each(["before the files were changed", "between two of them"])(
  "a crash after the entry was kept, %s, ends in the new key",
  async (when) => {
    await append();
    const [old, pem] = [vkeyNow(), readFileSync(join(folder, KEY_FILES.key))];
    const { value } = await rotateKey(folder, BY);
    const fresh = readFileSync(join(folder, KEY_FILES.key));
    if (when.startsWith("before")) {
      writeFileSync(join(folder, KEY_FILES.key), pem);
      writeFileSync(join(folder, KEY_FILES.next), fresh);
    }
    writeFileSync(join(folder, KEY_FILES.vkey), `${old}\n`);
    expect(signersOf(await append())).toBe(2);
    expect(vkeyNow()).toBe(value?.vkey);
    expect([problemsUnder(old), problemsUnder(vkeyNow())]).toEqual([[], []]);
  },
);

test("a key that was lost signs no more and vouches for nothing", async () => {
  await append();
  const old = vkeyNow();
  const beyond = await rotateKey(folder, { ...BY, lastTrustedSize: 9 });
  expect(beyond.problems.map(({ message }) => message)).toEqual([
    "the log has 1 entries; expected a last trusted size of at most that, found 9",
  ]);
  const { value } = await rotateKey(folder, { ...BY, lastTrustedSize: 1 });
  expect([value?.size, value?.bothUntil]).toEqual([3, null]);
  expect(signersOf(await append())).toBe(1);
  expect([problemsUnder(vkeyNow()), problemsUnder(old).length]).toEqual([[], 1]);
});

test("a note that a stranger's key signed, or one that is changed, leads nowhere", () => {
  const [ours, theirs, other] = [1, 2, 3].map(() => logKey("truceline.example/keys", makeKeyPem()));
  if (ours === undefined || theirs === undefined || other === undefined) throw new Error("no keys");
  const text = (after: string): string =>
    `truceline-key-change/1\n${ours.origin}\n5\n${ours.vkey}\n${after}\n`;
  const how = { sha256, verify: verifyEd25519, vkey: ours.vkey };
  const follow = (...notes: readonly string[]) => followKeys(toUtf8(keysText(notes)), how);
  const good = noteBy([ours, theirs], text(theirs.vkey));
  expect(follow(good)).toEqual({
    newest: theirs.vkey,
    all: [ours.vkey, theirs.vkey],
    problems: [],
  });
  const unsigned = noteBy([theirs, other], text(theirs.vkey));
  const half = noteBy([ours], text(theirs.vkey));
  const changed = good.replace("\n5\n", "\n6\n");
  for (const bad of [unsigned, half, changed, good.slice(0, -1), "x"]) {
    const { newest, problems } = follow(good, bad);
    expect([newest, problems.length > 0]).toEqual([ours.vkey, true]);
  }
  expect(followKeys(toUtf8(`${keysText([good])} `), how).problems).toHaveLength(1);
});
