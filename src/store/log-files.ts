// A record's log as strangers are served it: the files of C2SP tlog-tiles.
import { toUtf8 } from "../record/bytes/utf8.ts";
import type { Files } from "../record/bundle/tar.ts";
import { bundleEntries, TILE_WIDTH, tilePath, tilesSince } from "../record/tree/tile.ts";
import type { Tile } from "../record/tree/tile.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { CaseRecord } from "./case-record.ts";

/** Checkpoint, tiles and entry bundles; empty without entries. Holds all leaves. */
export function logFiles(record: CaseRecord): Files {
  const { head } = record;
  if (head === null) return new Map();
  const tiles = tilesSince(0, head.size).map(
    (tile) => [tilePath(tile), bytesOf(record, tile)] as const,
  );
  return new Map([["checkpoint", toUtf8(head.checkpoint)] as const, ...tiles]);
}

function bytesOf({ store }: CaseRecord, { level, index, width }: Tile): Uint8Array {
  if (level !== "entries")
    return (store.tile(level, index) ?? new Uint8Array()).slice(0, width * 32);
  const first = index * TILE_WIDTH;
  return bundleEntries(
    Array.from(store.entries(first, first + width, PUBLIC_VIEWER), ({ bytes }) => bytes),
  );
}
