// A case folder read from disk: the text of every file that a case is made of, by its path below the folder.
// Only plain files are read: a link in a stranger's case must not show what lies outside it.
import { readFile, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { CaseFiles } from "../case/case.ts";
import { didYouMean } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import { CaseFolderError, TooLargeError } from "./errors.ts";

/** Nothing in a case is larger; a mistaken path (a disk image, a dump) is refused before it is read. */
const MOST_BYTES = 64 * 1024 * 1024;
/** YAML and Markdown: a text of MAX_TEXT characters of three bytes each is refused by its parser, with its place. */
const MOST_WRITTEN_BYTES = 16 * 1024 * 1024;
const WRITTEN = /\.(?:ya?ml|md)$/i;
const CASE_FILE = "case.yaml";
const READ = /\.(?:ya?ml|md|geojson|json|csv)$/i;

/**
 * Reads a case folder; paths in the result use `/`, in text order. Names that begin with a dot (the store among them)
 * are left out. Bytes that are not UTF-8 become U+FFFD, which no parser accepts in an id. Throws CaseFolderError.
 */
export async function readCaseFolder(folder: string): Promise<CaseFiles> {
  await requireCase(folder);
  const paths = [...(await pathsBelow(folder, ""))].sort(compareText);
  const files = new Map<string, string>();
  for (const path of paths) files.set(path, await readText(folder, path));
  return files;
}

async function requireCase(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) {
    const hint = await nearFolders(folder);
    throw new CaseFolderError(folder, `no case folder at "${folder}"${hint}`);
  }
  if (!found.isDirectory()) {
    throw new CaseFolderError(folder, `"${folder}" is a file; expected a case folder`);
  }
  const settings = await stat(join(folder, CASE_FILE)).catch(() => null);
  if (settings?.isFile() !== true) {
    const hint = await casesIn(folder);
    throw new CaseFolderError(folder, `"${folder}" holds no ${CASE_FILE}${hint}`);
  }
}

async function pathsBelow(folder: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith("."));
  const paths = await Promise.all(
    visible.map(async (entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return pathsBelow(folder, path);
      return entry.isFile() && READ.test(entry.name) ? [path] : [];
    }),
  );
  return paths.flat();
}

async function readText(folder: string, path: string): Promise<string> {
  const at = join(folder, path);
  try {
    return await readBounded(at);
  } catch (cause) {
    if (cause instanceof TooLargeError) throw new CaseFolderError(folder, cause.message, { cause });
    throw new CaseFolderError(folder, `"${at}" cannot be read`, { cause });
  }
}

/** A text file whose size was looked at first. Throws TooLargeError (T801 in its words) and what the disk throws. */
export async function readBounded(path: string): Promise<string> {
  const { size } = await stat(path);
  const most = WRITTEN.test(path) ? MOST_WRITTEN_BYTES : MOST_BYTES;
  if (size > most) throw new TooLargeError(path, { size, most });
  return readFile(path, "utf8");
}

/** An attachment is held in memory whole while it is hashed and written. */
const MOST_ATTACHMENT_BYTES = 512 * 1024 * 1024;

/** A file as it is, whose size was looked at first. Throws TooLargeError and what the disk throws. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MOST_ATTACHMENT_BYTES)
    throw new TooLargeError(path, { size, most: MOST_ATTACHMENT_BYTES });
  return new Uint8Array(await readFile(path));
}

/** Folders beside a wrong path, and the cases in `cases/`, whose names are near. */
async function nearFolders(folder: string): Promise<string> {
  const parent = dirname(folder);
  const beside = (await folderNames(parent)).map((name) => join(parent, name));
  const shipped = (await folderNames("cases")).map((name) => join("cases", name));
  const exact = shipped.filter((path) => basename(path) === basename(folder));
  if (exact.length > 0) return `; did you mean "${exact[0]}"?`;
  const hint = didYouMean(folder, new Set([...beside, ...shipped]));
  return hint === undefined ? "" : `; ${hint}`;
}

/** A folder of cases given instead of one of them. */
async function casesIn(folder: string): Promise<string> {
  const inside = await folderNames(folder);
  const cases: string[] = [];
  for (const name of inside) {
    const settings = await stat(join(folder, name, CASE_FILE)).catch(() => null);
    if (settings?.isFile() === true) cases.push(`"${join(folder, name)}"`);
  }
  if (cases.length > 0) return `; the cases in it are ${cases.sort(compareText).join(", ")}`;
  return "; `truceline new DIR` makes a case";
}

async function folderNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
