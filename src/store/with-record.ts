// The files of a case as they count: with what stands in its record, as everybody may see it, in place of the seeds it began with.
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CaseFiles } from "../case/case.ts";
import { STANDING_FILE, standingText } from "../case/standing-file.ts";
import { standing } from "../record/seed-entries/standing.ts";
import type { Standing } from "../record/seed-entries/standing.ts";
import type { CaseRecord } from "./case-record.ts";
import { readRecord } from "./open-record.ts";

/** Without a record the files as they are; a standing file that lies in the folder is never read. Throws RecordStoreError. */
export function withRecord(caseFolder: string, files: CaseFiles): CaseFiles {
  const opened = readRecord(caseFolder);
  const own = [...files].filter(([path]) => path !== STANDING_FILE);
  if (opened === null) return new Map(own);
  try {
    return new Map([...own, [STANDING_FILE, standingFile(opened.record)]]);
  } finally {
    opened.close();
  }
}

/** The file of a record that is open. */
export function standingFile(record: CaseRecord): string {
  const { head, things } = standingRecord(record);
  return standingText({ head, things });
}

/** What counts of the public record, what does not and why, and at which head. */
export function standingRecord(
  record: CaseRecord,
): Standing & { readonly head: { readonly size: number; readonly root: string } } {
  const { head } = record;
  const root = head === null ? "" : bytesToHex(head.root);
  return { ...standing(record.state()), head: { size: head?.size ?? 0, root } };
}
