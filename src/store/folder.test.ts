// A case folder from disk: only what a case is made of is read, nothing outside it, and a wrong path gets a useful answer.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CaseFolderError } from "./errors.ts";
import { readCaseFolder } from "./folder.ts";

let folder = "";

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "truceline-folder-")), "river");
  mkdirSync(join(folder, "record"), { recursive: true });
  writeFileSync(join(folder, "case.yaml"), "id: river\n");
  writeFileSync(join(folder, "record/sources.yaml"), "[]\n");
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

test("files come by their path below the folder, in text order", async () => {
  const files = await readCaseFolder(folder);
  expect([...files]).toEqual([
    ["case.yaml", "id: river\n"],
    ["record/sources.yaml", "[]\n"],
  ]);
});

test("the store, hidden files and files of other sorts stay unread", async () => {
  mkdirSync(join(folder, ".truceline"));
  writeFileSync(join(folder, ".truceline/secret.yaml"), "key");
  writeFileSync(join(folder, ".hidden.yaml"), "x");
  writeFileSync(join(folder, "photo.jpg"), "x");
  expect((await readCaseFolder(folder)).size).toBe(2);
});

test("a link in a stranger's case does not show what lies outside it", async () => {
  writeFileSync(join(folder, "../outside.yaml"), "secret");
  symlinkSync(join(folder, "../outside.yaml"), join(folder, "roster.yaml"));
  symlinkSync(join(folder, ".."), join(folder, "zones"));
  const files = await readCaseFolder(folder);
  expect([...files.values()].join()).not.toContain("secret");
  expect(files.size).toBe(2);
});

test("a wrong path names the nearest one", async () => {
  const wrong = readCaseFolder(folder.replace(/river$/, "rivre"));
  await expect(wrong).rejects.toThrow(CaseFolderError);
  await expect(wrong).rejects.toThrow(`did you mean "${folder}"?`);
});

test("a folder without case.yaml says what makes it a case", async () => {
  rmSync(join(folder, "case.yaml"));
  await expect(readCaseFolder(folder)).rejects.toThrow("holds no case.yaml");
});
