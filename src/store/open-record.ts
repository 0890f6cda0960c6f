// The record of a case folder, opened: the one door for shell and server.
import type { Viewer } from "../record/kinds/project.ts";
import { CaseRecord } from "./case-record.ts";
import type { Keeping } from "./case-record.ts";
import { clockStart, MACHINE_CLOCK } from "./clock.ts";
import type { Clock, ClockStart } from "./clock.ts";
import { keepStart, knownStart } from "./clock-file.ts";
import { REAL_DISK } from "./disk.ts";
import type { Disk } from "./disk.ts";
import type { RecordStoreError } from "./errors.ts";
import { hasRecord, openForReading, openForWriting, recordFolderOf } from "./record-folder.ts";
import type { OpenedFolder, OpenHow } from "./record-folder.ts";
import { whyStopped } from "./why-stopped.ts";

export interface OpenRecordHow extends OpenHow, Pick<Keeping, "clock" | "samePerson"> {
  /** The record's folder; default: `.truceline` in the case folder. */
  readonly folder?: string;
}

export interface OpenRecord {
  readonly record: CaseRecord;
  /** The key with which others check the record. */
  readonly vkey: string;
  /** Whoever sits at this machine with these keys: restricted fields, and the compartments that the keys open. */
  readonly here: Viewer;
  /** Why nothing can be written although it was asked for; reads go on. */
  readonly finding: RecordStoreError | null;
  /** What later processes of this run of the machine hold their clock against. */
  readonly keepClock: (start: ClockStart) => void;
  readonly close: () => void;
}

/** For writing. Throws RecordStoreError `store-in-use`, `store-unreadable`. */
export function openRecord(caseFolder: string, how: OpenRecordHow = {}): OpenRecord {
  const { folder = recordFolderOf(caseFolder), clock = MACHINE_CLOCK } = how;
  const disk = how.parts?.disk ?? REAL_DISK;
  const toWrite = openForWriting(folder, how);
  const { start, finding } =
    toWrite.finding === null
      ? startIn(folder, clock, disk)
      : { start: clockStart(clock), finding: toWrite.finding };
  const keepClock = (at: ClockStart): void => keepStart(folder, clock, at, disk);
  return { ...opened({ ...toWrite, finding }, { ...how, clockStart: start }), keepClock };
}

/** For reading, beside a writer; null when the case has no record yet. Throws RecordStoreError `store-unreadable`. */
export function readRecord(caseFolder: string, how: OpenRecordHow = {}): OpenRecord | null {
  const folder = how.folder ?? recordFolderOf(caseFolder);
  if (!hasRecord(folder)) return null;
  return { ...opened(openForReading(folder, how), how), keepClock: () => {} };
}

/** A disk that does not take even this takes no entry: the record is then read and not written. */
function startIn(
  folder: string,
  clock: Clock,
  disk: Disk,
): { readonly start: ClockStart; readonly finding: RecordStoreError | null } {
  try {
    return { start: knownStart(folder, clock, disk), finding: null };
  } catch (cause) {
    return { start: clockStart(clock), finding: whyStopped(cause) };
  }
}

type Opened = Omit<OpenRecord, "keepClock">;

function opened(
  folder: OpenedFolder,
  { clock, clockStart: start, samePerson }: OpenRecordHow & Pick<Keeping, "clockStart">,
): Opened {
  const { store, key, keyring, snapshots, finding } = folder;
  const record = new CaseRecord(store, {
    key,
    finding,
    snapshots,
    ...(clock === undefined ? {} : { clock }),
    ...(start === undefined ? {} : { clockStart: start }),
    ...(samePerson === undefined ? {} : { samePerson }),
  });
  const here = { restricted: true, compartments: new Set(keyring.compartments) };
  return { record, vkey: folder.vkey, here, finding, close: () => record.finish(folder.close) };
}
