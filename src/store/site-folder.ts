// A folder that we wrote, written anew: what changed is replaced, what is gone is removed, what is not ours stops us.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SiteFolderError } from "./errors.ts";

/** Names every file with its hash, as `sha256sum -c` reads it; the sign that a folder is ours. */
export const SUMS_FILE = "SHA256SUMS";

export interface SiteFolderReport {
  /** Files of the edition now, the sums among them, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
  /** Of all but the sums. */
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Writes files by their path below `folder` (segments of letters, digits, `.`, `_`, `-`; no leading dot). Files of an earlier run
 * that are no longer named are removed; files that no run wrote stay. Throws SiteFolderError when the folder holds something and no
 * run wrote it, when a path leads elsewhere, or when the disk says no.
 */
export async function writeSiteFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<SiteFolderReport> {
  const stray = [...files.keys()].find((path) => !SAFE_PATH.test(path) || path === SUMS_FILE);
  if (stray !== undefined) {
    throw new SiteFolderError(folder, `"${stray}" cannot be the name of a file of a site`);
  }
  try {
    const before = await sumsOf(folder);
    return await replace(folder, files, before);
  } catch (cause) {
    if (cause instanceof SiteFolderError) throw cause;
    const { code = "unknown" } = cause as NodeJS.ErrnoException;
    throw new SiteFolderError(folder, `"${folder}" cannot be written: ${code}`, { cause });
  }
}

const SAFE_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const SUM_LINE = /^([0-9a-f]{64}) {2}(.+)$/;

type Sums = ReadonlyMap<string, string>;

/** What an earlier run wrote; empty for a folder that is new or empty. */
async function sumsOf(folder: string): Promise<Sums> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new SiteFolderError(folder, `"${folder}" is a file`);
    throw error;
  });
  if (entries.length === 0) return new Map();
  const text = await readFile(join(folder, SUMS_FILE), "utf8").catch(() => null);
  const lines = text?.split("\n").filter((line) => line !== "") ?? [];
  const sums = lines.map((line) => SUM_LINE.exec(line));
  if (lines.length === 0 || sums.some((sum) => !SAFE_PATH.test(sum?.[2] ?? ""))) {
    const found = `${entries.length} ${entries.length === 1 ? "entry" : "entries"}`;
    const message = `"${folder}" is not empty (${found}) and no edition was written there; expected a new folder`;
    throw new SiteFolderError(folder, message);
  }
  return new Map(sums.map((sum) => [sum?.[2] ?? "", sum?.[1] ?? ""]));
}

async function replace(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  before: Sums,
): Promise<SiteFolderReport> {
  const changed = await changedPaths(folder, files, before);
  const gone = [...before.keys()].filter((path) => !files.has(path));
  const sums = [...files].map(([path, bytes]) => sumLine(hashOf(bytes), path));
  const old = gone.map((path) => sumLine(before.get(path) ?? "", path));
  await mkdir(folder, { recursive: true });
  // First, and with what is about to go: a run that is cut off leaves a folder that is still known as ours.
  await writeFile(join(folder, SUMS_FILE), [...sums, ...old].join(""));
  for (const path of changed) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), files.get(path) ?? "");
  }
  for (const path of gone) await removeFile(folder, path);
  const list = sums.join("");
  await writeFile(join(folder, SUMS_FILE), list);
  return {
    files: files.size + 1,
    bytes: [...files.values()].reduce((sum, one) => sum + one.length, list.length),
    written: changed.length,
    unchanged: files.size - changed.length,
    removed: gone.length,
  };
}

/** Paths whose file is not there or holds something else. One that is there and was not written by us stops all. */
async function changedPaths(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  before: Sums,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [path, bytes] of files) {
    const found = await readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (found !== null && hashOf(found) === hashOf(bytes)) continue;
    if (found !== null && !before.has(path)) {
      const message = `"${join(folder, path)}" was not written by an export; move it away`;
      throw new SiteFolderError(folder, message);
    }
    changed.push(path);
  }
  return changed;
}

/** Removes a file and the folders that it leaves empty. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    const isGone = await rmdir(join(folder, above)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

function sumLine(sum: string, path: string): string {
  return `${sum}  ${path}\n`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
