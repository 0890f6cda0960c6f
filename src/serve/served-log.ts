// A case's log as files for strangers: checkpoint, tiles and entry bundles of C2SP tlog-tiles, its key, and the public values.
// The same files lie below `log/` on a server and in a read-only edition.
import { toUtf8 } from "../record/bytes/utf8.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Openings } from "../record/kinds/commit-entry.ts";
import { bundleEntries, parseTilePath, tilesSince, tilePath } from "../record/tree/tile.ts";
import type { Tile } from "../record/tree/tile.ts";
import { openedBytes, openedPath } from "../record/verify/opened.ts";
import { once } from "../report/recorded.ts";
import type { RecordedLog } from "../report/recorded.ts";
import type { CaseRecord } from "../store/case-record.ts";

/** A log that is served: what its pages read, and its files. */
export interface ServedLog {
  readonly log: RecordedLog;
  /** Every path below `log/` that the present checkpoint asks for, in order. */
  readonly paths: () => readonly string[];
  /** The bytes at a path below `log/`; null when no such file is there. */
  readonly file: (path: string) => Uint8Array | null;
}

const WIDTH = 256;
const HASH_BYTES = 32;

/** What everybody may have of a record, as it stands now. `vkey` is the key that checks it. */
export function servedLog(record: CaseRecord, vkey: string): ServedLog {
  const { head } = record;
  const size = head?.size ?? 0;
  const log: RecordedLog = {
    head,
    entries: once(() => record.entries(PUBLIC_VIEWER, 0, size)),
    state: once(() => record.state(PUBLIC_VIEWER)),
  };
  const bundles = Math.ceil(size / WIDTH);
  const opened = Array.from({ length: bundles }, (_, i) => openedPath(i));
  return {
    log,
    paths: () =>
      head === null ? [] : ["checkpoint", "vkey", ...tilesSince(0, size).map(tilePath), ...opened],
    file: (path) => {
      if (head === null) return null;
      if (path === "checkpoint") return toUtf8(head.checkpoint);
      if (path === "vkey") return toUtf8(`${vkey}\n`);
      const bundle = opened.indexOf(path);
      if (bundle >= 0) return openedBytes(openingsIn(record, bundle * WIDTH, size));
      const tile = parseTilePath(path);
      return tile === null ? null : tileOf(record, tile, size);
    },
  };
}

/** Salts and values of public fields; of sealed entries, none. */
function openingsIn(record: CaseRecord, first: number, size: number): readonly Openings[] {
  const count = Math.min(WIDTH, size - first);
  return Array.from({ length: count }, (_, i) => record.see(first + i)?.openings ?? {});
}

/** A tile of the present size or of an earlier one, which some reader may still ask for. */
function tileOf(record: CaseRecord, tile: Tile, size: number): Uint8Array | null {
  const { level, index, width } = tile;
  const span = level === "entries" ? 1 : WIDTH ** level;
  if (index * WIDTH + width > Math.floor(size / span)) return null;
  if (level === "entries") {
    const leaves = Array.from({ length: width }, (_, i) => leafAt(record, index * WIDTH + i));
    return bundleEntries(leaves);
  }
  return record.store.tile(level, index)?.slice(0, width * HASH_BYTES) ?? null;
}

function leafAt(record: CaseRecord, index: number): Uint8Array {
  const entry = record.store.read(index, PUBLIC_VIEWER);
  if (entry === null) throw new RangeError(`no entry ${index} in a log that has it`);
  return entry.bytes;
}
