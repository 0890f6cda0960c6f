// Copies of a record and the way back (RECORD 12). A copy is taken while the writer writes; what it lacks shows against `signed`.
import {
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expiryOf, noteBackup } from "./copies-outside.ts";
import type { Disk } from "./disk.ts";
import { REAL_DISK } from "./disk.ts";
import { openLibsql } from "./driver.ts";
import { RecordStoreError } from "./errors.ts";
import { fsck } from "./fsck.ts";
import type { Fsck } from "./fsck.ts";
import { FILES, hasRecord, openForReading, openForWriting } from "./record-folder.ts";
import type { OpenHow } from "./record-folder.ts";
import { openToRead } from "./read-only.ts";
import { whyStopped } from "./why-stopped.ts";

export interface BackupReport {
  readonly folder: string;
  /** How many entries the copy has. */
  readonly size: number;
  readonly attachments: number;
  readonly hasLogKey: boolean;
  /** The day on which it is to be destroyed. */
  readonly expires: string;
  /** False where the record's own folder takes no note of it, such as on a read-only disk. */
  readonly isNoted: boolean;
}

export interface BackupHow {
  /** With the key of the log: whoever has the copy can then sign in its name. */
  readonly withLogKey: boolean;
  /** For how many days it is kept: a redaction does not reach into it. */
  readonly keepDays: number;
  readonly now: number;
  readonly disk?: Disk;
}

/** Copies a record to a new folder. Sealed values stay encrypted. Throws RecordStoreError. */
export function backup(
  folder: string,
  to: string,
  { withLogKey, keepDays, now, disk = REAL_DISK }: BackupHow,
): BackupReport {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new RecordStoreError(
      "store-in-use",
      `"${to}" is not empty; a backup goes to a new folder`,
    );
  }
  return inWords(`"${folder}" cannot be copied to "${to}"`, () => {
    disk.makeFolder(to);
    copyDatabase(join(folder, FILES.database), join(to, FILES.database), disk);
    for (const name of [FILES.vkey, FILES.origin, ...(withLogKey ? [FILES.key] : [])]) {
      copyWhole(join(folder, name), join(to, name), disk);
    }
    const attachments = copyBlobs(folder, to, disk);
    const copy = openForReading(to);
    const head = copy.store.head();
    copy.close();
    disk.replaceFile(
      join(to, FILES.signed),
      head?.checkpoint ?? readFileSync(join(folder, FILES.signed)),
    );
    const expires = expiryOf(now, keepDays);
    const isNoted = noteBackup(folder, { to, now, expires });
    return {
      folder: to,
      size: head?.size ?? 0,
      attachments,
      hasLogKey: withLogKey,
      expires,
      isNoted,
    };
  });
}

export interface RestoreReport {
  readonly checked: Fsck;
  readonly size: number;
  /** Where the record that was there lies now; null when there was none. */
  readonly before: string | null;
  /** Why the restored record is read and not written, such as being behind what was signed; null = it can be written. */
  readonly finding: RecordStoreError | null;
}

/**
 * Puts a backup in the place of a record, after checking all of it: a copy with findings is not restored. What was signed last, the
 * keys and the attachments that are there stay; the record that was there is moved aside, never deleted.
 */
export function restore(
  from: string,
  folder: string,
  how: OpenHow & { readonly now: number },
): RestoreReport | Fsck {
  return inWords(`"${from}" cannot be restored to "${folder}"`, () => {
    const { disk = REAL_DISK } = how.parts ?? {};
    const copy = openForReading(from, how);
    const checked = fsck(copy);
    copy.close();
    if (checked.findings.length > 0) return checked;
    disk.makeFolder(folder);
    const before = moveAside(folder, how);
    copyDatabase(join(from, FILES.database), join(folder, FILES.database), disk);
    for (const name of [FILES.vkey, FILES.origin, FILES.key, FILES.signed]) {
      if (existsSync(join(from, name)) && !existsSync(join(folder, name)))
        copyWhole(join(from, name), join(folder, name), disk);
    }
    copyBlobs(from, folder, disk);
    const opened = openForWriting(folder, how);
    const { finding, store } = opened;
    const size = store.head()?.size ?? 0;
    opened.close();
    return { checked, size, before, finding };
  });
}

/**
 * The database of the record that is there, with its log, beside the folder under a name that says when: what a redaction takes out of
 * the folder is in none of its files. Nobody may be writing to it.
 */
function moveAside(folder: string, how: OpenHow & { readonly now: number }): string | null {
  if (!hasRecord(folder)) return null;
  openForWriting(folder, how).close();
  const at = new Date(how.now).toISOString().replaceAll(":", "");
  const aside = `${folder}-before-${at}`;
  const { disk = REAL_DISK } = how.parts ?? {};
  disk.makeFolder(aside);
  for (const ending of ["", "-wal", "-shm"]) {
    const name = `${FILES.database}${ending}`;
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
  }
  disk.syncFolder(aside);
  disk.syncFolder(folder);
  return aside;
}

/** A whole and consistent copy, also of a database that is being written to. */
function copyDatabase(from: string, to: string, disk: Disk): void {
  const fresh = `${to}.new`;
  rmSync(fresh, { force: true });
  const driver = openToRead(from, openLibsql, (one) => one.all("SELECT size FROM head"));
  try {
    driver.run("VACUUM INTO ?", fresh);
  } finally {
    driver.close();
  }
  putInPlace(to, disk);
}

function copyBlobs(from: string, to: string, disk: Disk): number {
  const blobs = join(from, FILES.blobs);
  if (!existsSync(blobs)) return 0;
  let count = 0;
  for (const first of readdirSync(blobs)) {
    for (const hash of readdirSync(join(blobs, first))) {
      const target = join(to, FILES.blobs, first, hash);
      if (!existsSync(target)) copyWhole(join(blobs, first, hash), target, disk);
      count++;
    }
  }
  return count;
}

function copyWhole(from: string, to: string, disk: Disk): void {
  disk.makeFolder(dirname(to));
  copyFileSync(from, `${to}.new`);
  putInPlace(to, disk);
}

/** The whole file `<to>.new` under its own name, there after a crash. */
function putInPlace(to: string, disk: Disk): void {
  const handle = openSync(`${to}.new`, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${to}.new`, to);
  disk.syncFolder(dirname(to));
}

function inWords<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RecordStoreError) throw cause;
    throw new RecordStoreError("store-unreadable", `${what}: ${whyStopped(cause).message}`, {
      cause,
    });
  }
}
