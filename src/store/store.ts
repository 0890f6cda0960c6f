// What keeps a record: leaves, openings, tiles and the head they lead to. Two engines, memory and SQLite, pass one suite
// (test/kit/store-suite.ts). An engine knows nothing of meaning: who may append what is for case-record.ts.
import type { CanonicalValue } from "../model/canonical.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { WriteStoppedError } from "./errors.ts";

/** Where the log ends. */
export interface LogHead {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** The signed note, verbatim. */
  readonly checkpoint: string;
  /** UTC milliseconds of the last entry. */
  readonly recordedAt: number;
}

/** A row of a tile as it is after a batch; it replaces the shorter one. */
export interface StoredTile {
  readonly level: number;
  readonly index: number;
  /** Its hashes one after the other, at most 256. */
  readonly hashes: Uint8Array;
}

/** Openings that a redaction takes out: fields of an entry, or `raw` and `read` of row `row` of a batch. */
export interface Removal {
  readonly index: number;
  readonly row: number | null;
  readonly fields: readonly string[];
}

/** The answer to a request that may come again. */
export interface Answered {
  readonly key: string;
  readonly first: number;
  readonly count: number;
}

/** What is kept whole or not at all. */
export interface StoreBatch {
  /** Index of the first entry; must be the size of the store. */
  readonly first: number;
  readonly entries: readonly CommittedEntry[];
  readonly tiles: readonly StoredTile[];
  readonly head: LogHead;
  readonly removals: readonly Removal[];
  readonly answered: readonly Answered[];
  /** Attachments by SHA-256 in hexadecimal. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/** Something that waits outside the log for a person to confirm it. */
export interface Candidate {
  readonly id: string;
  readonly value: CanonicalValue;
}

/** What of an entry is read from the disk at all: a public read never touches closed columns. */
export type Reach = Viewer;

export interface Store {
  /** Null while the store is empty. */
  head(): LogHead | null;
  /** On disk when it returns. Throws WriteStoppedError at the first failure, and for ever after. */
  append(batch: StoreBatch): void;
  /** Entry `index` without what lies beyond `reach`; null when there is none. Throws DamagedError on bytes that changed. */
  read(index: number, reach: Reach): CommittedEntry | null;
  /** Entries `[from, until)` in the order of the log. */
  entries(from: number, until: number, reach: Reach): IterableIterator<CommittedEntry>;
  /** The index of the entry with that id; null when there is none. */
  indexOf(id: string): number | null;
  /** Which of these ids are those of entries. */
  taken(ids: readonly string[]): ReadonlySet<string>;
  /** Indexes of the entry that made the thing and of all that speak of it, ascending. Sealed ones are in no index. */
  ofThing(id: string): readonly number[];
  /** Indexes of entries of a kind from `since` on, ascending; of sealed ones only by the kind `sealed`. */
  ofKind(kind: string, since: number): readonly number[];
  /** How many entries were recorded by then (UTC milliseconds). */
  sizeAt(at: number): number;
  /** The hashes of a tile of level 0 or above; null when it does not exist. */
  tile(level: number, index: number): Uint8Array | null;
  answered(key: string): Answered | null;
  blob(hash: string): Uint8Array | null;
  /** Whether there is a key to seal with for that compartment. */
  seals(compartment: string): boolean;
  putCandidate(candidate: Candidate): void;
  /** In the order of their ids. */
  candidates(): readonly Candidate[];
  dropCandidate(id: string): void;
  close(): void;
}

/** A batch continues the log: anything else is a fault of the program, and nothing is kept. */
export function requireNext({ first, entries, head }: StoreBatch, size: number): void {
  if (first === size && head.size === size + entries.length) return;
  throw new WriteStoppedError(
    `a batch of ${entries.length} from ${first} to ${head.size} does not continue a log of ${size}`,
  );
}
