// A case folder whose record is on disk: its seeds once, opened again, read beside the writer, refused when there is a finding.
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseDraft } from "../record/kinds/entry.ts";
import { plain } from "../../test/kit/record-log.ts";
import { filesOf } from "../../test/kit/load-folder.ts";
import { makeRecord, recordFolderOf } from "./record-folder.ts";
import { openRecord, readRecord } from "./open-record.ts";
import { appendSeeds } from "./seeds.ts";

const files = filesOf("cases/example");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-case-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function draft(id: string) {
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  const { value } = parseDraft({ id, kind: "source", actor: "ann", fields });
  if (value === null) throw new Error(id);
  return value;
}

test("a record is made, filled from the seeds once, and is the same when it is opened again", async () => {
  expect(readRecord(folder)).toBe(null);
  makeRecord(recordFolderOf(folder), "truceline.example/example");
  const first = openRecord(folder);
  const by = { actor: "ann", viewer: first.here };
  const { appended } = await appendSeeds(first.record, files, by);
  const reading = readRecord(folder);
  expect(reading?.record.head).toEqual(first.record.head);
  const before = plain(first.record.state(first.here));
  reading?.close();
  first.close();
  const second = openRecord(folder);
  expect(second.record.size).toBe(appended);
  expect(plain(second.record.state(second.here))).toEqual(before);
  expect((await appendSeeds(second.record, files, by)).appended).toBe(0);
  expect((await second.record.append([draft("src-new")])).value?.first).toBe(appended);
  second.close();
});

test("nobody but its owner reads a record, whatever it holds", () => {
  makeRecord(recordFolderOf(folder), "truceline.example/example");
  expect(statSync(join(folder, ".truceline")).mode & 0o777).toBe(0o700);
});

test("requests that wait when a record is closed are on disk", async () => {
  makeRecord(recordFolderOf(folder), "truceline.example/example");
  const first = openRecord(folder);
  const waiting = first.record.append([draft("src-1")]);
  first.close();
  expect((await waiting).value?.head.size).toBe(1);
  const again = readRecord(folder);
  expect(again?.record.size).toBe(1);
  again?.close();
});

test("an old copy is read, and whoever writes to it is told why not", async () => {
  makeRecord(recordFolderOf(folder), "truceline.example/example");
  const kept = `${folder}/kept`;
  const first = openRecord(folder);
  await first.record.append([draft("src-1")]);
  first.close();
  cpSync(join(recordFolderOf(folder), "record.db"), kept);
  const second = openRecord(folder);
  await second.record.append([draft("src-2")]);
  second.close();
  cpSync(kept, join(recordFolderOf(folder), "record.db"));
  const old = openRecord(folder);
  expect(old.finding?.code).toBe("record-behind-signed-checkpoint");
  expect(old.record.state().things.size).toBe(1);
  await expect(old.record.append([draft("src-3")])).rejects.toMatchObject({
    code: "record-behind-signed-checkpoint",
  });
  old.close();
});

test("a reader that stays open sees what the writer adds, and a new policy or redaction changes all of its views", async () => {
  makeRecord(recordFolderOf(folder), "truceline.example/example");
  const writer = openRecord(folder);
  const reader = readRecord(folder);
  if (reader === null) throw new Error("no record");
  await writer.record.append([draft("src-1")]);
  expect(reader.record.state().things.size).toBe(1);
  await writer.record.append([draft("src-2")]);
  expect(reader.record.state().things.size).toBe(2);
  expect(reader.record.entries().length).toBe(2);
  const fields = { reason: "closed", classes: { source: { title: "restricted" } } };
  const { value: policy } = parseDraft({ id: "pol-1", kind: "policy", actor: "ann", fields });
  if (policy === null) throw new Error("no policy");
  await writer.record.append([policy, draft("src-3")]);
  for (const { record } of [writer, reader]) {
    expect(
      [...record.state().things.values()].filter(({ fields: { title } }) => title === "t"),
    ).toEqual([]);
  }
  reader.close();
  writer.close();
});
