// One writer a record: SQLite's exclusive lock on an empty file beside it, which the system lets go when the process ends.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import type { OpenDriver } from "./driver.ts";
import { RecordStoreError } from "./errors.ts";

const LOCK = "writer.db";
const INFO = "writer.json";

/** Who writes, as text for whoever comes second. */
export interface Writer {
  readonly pid: number;
  /** ISO 8601. */
  readonly startedAt: string;
}

export interface WriterLock {
  readonly release: () => void;
}

/** Throws RecordStoreError `store-in-use` with the first writer's pid and start time. */
export function lockForWriting(
  folder: string,
  writer: Writer,
  { openDriver, disk }: { readonly openDriver: OpenDriver; readonly disk: Disk },
): WriterLock {
  const driver = openDriver(join(folder, LOCK));
  try {
    driver.exec("PRAGMA busy_timeout=0; BEGIN EXCLUSIVE");
  } catch (cause) {
    driver.close();
    if (!isBusy(cause)) throw cause;
    throw new RecordStoreError("store-in-use", inUse(folder), { cause });
  }
  const release = (): void => driver.close();
  orRelease(release, () => disk.replaceFile(join(folder, INFO), `${JSON.stringify(writer)}\n`));
  return { release };
}

/** What fails once the lock is held lets it go: else a process that lives on would lock itself out. */
export function orRelease<T>(release: () => void, work: () => T): T {
  try {
    return work();
  } catch (error) {
    release();
    throw error;
  }
}

function inUse(folder: string): string {
  const first = firstWriter(folder);
  const who =
    first === null ? "another process" : `process ${first.pid}, which started ${first.startedAt}`;
  return `"${folder}" is in use by ${who}; a record has one writer at a time. Commands that only read work beside it`;
}

function firstWriter(folder: string): Writer | null {
  try {
    const { pid, startedAt }: Partial<Record<string, unknown>> = JSON.parse(
      readFileSync(join(folder, INFO), "utf8"),
    );
    return typeof pid === "number" && typeof startedAt === "string" ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
