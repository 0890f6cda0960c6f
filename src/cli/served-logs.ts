// Logs of the cases that are served or exported, open for reading as long as that takes.
import type { ServedLog } from "../serve/served-log.ts";
import { servedLog } from "../serve/served-log.ts";
import { readRecord } from "../store/open-record.ts";
import type { OpenRecord } from "../store/open-record.ts";

export interface OpenLogs {
  /** By case id; a case without a record is not in it. */
  readonly records: ReadonlyMap<string, ServedLog>;
  readonly close: () => void;
}

/** Opens the record of each case that has one. `folders` are case folders by case id. */
export function openLogs(folders: ReadonlyMap<string, string>): OpenLogs {
  const open = new Map<string, OpenRecord>();
  for (const [id, folder] of folders) {
    const record = readRecord(folder);
    if (record !== null) open.set(id, record);
  }
  return {
    records: new Map([...open].map(([id, { record, vkey }]) => [id, servedLog(record, vkey)])),
    close: () => {
      for (const one of open.values()) one.close();
    },
  };
}
