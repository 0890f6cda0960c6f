// Stamps: a hash of what went in beside a list of what came out, so that a step runs again only when either changed.
import { createHash } from "node:crypto";
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Paths of all files under `folder`, relative to `base`, sorted; empty when there is no such folder. */
export function filesUnder(base, folder) {
  const at = join(base, folder);
  if (!existsSync(at)) return [];
  const found = [];
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesUnder(base, path));
    else found.push(path);
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** SHA-256 (hex) over names and bytes of `files` and the words in `also`; a missing file counts as missing. */
export function hashFiles(base, files, also = []) {
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(base, file);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    hash.update(`${file}\0${bytes === null ? "missing" : bytes.length}\0`);
    if (bytes !== null) hash.update(bytes);
  }
  for (const word of also) hash.update(`${word}\0`);
  return hash.digest("hex");
}

/** Sizes of `files` by name: what a stamp remembers of a step's outputs. */
export function sizesOf(base, files) {
  return Object.fromEntries(files.map((file) => [file, sizeOf(base, file)]));
}

/** True when the stamp was written for these inputs and every output it lists still lies there with its size. */
export function stampHolds(base, path, inputs) {
  const stamp = readStamp(join(base, path));
  if (stamp === null || stamp.inputs !== inputs) return false;
  const outputs = Object.entries(stamp.outputs ?? {});
  return outputs.length > 0 && outputs.every(([file, size]) => sizeOf(base, file) === size);
}

/** Written beside and moved into place: a half-written stamp never exists. */
export function writeStamp(base, path, stamp) {
  const at = join(base, path);
  const beside = `${at}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(stamp)}\n`);
  renameSync(beside, at);
}

function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function sizeOf(base, file) {
  return statSync(join(base, file), { throwIfNoEntry: false })?.size ?? null;
}
