// Logs of the cases that are served or exported, open for reading as long as that takes.
import type { ServedLog } from "../serve/served-log.ts";
import { servedLog } from "../serve/served-log.ts";
import { readRecord } from "../store/open-record.ts";
import type { OpenRecord } from "../store/open-record.ts";

/** Readers of records by case id. */
export class OpenLogs {
  readonly #folders: ReadonlyMap<string, string>;
  readonly #open = new Map<string, { readonly record: OpenRecord; readonly log: ServedLog }>();

  /** Opens the record of each case that has one; `folders` are case folders by case id. Throws RecordStoreError. */
  constructor(folders: ReadonlyMap<string, string>) {
    this.#folders = folders;
    for (const id of folders.keys()) this.reopen(id);
  }

  /** As they were when each was opened; a case without a record is not in it. */
  get records(): ReadonlyMap<string, ServedLog> {
    return new Map([...this.#open].map(([id, { log }]) => [id, log]));
  }

  log(id: string): ServedLog | null {
    return this.#open.get(id)?.log ?? null;
  }

  /** The record of a case as it is now. */
  reopen(id: string): ServedLog | null {
    const folder = this.#folders.get(id);
    const record = folder === undefined ? null : readRecord(folder);
    if (record === null) return null;
    const log = servedLog(record.record, record.vkey);
    this.#open.get(id)?.record.close();
    this.#open.set(id, { record, log });
    return log;
  }

  close(): void {
    for (const { record } of this.#open.values()) record.close();
    this.#open.clear();
  }
}
