// A whole case as one text: the files that it is loaded from, for a page that answers every question by itself.
// What lies in a case folder without being part of the case goes by its name only: a pack is published.
import { isPlainMap } from "../model/json.ts";
import type { CaseFiles } from "../case/case.ts";
import { isCasePath, isSeedPath, loadCase } from "../case/load-case.ts";
import { STANDING_FILE } from "../case/standing-file.ts";
import { logJson, logOf } from "./pack-log.ts";
import type { RecordedLog } from "./recorded.ts";
import { readyCase } from "./routes/ready-case.ts";
import type { ReadyCase } from "./routes/ready-case.ts";

export const PACK_FORMAT = "truceline/pack/1";

/** Text that was to be a pack and is none, or holds no usable case. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/**
 * Packs the files of a case, in text order of their paths. `version` is the program's own, `log` what everybody may read of its record.
 * Where a record counts, the seeds it began with go by their names only: what was corrected or redacted since still stands in them.
 * Same files, same text.
 */
export function makePack(files: CaseFiles, version: string, log?: RecordedLog): string {
  const hasRecord = files.has(STANDING_FILE);
  const isPacked = (path: string): boolean =>
    isCasePath(path) && !(hasRecord && isSeedPath(path) && path !== STANDING_FILE);
  const paths = [...files.keys()].sort();
  const packed = paths.map((path) => [path, isPacked(path) ? (files.get(path) ?? "") : ""]);
  const told = log === undefined || log.head === null ? {} : { log: logJson(log) };
  const whole = { format: PACK_FORMAT, version, files: Object.fromEntries(packed), ...told };
  return JSON.stringify(whole);
}

/** The case of a pack, ready to be asked. Throws PackError. */
export function openPack(text: string): ReadyCase {
  const { files, version, log } = unpack(text);
  const { value, problems } = loadCase(files);
  if (value === null) throw new PackError("the case of the pack cannot be used");
  return readyCase(value, { version, problems, ...(log === null ? {} : { recorded: log }) });
}

/** The files of a pack and the version of the program that made it. Throws PackError. */
export function unpack(text: string): {
  readonly files: CaseFiles;
  readonly version: string;
  /** Null: the case is only seeds. */
  readonly log: RecordedLog | null;
} {
  const pack: unknown = JSON.parse(text);
  if (!isPlainMap(pack) || pack["format"] !== PACK_FORMAT) {
    throw new PackError(`this is no pack; expected the format ${PACK_FORMAT}`);
  }
  const { version, files } = pack;
  if (typeof version !== "string" || !isPlainMap(files)) {
    throw new PackError("the pack names no version or holds no files");
  }
  const texts = Object.entries(files).map(([path, content]) => [path, String(content)] as const);
  return { files: new Map(texts), version, log: logOf(pack["log"]) };
}
