// The keys of a log on disk (RECORD 5): the one that signs, for thirty days the one before, and one that the record does not name yet.
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { keyEntries } from "./key-entries.ts";
import { bothKeys, logKey } from "./log-key.ts";
import type { LogKey } from "./log-key.ts";
import type { Store } from "./store.ts";

/** What lies where below the record's folder. */
export const KEY_FILES = {
  key: join("keys", "log.pem"),
  /** Made for a change of keys; the log's own once the record names it. */
  next: join("keys", "next.pem"),
  before: join("keys", "before.pem"),
  origin: join("keys", "origin"),
  vkey: "vkey",
} as const;

/** There while a new log is begun after a loss: nothing is written otherwise until its first entry is. */
export const ANEW_FILE = join("keys", "anew");

/** So long both keys sign, for whoever has only the old one. */
export const BOTH_SIGN_MS = 30 * 24 * 3_600_000;

/** The key of that file; null when it is not there. */
export function keyAt(folder: string, name: "key" | "next" | "before"): LogKey | null {
  const path = join(folder, KEY_FILES[name]);
  return existsSync(path) ? logKey(originOf(folder), readFileSync(path, "utf8")) : null;
}

export function originOf(folder: string): string {
  return readFileSync(join(folder, KEY_FILES.origin), "utf8").trim();
}

/**
 * What signs: the key, and beside it the one before for thirty days after the record named the new one, unless it was withdrawn. Null
 * when the key is not here. Ends a change of keys that the record names and a crash left unfinished.
 */
export function signingKey(
  folder: string,
  store: Store,
  { disk, now }: { readonly disk: Disk; readonly now: number },
): LogKey | null {
  const story = keyEntries(store, store.head()?.size ?? 0);
  const named = story.filter(({ isWithdrawn }) => !isWithdrawn).at(-1);
  if (named !== undefined) finishChange(folder, named.vkey, disk);
  const key = keyAt(folder, "key");
  const before = keyAt(folder, "before");
  if (key === null || before === null || named === undefined) return key;
  const isGone = story.some(({ isWithdrawn, vkey }) => isWithdrawn && vkey === before.vkey);
  return isGone || now - named.recordedAt > BOTH_SIGN_MS ? key : bothKeys(key, before);
}

/** Each step may be the last one before a crash; doing all of them again does no harm. */
export function finishChange(folder: string, vkey: string, disk: Disk): void {
  const at = (name: keyof typeof KEY_FILES): string => join(folder, KEY_FILES[name]);
  if (keyAt(folder, "next")?.vkey === vkey) {
    if (existsSync(at("key"))) disk.replaceFile(at("before"), readFileSync(at("key")));
    renameSync(at("next"), at("key"));
    disk.syncFolder(dirname(at("key")));
  }
  const isNew = keyAt(folder, "key")?.vkey === vkey;
  if (isNew && readFileSync(at("vkey"), "utf8").trim() !== vkey)
    disk.replaceFile(at("vkey"), `${vkey}\n`);
}

/** A key that the record does not name. */
export function dropNext(folder: string, disk: Disk): void {
  rmSync(join(folder, KEY_FILES.next), { force: true });
  disk.syncFolder(join(folder, "keys"));
}
