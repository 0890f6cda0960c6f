// The tables of a record (RECORD 6) and the settings under which SQLite keeps its word.
import type { Driver } from "./driver.ts";
import { numberAt, textAt } from "./driver.ts";
import { RecordStoreError } from "./errors.ts";

/** `user_version` of the database; another one is not opened. */
const LAYOUT = 1;

/**
 * `wal_autocheckpoint=0`: SQLite keeps quiet about a checkpoint of its own that failed; the engine makes them and hears of it.
 * `synchronous=FULL`: a commit returns after the write-ahead log is on disk. `secure_delete`: what is overwritten is gone.
 */
const SETTINGS = `
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA wal_autocheckpoint=0;
PRAGMA secure_delete=ON;
PRAGMA trusted_schema=OFF;
PRAGMA cell_size_check=ON;
`;

const TABLES = `
CREATE TABLE entry(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, of TEXT, kind TEXT NOT NULL, recorded INTEGER NOT NULL, leaf BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_id ON entry(id);
CREATE INDEX entry_of ON entry(of) WHERE of IS NOT NULL;
CREATE INDEX entry_kind ON entry(kind, seq);
CREATE TABLE payload(
  seq INTEGER PRIMARY KEY, public BLOB NOT NULL, restricted BLOB, sealed BLOB, sums BLOB NOT NULL
) STRICT;
CREATE TABLE tile(level INTEGER, n INTEGER, hashes BLOB NOT NULL, PRIMARY KEY(level, n)) STRICT, WITHOUT ROWID;
CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK(one = 1), size INTEGER NOT NULL, root BLOB NOT NULL, checkpoint TEXT NOT NULL, recorded INTEGER NOT NULL
) STRICT;
CREATE TABLE candidate(id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE request(key TEXT PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;
PRAGMA user_version=${LAYOUT};
`;

/** Settings and, in a new database, the tables. Throws RecordStoreError for a database of another layout. */
export function setUpTables(driver: Driver): void {
  driver.exec(SETTINGS);
  const version = layoutOf(driver);
  if (version === 0) driver.transaction(() => driver.exec(TABLES));
  else requireLayout(version);
}

/** The same for a connection that only reads. */
export function setUpReading(driver: Driver): void {
  driver.exec("PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");
  requireLayout(layoutOf(driver));
}

/** What SQLite's own check of the pages finds; empty when they are sound. */
export function pageFaults(driver: Driver): readonly string[] {
  const found = driver
    .all("SELECT CAST(quick_check AS BLOB) FROM pragma_quick_check(20)")
    .map((row) => textAt(row, 0));
  return found.filter((line) => line !== "ok");
}

function layoutOf(driver: Driver): number {
  const [row] = driver.all("PRAGMA user_version");
  return row === undefined ? 0 : numberAt(row, 0);
}

function requireLayout(version: number): void {
  if (version === LAYOUT) return;
  const message = `the record has layout ${version}; this program reads layout ${LAYOUT}`;
  throw new RecordStoreError("store-unreadable", message);
}
