// A case's log as files for strangers: checkpoint, tiles and entry bundles of C2SP tlog-tiles, its key, and the public values.
// The same files lie below `log/` on a server and in a read-only edition.
import { toUtf8 } from "../record/bytes/utf8.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Openings } from "../record/kinds/commit-entry.ts";
import { TILE_WIDTH } from "../record/tree/tile.ts";
import { openedBytes, openedPath, parseOpenedPath } from "../record/verify/opened.ts";
import { once } from "../report/recorded.ts";
import type { RecordedLog } from "../report/recorded.ts";
import type { CaseRecord } from "../store/case-record.ts";
import { logFile, logPaths } from "../store/log-files.ts";

/** A log that is served: what its pages read, and its files. */
export interface ServedLog {
  readonly log: RecordedLog;
  /** Every path below `log/` that the present checkpoint asks for, in order. */
  readonly paths: () => readonly string[];
  /** The bytes at a path below `log/`; null when no such file is there. */
  readonly file: (path: string) => Uint8Array | null;
}

/** What everybody may have of a record, as it stands now. `vkey` is the key that checks it. */
export function servedLog(record: CaseRecord, vkey: string): ServedLog {
  const { head } = record;
  const size = head?.size ?? 0;
  const log: RecordedLog = {
    head,
    entries: once(() => record.entries(PUBLIC_VIEWER, 0, size)),
    state: once(() => record.state(PUBLIC_VIEWER)),
  };
  const bundles = Math.ceil(size / TILE_WIDTH);
  return {
    log,
    paths: () => {
      const [checkpoint, ...tiles] = logPaths(size);
      const opened = Array.from({ length: bundles }, (_, i) => openedPath(i));
      return checkpoint === undefined ? [] : [checkpoint, "vkey", ...tiles, ...opened];
    },
    file: (path) => {
      if (head === null) return null;
      if (path === "vkey") return toUtf8(`${vkey}\n`);
      const bundle = parseOpenedPath(path);
      if (bundle !== null && bundle < bundles)
        return openedBytes(openingsIn(record, bundle * TILE_WIDTH, size));
      return logFile(record, head, path);
    },
  };
}

/** Salts and values of public fields; of sealed entries, none. */
function openingsIn(record: CaseRecord, first: number, size: number): readonly Openings[] {
  const count = Math.min(TILE_WIDTH, size - first);
  return Array.from({ length: count }, (_, i) => record.see(first + i)?.openings ?? {});
}
