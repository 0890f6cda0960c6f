// A record where SQLite cannot put its index beside the database, such as a rescued disk that nobody may write to, or a full one: what was
// closed cleanly is read as the file that it is.
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Driver, OpenDriver } from "./driver.ts";
import { RecordStoreError } from "./errors.ts";
import { setUpReading } from "./tables.ts";

/** While a writer has it open the index is there: so nobody writes to a database whose index cannot be made. */
const NO_INDEX = /^SQLITE_(?:CANTOPEN|READONLY|IOERR_SHM)/;

/**
 * A connection that only reads; `setUp` is what first touches the file. Throws RecordStoreError `store-unreadable` for a database that
 * nobody can open as it lies there, and what SQLite throws.
 */
export function openToRead(
  path: string,
  openDriver: OpenDriver,
  setUp: (driver: Driver) => void = setUpReading,
): Driver {
  try {
    return ready(openDriver(path), setUp);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!NO_INDEX.test(code)) throw cause;
    if (holdsLog(path)) throw notClosed(dirname(path), cause);
    return ready(openDriver(`${pathToFileURL(path).href}?immutable=1`), setUp);
  }
}

function ready(driver: Driver, setUp: (driver: Driver) => void): Driver {
  try {
    setUp(driver);
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

function holdsLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function notClosed(folder: string, cause: unknown): RecordStoreError {
  const message =
    `nothing can be written in "${folder}", and its last writer did not end cleanly: entries lie in its write-ahead log. ` +
    "Copy the whole folder to a disk that has room and can be written to, and read it there (`--store DIR`)";
  return new RecordStoreError("store-unreadable", message, { cause });
}
