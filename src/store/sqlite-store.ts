// The engine on disk: SQLite behind a driver. A batch is one transaction; what it says is true once its commit is on disk.
import { canonicalJson } from "../model/canonical.ts";
import type { CanonicalValue } from "../model/canonical.ts";
import { parseInstant } from "../model/instant.ts";
import type { Leaf } from "../record/bytes/leaf.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import { leafHash, sameBytes } from "../record/tree/hash-tree.ts";
import { TILE_WIDTH } from "../record/tree/tile.ts";
import type { BlobFolder } from "./blob-folder.ts";
import { bytesAt, insertRows, maybeBytesAt, numberAt, textAt } from "./driver.ts";
import type { Driver, SqlValue } from "./driver.ts";
import { rowAt, rowsBetween } from "./entry-rows.ts";
import type { EntryRow } from "./entry-rows.ts";
import { DamagedError, WriteStoppedError } from "./errors.ts";
import type { RecordStoreError } from "./errors.ts";
import { sha256 } from "./hashing.ts";
import type { Keyring } from "./keyring.ts";
import { hashSource } from "./log-tree.ts";
import { decodePayload, encodePayload, sumsOf } from "./payload.ts";
import type { Columns } from "./payload.ts";
import { withoutRemoved } from "./reach.ts";
import { blobsIn, namedBlobs, removedBy, says } from "./removed.ts";
import type { Removed } from "./removed.ts";
import type { SignedFile } from "./signed-file.ts";
import { requireNext } from "./store.ts";
import type { Answered, Candidate, LogHead, Reach, Removal, Store, StoreBatch } from "./store.ts";
import { whyStopped } from "./why-stopped.ts";

/** What an engine stands on. `signed` is null for one that only reads. */
export interface SqliteParts {
  readonly driver: Driver;
  readonly blobs: BlobFolder;
  readonly keyring: Keyring;
  readonly signed: SignedFile | null;
  /** Takes away what else on the disk may hold a redacted value; null for one that only reads. */
  readonly purge: (() => void) | null;
}

/** Payload after which the write-ahead log is moved into the database. */
const CHECKPOINT_BYTES = 8 * 1024 * 1024;
/** Entries read at a time: one with a thousand rows has half a megabyte. */
const CHUNK = 64;

export class SqliteStore implements Store {
  readonly #driver: Driver;
  readonly #parts: SqliteParts;
  #sinceCheckpoint = 0;
  #stopped: RecordStoreError | null = null;
  /** The tile of leaf hashes that was looked at last. */
  #leafTile: { readonly index: number; readonly hashes: Uint8Array } | null = null;

  constructor(parts: SqliteParts) {
    this.#driver = parts.driver;
    this.#parts = parts;
  }

  head(): LogHead | null {
    const [row] = this.#driver.all(
      "SELECT size, root, CAST(checkpoint AS BLOB), recorded FROM head",
    );
    if (row === undefined) return null;
    return {
      size: numberAt(row, 0),
      root: bytesAt(row, 1),
      checkpoint: textAt(row, 2),
      recordedAt: numberAt(row, 3),
    };
  }

  append(batch: StoreBatch): void {
    requireNext(batch, this.head()?.size ?? 0);
    this.#writing((signed) => {
      const payloads = batch.entries.map((entry) => encodePayload(entry, this.#parts.keyring));
      for (const [hash, bytes] of batch.blobs) this.#parts.blobs.put(hash, bytes);
      const removed = removedBy(this, batch.removals, this.#whole);
      this.#parts.blobs.planDrop(blobsIn(removed));
      // Before, so that a crash leaves nothing; after, for what a reader put there in between.
      if (batch.removals.length > 0) this.#parts.purge?.();
      this.#driver.transaction(() => {
        this.#insertAll(batch, payloads);
        this.#insertRest(batch);
        for (const removal of batch.removals) this.#remove(removal);
        if (removed.length > 0) this.#dropCandidatesThatSay(removed);
      });
      this.#leafTile = null;
      const { size, checkpoint } = batch.head;
      signed.swap(size, checkpoint, () => hashSource(this, size));
      if (batch.removals.length > 0) {
        this.truncateLog();
        this.#parts.purge?.();
        this.dropPlanned();
      } else this.#checkpointWhenLong(payloads);
    });
  }

  /** Files that a redaction took and no entry names any more; also those that a crash left. Nothing where none are planned. */
  dropPlanned(): void {
    this.#parts.blobs.dropPlanned(() => namedBlobs(this, this.#whole));
  }

  /** All that the keys here open. */
  get #whole(): Reach {
    return { restricted: true, compartments: new Set(this.#parts.keyring.compartments) };
  }

  #dropCandidatesThatSay(removed: readonly Removed[]): void {
    for (const { id, value } of this.candidates())
      if (says(value, removed)) this.#driver.run("DELETE FROM candidate WHERE id = ?", id);
  }

  read(index: number, reach: Reach): CommittedEntry | null {
    const row = rowAt(this.#driver, index, reach);
    return row === null ? null : this.#decode(row, reach);
  }

  *entries(from: number, until: number, reach: Reach): IterableIterator<CommittedEntry> {
    const end = Math.min(until, this.head()?.size ?? 0);
    for (let at = from; at < end; at += CHUNK) {
      const until = Math.min(at + CHUNK, end);
      const rows = rowsBetween(this.#driver, { from: at, until }, reach);
      if (rows === null) yield* this.#oneByOne(at, until, reach);
      else for (const row of rows) yield this.#decode(row, reach);
    }
  }

  *#oneByOne(from: number, until: number, reach: Reach): IterableIterator<CommittedEntry> {
    for (let at = from; at < until; at++) {
      const entry = this.read(at, reach);
      if (entry === null) throw new DamagedError(`entry ${at} is missing`);
      yield entry;
    }
  }

  indexOf(id: string): number | null {
    const [row] = this.#driver.all("SELECT seq FROM entry WHERE id = ?", id);
    return row === undefined ? null : numberAt(row, 0);
  }

  taken(ids: readonly string[]): ReadonlySet<string> {
    const sql = "SELECT CAST(id AS BLOB) FROM entry WHERE id IN (SELECT value FROM json_each(?))";
    return new Set(this.#driver.all(sql, JSON.stringify(ids)).map((row) => textAt(row, 0)));
  }

  ofThing(id: string): readonly number[] {
    return this.#numbers(
      "SELECT seq FROM entry WHERE id = ?1 AND kind <> 'sealed' UNION SELECT seq FROM entry WHERE of = ?1 ORDER BY 1",
      id,
    );
  }

  ofKind(kind: string, since: number): readonly number[] {
    return this.#numbers(
      "SELECT seq FROM entry WHERE kind = ? AND seq >= ? ORDER BY seq",
      kind,
      since,
    );
  }

  sizeAt(at: number): number {
    const size = this.head()?.size ?? 0;
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = this.#driver.all("SELECT recorded FROM entry WHERE seq = ?", middle);
      const isBefore = row !== undefined && numberAt(row, 0) <= at;
      [low, high] = isBefore ? [middle + 1, high] : [low, middle];
    }
    return low;
  }

  tile(level: number, index: number): Uint8Array | null {
    const [row] = this.#driver.all(
      "SELECT hashes FROM tile WHERE level = ? AND n = ?",
      level,
      index,
    );
    return row === undefined ? null : bytesAt(row, 0);
  }

  answered(key: string): Answered | null {
    const [row] = this.#driver.all("SELECT first, count FROM request WHERE key = ?", key);
    return row === undefined ? null : { key, first: numberAt(row, 0), count: numberAt(row, 1) };
  }

  blob(hash: string): Uint8Array | null {
    return this.#parts.blobs.read(hash);
  }

  seals(compartment: string): boolean {
    return this.#parts.keyring.keyOf(compartment) !== null;
  }

  putCandidate({ id, value }: Candidate): void {
    const text = canonicalJson(value);
    this.#writing(() =>
      this.#driver.run(
        "INSERT INTO candidate VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        id,
        text,
      ),
    );
  }

  candidates(): readonly Candidate[] {
    const rows = this.#driver.all(
      "SELECT CAST(id AS BLOB), CAST(value AS BLOB) FROM candidate ORDER BY id",
    );
    return rows.map((row) => ({ id: textAt(row, 0), value: parseJson(textAt(row, 1)) }));
  }

  dropCandidate(id: string): void {
    this.#writing(() => this.#driver.run("DELETE FROM candidate WHERE id = ?", id));
  }

  /** Moves the write-ahead log into the database and empties it: nothing overwritten stays in it. */
  truncateLog(): void {
    this.#driver.all("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    if (this.#parts.signed !== null && this.#stopped === null) this.truncateLog();
    this.#driver.close();
  }

  /** Moves the write-ahead log into the database when it has grown; readers and commits go on beside it. */
  #checkpointWhenLong(payloads: readonly Columns[]): void {
    for (const { open, restricted, sealed } of payloads) {
      this.#sinceCheckpoint += open.length + (restricted?.length ?? 0) + (sealed?.length ?? 0);
    }
    if (this.#sinceCheckpoint < CHECKPOINT_BYTES) return;
    this.#sinceCheckpoint = 0;
    this.#driver.all("PRAGMA wal_checkpoint(PASSIVE)");
  }

  /** The first failure ends writing in this process: a second fsync may succeed over pages that are lost. */
  #writing(work: (signed: SignedFile) => void): void {
    if (this.#stopped !== null) throw this.#stopped;
    const { signed } = this.#parts;
    if (signed === null) throw new WriteStoppedError("this record was opened for reading only");
    try {
      work(signed);
    } catch (cause) {
      this.#stopped = whyStopped(cause);
      throw this.#stopped;
    }
  }

  /** Many rows a statement: calls into the engine cost as much as what they write. */
  #insertAll({ first, entries }: StoreBatch, payloads: readonly Columns[]): void {
    const rows = entries.map(({ leaf, bytes }, i): readonly SqlValue[] => {
      const { id, of = null, kind, recordedAt } = leaf;
      return [first + i, id, of, kind, parseInstant(recordedAt), bytes];
    });
    insertRows(this.#driver, "entry", rows);
    const columns = payloads.map((one, i): readonly SqlValue[] => {
      const { open, restricted, sealed } = one;
      return [first + i, open, restricted, sealed, sumsOf(one)];
    });
    insertRows(this.#driver, "payload", columns);
  }

  #insertRest({ tiles, head, answered }: StoreBatch): void {
    for (const { level, index, hashes } of tiles)
      this.#driver.run("INSERT OR REPLACE INTO tile VALUES(?, ?, ?)", level, index, hashes);
    for (const { key, first, count } of answered)
      this.#driver.run("INSERT INTO request VALUES(?, ?, ?)", key, first, count);
    const { size, root, checkpoint, recordedAt } = head;
    this.#driver.run(
      "INSERT OR REPLACE INTO head VALUES(1, ?, ?, ?, ?)",
      size,
      root,
      checkpoint,
      recordedAt,
    );
  }

  #remove(removal: Removal): void {
    const entry = this.read(removal.index, this.#whole);
    if (entry === null) return;
    const without = withoutRemoved(entry, removal);
    const isEmptied = without.leaf.kind === "sealed" && without.sealed === null;
    const columns = isEmptied ? EMPTIED : this.#encodeAgain(without, removal.index);
    const { open, restricted, sealed } = columns;
    this.#driver.run(
      "UPDATE payload SET public = ?, restricted = ?, sealed = ?, sums = ? WHERE seq = ?",
      open,
      restricted,
      sealed,
      sumsOf(columns),
      removal.index,
    );
  }

  /** What no key here opens stays as it is; a redaction that names a field in it was refused before. */
  #encodeAgain(entry: CommittedEntry, index: number): Columns {
    const columns = encodePayload(entry, this.#parts.keyring);
    if (entry.compartment !== null) return columns;
    const [row] = this.#driver.all("SELECT sealed FROM payload WHERE seq = ?", index);
    return { ...columns, sealed: row === undefined ? null : maybeBytesAt(row, 0) };
  }

  #decode(row: EntryRow, reach: Reach): CommittedEntry {
    const { index, bytes } = row;
    if (!sameBytes(leafHash(sha256, bytes), this.#leafHash(index))) {
      throw new DamagedError(`entry ${index} is not the one that was written`);
    }
    const entry = decodePayload(bytes, row, { reach, keyring: this.#parts.keyring });
    requireIndexed(entry.leaf, row);
    return entry;
  }

  #leafHash(index: number): Uint8Array {
    const tile = Math.floor(index / TILE_WIDTH);
    const at = (index % TILE_WIDTH) * 32;
    if (this.#leafTile?.index !== tile || this.#leafTile.hashes.length < at + 32) {
      this.#leafTile = { index: tile, hashes: this.tile(0, tile) ?? new Uint8Array() };
    }
    return this.#leafTile.hashes.subarray(at, at + 32);
  }

  #numbers(sql: string, ...values: readonly (string | number)[]): readonly number[] {
    return this.#driver.all(sql, ...values).map((row) => numberAt(row, 0));
  }
}

/** What an entry is found by says the same as its leaf. */
function requireIndexed({ id, of, kind, recordedAt }: Leaf, row: EntryRow): void {
  const isSame =
    row.id === id &&
    row.of === (of ?? null) &&
    row.kind === kind &&
    row.recorded === parseInstant(recordedAt);
  if (isSame) return;
  throw new DamagedError(`"${id}" stands under another id, thing, kind or time than its leaf says`);
}

/** A sealed entry after its redaction: the leaf alone. */
const EMPTIED = { open: Buffer.from('{"fields":{}}', "utf8"), restricted: null, sealed: null };

function parseJson(text: string): CanonicalValue {
  try {
    return JSON.parse(text) as CanonicalValue;
  } catch (cause) {
    throw new DamagedError("a candidate cannot be read", { cause });
  }
}
