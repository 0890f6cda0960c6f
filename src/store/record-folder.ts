// A record in its folder, `<case>/.truceline/`: made, opened for writing after what a crash may have left was looked at, or read.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { emptyRoot, sameBytes } from "../record/tree/hash-tree.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import { treeRoot } from "../record/tree/proof.ts";
import { blobFolder } from "./blob-folder.ts";
import { REAL_DISK } from "./disk.ts";
import type { Disk } from "./disk.ts";
import { openLibsql } from "./driver.ts";
import type { Driver, OpenDriver } from "./driver.ts";
import { DamagedError, RecordStoreError } from "./errors.ts";
import { sha256 } from "./hashing.ts";
import { readKeyring } from "./keyring.ts";
import type { Keyring } from "./keyring.ts";
import { logKey, makeKeyPem } from "./log-key.ts";
import { ANEW_FILE, KEY_FILES, signingKey } from "./key-folder.ts";
import type { LogKey } from "./log-key.ts";
import { hashSource } from "./log-tree.ts";
import { openSigned } from "./signed-file.ts";
import { snapshotFolder } from "./snapshots.ts";
import type { Snapshots } from "./snapshots.ts";
import type { OpenSigned, SignedFile } from "./signed-file.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { pageFaults, setUpTables } from "./tables.ts";
import { diskWords, whyStopped } from "./why-stopped.ts";
import { openToRead } from "./read-only.ts";
import { lockForWriting, orRelease } from "./writer-lock.ts";
import type { WriterLock } from "./writer-lock.ts";
import type { Store } from "./store.ts";

/** What lies where in the folder. */
export const FILES = {
  database: "record.db",
  signed: "signed",
  key: KEY_FILES.key,
  origin: KEY_FILES.origin,
  vkey: KEY_FILES.vkey,
  blobs: "blobs",
  cache: "cache",
} as const;
/** Leaves that are hashed again at every start. */
const LOOKED_AT = 1_000;

/** The parts that touch the disk; checks put faulty ones in their place. */
export interface DiskParts {
  readonly disk: Disk;
  readonly openDriver: OpenDriver;
  readonly openSigned: OpenSigned;
  /** What stands in the way of writing, after a start; null = nothing. */
  readonly examine: typeof examine;
}

export interface OpenHow {
  /** Folder with the keys of compartments; null = nothing sealed is opened. */
  readonly compartmentKeys?: string | null;
  /** Where the last signed checkpoint lies; default: in the record's folder. */
  readonly signedPath?: string;
  readonly parts?: Partial<DiskParts>;
  readonly pid?: number;
  readonly now?: number;
}

/** An opened record, before anybody reads meaning into it. */
export interface OpenedFolder {
  readonly store: Store;
  readonly key: LogKey | null;
  readonly keyring: Keyring;
  /** The key with which others check the record. */
  readonly vkey: string;
  /** Why nothing is written although it was opened for that; reads go on. */
  readonly finding: RecordStoreError | null;
  readonly snapshots: Snapshots;
  /** What SQLite's own check of its pages finds; reads the whole database. */
  readonly pageFaults: () => readonly string[];
  readonly close: () => void;
}

/** Where the record of a case lies. */
export function recordFolderOf(caseFolder: string): string {
  return join(caseFolder, ".truceline");
}

/** Where the signed head of a case's record lies: another file takes its place with everything that is written. */
export function signedFileOf(caseFolder: string): string {
  return join(recordFolderOf(caseFolder), FILES.signed);
}

/** Whether a folder holds a record. */
export function hasRecord(folder: string): boolean {
  return existsSync(join(folder, FILES.database));
}

/** Makes an empty record with its key. `origin` is `<name>/<case>`. Throws RecordStoreError when one is there, and what the disk throws. */
export function makeRecord(folder: string, origin: string, how: OpenHow = {}): void {
  const { disk, openDriver } = partsOf(how);
  if (hasRecord(folder))
    throw new RecordStoreError("store-in-use", `"${folder}" holds a record already`);
  onDisk(folder, () => {
    disk.makeFolder(join(folder, "keys"));
    disk.createFile(join(folder, FILES.key), makeKeyPem());
    disk.createFile(join(folder, FILES.origin), `${origin}\n`);
    const key = readKey(folder);
    const empty = key.sign({ size: 0, root: emptyRoot(sha256) });
    disk.replaceFile(join(folder, FILES.vkey), `${key.vkey}\n`);
    disk.replaceFile(how.signedPath ?? join(folder, FILES.signed), empty);
    const driver = openDriver(join(folder, FILES.database));
    setUpTables(driver);
    driver.all("PRAGMA wal_checkpoint(TRUNCATE)");
    driver.close();
    // SQLite fsyncs the folder for its log and not for the database itself.
    disk.syncFolder(folder);
  });
}

/** Opens a record to write to it. Throws RecordStoreError `store-in-use`, `store-unreadable`. */
export function openForWriting(folder: string, how: OpenHow = {}): OpenedFolder {
  const parts = partsOf(how);
  requireRecord(folder);
  const { pid = process.pid, now = Date.now() } = how;
  const writer = { pid, startedAt: new Date(now).toISOString() };
  return onDisk(folder, () => {
    const lock = lockForWriting(folder, writer, parts);
    return orRelease(lock.release, () => openLocked(folder, { ...how, now, parts, lock }));
  });
}

interface Locked extends OpenHow {
  readonly now: number;
  readonly parts: DiskParts;
  readonly lock: WriterLock;
}

function openLocked(folder: string, { now, parts, lock, ...how }: Locked): OpenedFolder {
  const hadLog = holdsBytes(join(folder, `${FILES.database}-wal`));
  const driver = parts.openDriver(join(folder, FILES.database));
  setUpTables(driver);
  // The write-ahead log has its name now: from here on its fsync is enough.
  parts.disk.syncFolder(folder);
  const signed = parts.openSigned(how.signedPath ?? join(folder, FILES.signed), parts.disk);
  const keyring = readKeyring(how.compartmentKeys ?? null);
  const blobs = blobFolder(join(folder, FILES.blobs), parts.disk);
  const snapshots = snapshotFolder(join(folder, FILES.cache), parts.disk);
  const store = new SqliteStore({ driver, blobs, keyring, signed, purge: snapshots.purge });
  const finding = parts.examine(store, { driver, signed, hadLog });
  if (finding === null) store.dropPlanned();
  const key = finding === null ? signingKey(folder, store, { disk: parts.disk, now }) : null;
  const close = (): void => {
    store.close();
    lock.release();
  };
  const vkey = readVkey(folder);
  const faults = () => pageFaults(driver);
  return {
    store,
    key,
    keyring,
    snapshots,
    vkey,
    finding: finding ?? unfinishedIn(folder) ?? lackOf(key),
    pageFaults: faults,
    close,
  };
}

/** Opens a record to read it, beside its writer if there is one. Throws RecordStoreError `store-unreadable`. */
export function openForReading(folder: string, how: OpenHow = {}): OpenedFolder {
  const { openDriver, disk } = partsOf(how);
  requireRecord(folder);
  return onDisk(folder, () => {
    const driver = openToRead(join(folder, FILES.database), openDriver);
    const keyring = readKeyring(how.compartmentKeys ?? null);
    const blobs = blobFolder(join(folder, FILES.blobs), disk);
    const snapshots = snapshotFolder(join(folder, FILES.cache), disk);
    const store = new SqliteStore({ driver, blobs, keyring, signed: null, purge: null });
    const vkey = readVkey(folder);
    const faults = () => pageFaults(driver);
    const close = (): void => store.close();
    return { store, key: null, keyring, snapshots, vkey, finding: null, pageFaults: faults, close };
  });
}

/**
 * What a start looks at (RECORD 6): SQLite's pages after an unclean end, the last leaves against the tiles, the head against the
 * tree, and the tree against what was signed last. A record that is ahead of its checkpoint, as a crash between commit and
 * signature leaves it, is signed again. Nothing is ever cut.
 */
export function examine(
  store: SqliteStore,
  {
    driver,
    signed,
    hadLog,
  }: { readonly driver: Driver; readonly signed: SignedFile; readonly hadLog: boolean },
): RecordStoreError | null {
  try {
    const faults = hadLog ? pageFaults(driver) : [];
    if (faults.length > 0) throw new DamagedError(`SQLite finds: ${faults.join("; ")}`);
    const head = store.head();
    const size = head?.size ?? 0;
    const hashes = () => hashSource(store, size);
    if (head !== null) requireSoundEnd(store, head);
    signed.requireExtends(size, hashes);
    if (head !== null && signed.text() !== head.checkpoint)
      signed.swap(size, head.checkpoint, hashes);
    return null;
  } catch (error) {
    return whyStopped(error);
  }
}

/** Reading an entry hashes its leaf and compares it with its tile. */
function requireSoundEnd(
  store: Store,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): void {
  Array.from(store.entries(Math.max(0, size - LOOKED_AT), size, PUBLIC_VIEWER));
  if (!sameBytes(treeRoot(hashSource(store, size), size), root))
    throw new DamagedError(`the tiles do not have the root of the head at ${size}`);
}

function partsOf({ parts }: OpenHow): DiskParts {
  return { disk: REAL_DISK, openDriver: openLibsql, openSigned, examine, ...parts };
}

function readKey(folder: string): LogKey {
  const [origin, pem] = [FILES.origin, FILES.key].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
  return logKey((origin ?? "").trim(), pem ?? "");
}

function unfinishedIn(folder: string): RecordStoreError | null {
  if (!existsSync(join(folder, ANEW_FILE))) return null;
  const message =
    "a new log was being begun after a loss and its first entry is not there yet; run `truceline log CASE --begin-anew` again";
  return new RecordStoreError("record-behind-signed-checkpoint", message);
}

function lackOf(key: LogKey | null): RecordStoreError | null {
  if (key !== null) return null;
  const message = `the log's key is not here (${FILES.key}): entries can be read and none can be signed`;
  return new RecordStoreError("no-log-key", message);
}

function readVkey(folder: string): string {
  return readFileSync(join(folder, FILES.vkey), "utf8").trim();
}

function requireRecord(folder: string): void {
  if (hasRecord(folder)) return;
  const message = `"${folder}" holds no record; \`truceline log CASE --init\` makes one`;
  throw new RecordStoreError("store-unreadable", message);
}

function holdsBytes(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** What the disk throws while a record is opened, said in words: one that cannot be written to may still be read. */
function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RecordStoreError) throw cause;
    const { words, code } = diskWords(cause);
    const isUnwritable = /^(?:SQLITE_FULL|SQLITE_READONLY|ENOSPC|EDQUOT|EROFS|EFBIG)/.test(code);
    const message = isUnwritable
      ? `nothing can be written to the record in "${folder}": ${words}. Everything acknowledged is on disk, and can be read`
      : `the record in "${folder}" cannot be opened: ${words}`;
    throw new RecordStoreError(
      isUnwritable ? "write-stopped" : "store-unreadable",
      `${message} (${code})`,
      { cause },
    );
  }
}
