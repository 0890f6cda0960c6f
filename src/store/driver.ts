// The database as the store uses it: so little that another SQLite can take libsql's place one day.
import Database from "libsql";
import { DamagedError } from "./errors.ts";

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = readonly SqlValue[];

/** One connection. Statements are kept by their text. */
export interface Driver {
  /** Statements without values or answer. */
  readonly exec: (sql: string) => void;
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void;
  /** All rows, each as its columns in order. */
  readonly all: (sql: string, ...values: readonly SqlValue[]) => readonly SqlRow[];
  /** All of `work` or nothing. Throws what `work` or the disk throws, after a rollback. */
  readonly transaction: (work: () => void) => void;
  readonly close: () => void;
}

export type OpenDriver = (path: string) => Driver;

/** How long a reader waits for a checkpoint of another process. */
const BUSY_MS = 2_000;

/** Opens or creates a database by libsql. Throws its SqliteError. */
export const openLibsql: OpenDriver = (path) => {
  const database = new Database(path, { timeout: BUSY_MS });
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  // Values go as one list: libsql takes a single value that is an object, bytes or null too, for named ones and aborts the process.
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, ...values) => void prepared(sql).run(values),
    all: (sql, ...values) => telling(() => prepared(sql).raw().all(values) as readonly SqlRow[]),
    transaction: (work) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        work();
        database.exec("COMMIT");
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
};

/** Rows of one statement. */
const ROWS_AT_ONCE = 50;

/** Inserts rows of the same length. `table` is ours, never from outside. */
export function insertRows(
  driver: Pick<Driver, "run">,
  table: string,
  rows: readonly (readonly SqlValue[])[],
): void {
  const one = `(${(rows[0] ?? []).map(() => "?").join(", ")})`;
  const many = Array.from({ length: ROWS_AT_ONCE }, () => one).join(", ");
  // What is left over goes row by row, so that there are two statements to keep and no more.
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  for (let at = 0; at < whole; at += ROWS_AT_ONCE)
    driver.run(`INSERT INTO ${table} VALUES ${many}`, ...rows.slice(at, at + ROWS_AT_ONCE).flat());
  for (const row of rows.slice(whole)) driver.run(`INSERT INTO ${table} VALUES ${one}`, ...row);
}

/** A file that SQLite finds broken is a damaged record. */
function telling<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const isBroken =
      cause instanceof Error &&
      "code" in cause &&
      /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(cause.code));
    throw isBroken ? new DamagedError(`SQLite says: ${cause.message}`, { cause }) : cause;
  }
}

/** SQLite may have rolled back by itself; the first error is the one to tell. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec("ROLLBACK");
}

/** A column that must hold bytes. Throws DamagedError. */
export function bytesAt(row: SqlRow, column: number): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array)
    return new Uint8Array(value.buffer, value.byteOffset, value.length);
  throw new DamagedError(`column ${column} holds no bytes`);
}

/** Bytes or null. Throws DamagedError. */
export function maybeBytesAt(row: SqlRow, column: number): Uint8Array | null {
  return row[column] === null ? null : bytesAt(row, column);
}

/** A column that must hold a whole number. Throws DamagedError. */
export function numberAt(row: SqlRow, column: number): number {
  const value = row[column];
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new DamagedError(`column ${column} holds no whole number`);
}

/**
 * Text that was asked for as bytes, `CAST(... AS BLOB)`: libsql aborts the process on text that is not UTF-8, and a changed bit makes
 * some. Throws DamagedError.
 */
export function textAt(row: SqlRow, column: number): string {
  const bytes = bytesAt(row, column);
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new DamagedError(`column ${column} holds no UTF-8`, { cause });
  }
}

/** Text or null. Throws DamagedError. */
export function maybeTextAt(row: SqlRow, column: number): string | null {
  return row[column] === null ? null : textAt(row, column);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
