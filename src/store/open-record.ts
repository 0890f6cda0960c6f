// The record of a case folder, opened: the one door for shell and server.
import type { Viewer } from "../record/kinds/project.ts";
import { CaseRecord } from "./case-record.ts";
import type { Keeping } from "./case-record.ts";
import type { RecordStoreError } from "./errors.ts";
import { hasRecord, openForReading, openForWriting, recordFolderOf } from "./record-folder.ts";
import type { OpenedFolder, OpenHow } from "./record-folder.ts";

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
  readonly close: () => void;
}

/** For writing. Throws RecordStoreError `store-in-use`, `store-unreadable`. */
export function openRecord(caseFolder: string, how: OpenRecordHow = {}): OpenRecord {
  return opened(openForWriting(how.folder ?? recordFolderOf(caseFolder), how), how);
}

/** For reading, beside a writer; null when the case has no record yet. Throws RecordStoreError `store-unreadable`. */
export function readRecord(caseFolder: string, how: OpenRecordHow = {}): OpenRecord | null {
  const folder = how.folder ?? recordFolderOf(caseFolder);
  return hasRecord(folder) ? opened(openForReading(folder, how), how) : null;
}

function opened(folder: OpenedFolder, { clock, samePerson }: OpenRecordHow): OpenRecord {
  const { store, key, keyring, finding } = folder;
  const record = new CaseRecord(store, {
    key,
    finding,
    ...(clock === undefined ? {} : { clock }),
    ...(samePerson === undefined ? {} : { samePerson }),
  });
  const here = { restricted: true, compartments: new Set(keyring.compartments) };
  return { record, vkey: folder.vkey, here, finding, close: () => record.finish(folder.close) };
}
