// A record's log as strangers are served it: the files of C2SP tlog-tiles, each by its path.
import { toUtf8 } from "../record/bytes/utf8.ts";
import { KEYS_FILE, keysText } from "../record/note/key-change.ts";
import type { Files } from "../record/bundle/tar.ts";
import {
  bundleEntries,
  parseTilePath,
  TILE_WIDTH,
  tilePath,
  tilesSince,
} from "../record/tree/tile.ts";
import type { Tile } from "../record/tree/tile.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { CaseRecord } from "./case-record.ts";
import { keyNotes } from "./key-entries.ts";
import type { LogHead } from "./store.ts";

const HASH_BYTES = 32;

/** Paths of the checkpoint, the tiles and the entry bundles of its first `size` entries; empty without entries. */
export function logPaths(size: number): readonly string[] {
  return size === 0 ? [] : ["checkpoint", KEYS_FILE, ...tilesSince(0, size).map(tilePath)];
}

/** All of them. Holds all leaves. */
export function logFiles(record: CaseRecord): Files {
  const { head } = record;
  const fileOf = (path: string) => logFile(record, head, path) ?? new Uint8Array();
  return new Map(logPaths(head?.size ?? 0).map((path) => [path, fileOf(path)] as const));
}

/**
 * The bytes at a path of the log that ends at `head`, also of a tile of an earlier size, which some reader may still ask for; null when
 * there is no such file.
 */
export function logFile(record: CaseRecord, head: LogHead | null, path: string): Uint8Array | null {
  if (head === null) return null;
  if (path === "checkpoint") return toUtf8(head.checkpoint);
  if (path === KEYS_FILE) return toUtf8(keysText(keyNotes(record.store, head.size)));
  const tile = parseTilePath(path);
  return tile === null ? null : tileOf(record, tile, head.size);
}

function tileOf({ store }: CaseRecord, tile: Tile, size: number): Uint8Array | null {
  const { level, index, width } = tile;
  const first = index * TILE_WIDTH;
  const span = level === "entries" ? 1 : TILE_WIDTH ** level;
  if (first + width > Math.floor(size / span)) return null;
  if (level !== "entries") return store.tile(level, index)?.slice(0, width * HASH_BYTES) ?? null;
  const entries = store.entries(first, first + width, PUBLIC_VIEWER);
  return bundleEntries(Array.from(entries, ({ bytes }) => bytes));
}
