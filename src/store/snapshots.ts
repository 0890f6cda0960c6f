// Snapshots of the fold in `cache/` (RECORD 7): what an opening of a large record need not fold again. Each holds what changed since the
// one before. They may be deleted at any time; one that does not fit the record, or is not whole, is as good as none. A redaction takes them
// away before it is written and after, and whoever makes one looks again whether a redaction came: nothing redacted stays in one.
import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PLACES } from "../record/fold/bucket-map.ts";
import { FOLD_VERSION, snapshotHead, snapshotParts, stateFrom } from "../record/fold/snapshot.ts";
import type { SnapshotHead } from "../record/fold/snapshot.ts";
import { EMPTY_STATE } from "../record/fold/state.ts";
import type { RecordState } from "../record/fold/state.ts";
import { readIfThere } from "./disk.ts";
import type { Disk } from "./disk.ts";

/** Entries between two snapshots. */
export const SNAPSHOT_EVERY = 65_536;

/** What a snapshot must agree with. */
export interface SnapshotOf {
  /** Who may see the same (`viewerKey`). */
  readonly viewer: string;
  /** The last entry that changed every view, a policy or redaction; -1 for none. */
  readonly turn: number;
  /** The root of the first so many entries, in hexadecimal. */
  readonly rootAt: (size: number) => string;
}

export interface Snapshots {
  /** Entries between two of them: for fewer, nobody need ask. */
  readonly every: number;
  /** The state of the largest snapshot of at most `most` entries; null = none that fits. */
  readonly find: (of: SnapshotOf, most: number) => RecordState | null;
  /** Keeps a state that was folded from the one found or kept last, when it is time; not when `isStill` says no afterwards. */
  readonly keep: (of: SnapshotOf, state: RecordState, isStill: () => boolean) => void;
  /** Takes all of them away. */
  readonly purge: () => void;
}

export function snapshotFolder(
  folder: string,
  disk: Disk,
  every: number = SNAPSHOT_EVERY,
): Snapshots {
  /** By the stem of their names, what the next one is laid upon. */
  const last = new Map<string, RecordState>();
  let canKeep = true;
  return {
    every,
    find: (of, most) => {
      const known = last.get(stemOf(of));
      const sizes = sizesIn(folder, of).filter((size) => size <= most);
      if (known !== undefined && known.size === sizes.at(-1)) return known;
      const state = stateOfChain(chainOf(folder, of, sizes));
      if ((known?.size ?? 0) < state.size) last.set(stemOf(of), state);
      return state.size === 0 ? null : state;
    },
    keep: (of, state, isStill) => {
      const before = last.get(stemOf(of)) ?? EMPTY_STATE;
      if (!canKeep || state.size - before.size < every) return;
      const path = join(folder, fileOf(of, state.size));
      const bytes = snapshotBytes(of, state, before);
      canKeep = isWritten(() => {
        disk.makeFolder(folder);
        disk.replaceFile(path, bytes);
      });
      last.set(stemOf(of), state);
      if (!isStill()) rmSync(path, { force: true });
    },
    purge: () => {
      last.clear();
      for (const name of namesIn(folder)) rmSync(join(folder, name), { force: true });
    },
  };
}

/** A folder that takes no snapshot (a disk that is full or only read) costs time and nothing else: whoever writes the record hears of it. */
function isWritten(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

const NAME = /^fold-.*\.snapshot(?:\.new)?$/;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function fileOf(of: SnapshotOf, size: number): string {
  return `${stemOf(of)}${String(size).padStart(12, "0")}.snapshot`;
}

/** Names say nothing of compartments. */
function stemOf({ viewer, turn }: SnapshotOf): string {
  const who = createHash("sha256").update(viewer).digest("hex").slice(0, 16);
  return `fold-${FOLD_VERSION}-${who}-${turn + 1}-`;
}

interface Header {
  readonly head: SnapshotHead;
  readonly root: string;
  /** The size of the one before; 0 = none. */
  readonly before: number;
  /** Bytes of each part, by place. */
  readonly lengths: readonly number[];
}

interface Snapshot extends Header {
  /** Where each part begins. */
  readonly starts: readonly number[];
  readonly body: Buffer;
}

/** Sizes that there is a snapshot of, ascending. */
function sizesIn(folder: string, of: SnapshotOf): readonly number[] {
  const stem = stemOf(of);
  return namesIn(folder)
    .filter((name) => name.startsWith(stem) && name.endsWith(".snapshot"))
    .map((name) => Number(name.slice(stem.length, -".snapshot".length)))
    .sort((a, b) => a - b);
}

/** Those of the sizes that are whole, fit the record and follow each other. */
function chainOf(folder: string, of: SnapshotOf, sizes: readonly number[]): readonly Snapshot[] {
  const chain: Snapshot[] = [];
  for (const size of sizes) {
    const snapshot = parseSnapshot(readIfThere(join(folder, fileOf(of, size))));
    const before = chain.at(-1)?.head.size ?? 0;
    if (snapshot?.head.size !== size || snapshot.before !== before) continue;
    if (of.rootAt(size) === snapshot.root) chain.push(snapshot);
  }
  return chain;
}

function stateOfChain(chain: readonly Snapshot[]): RecordState {
  const head = chain.at(-1)?.head;
  if (head === undefined) return EMPTY_STATE;
  return stateFrom(head, (place) =>
    chain.flatMap(({ starts, lengths, body }) => {
      const [start, length] = [starts[place] ?? 0, lengths[place] ?? 0];
      return length === 0 ? [] : [body.toString("utf8", start, start + length)];
    }),
  );
}

const SUM_SIGNS = 64;

/** The SHA-256 of all the rest in hexadecimal; a line of JSON; the parts one after the other. */
function snapshotBytes(of: SnapshotOf, state: RecordState, before: RecordState): Buffer {
  const parts = Array.from(snapshotParts(state, before), (text) => Buffer.from(text, "utf8"));
  const header: Header = {
    head: snapshotHead(state),
    root: of.rootAt(state.size),
    before: before.size,
    lengths: parts.map(({ length }) => length),
  };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`, "utf8"), ...parts]);
  return Buffer.concat([Buffer.from(sumOf(rest), "latin1"), rest]);
}

/** Null for bytes that are not whole. */
function parseSnapshot(bytes: Uint8Array | null): Snapshot | null {
  if (bytes === null || bytes.length < SUM_SIGNS) return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const rest = file.subarray(SUM_SIGNS);
  if (sumOf(rest) !== file.toString("latin1", 0, SUM_SIGNS)) return null;
  const end = rest.indexOf("\n");
  // The sum says that these are the bytes that `snapshotBytes` wrote.
  const header = JSON.parse(rest.toString("utf8", 0, end)) as Header;
  let at = 0;
  const starts = header.lengths.map((length) => (at += length) - length);
  // JSON has no -Infinity, which a record of sealed entries has.
  const head = { ...header.head, knownBy: header.head.knownBy ?? -Infinity };
  return header.lengths.length === PLACES
    ? { ...header, head, starts, body: rest.subarray(end + 1) }
    : null;
}

function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
