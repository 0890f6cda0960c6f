// The files of a case as they count: with what stands in its record, as everybody may see it, in place of the seeds it began with.
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CaseFiles } from "../case/case.ts";
import { STANDING_FILE, standingText } from "../case/standing-file.ts";
import type { RecordHead } from "../case/standing-file.ts";
import type { Instant } from "../model/instant.ts";
import { treeRoot } from "../record/tree/proof.ts";
import { standing } from "../record/seed-entries/standing.ts";
import type { Standing } from "../record/seed-entries/standing.ts";
import type { CaseRecord } from "./case-record.ts";
import { readRecord } from "./open-record.ts";

/** Up to where a record counts: its first entries by number, or those recorded by an instant. Absent: all. */
export type HeadAt = { readonly size: number } | { readonly at: Instant };

/** A head that the record does not have: it ends before. */
export class NoSuchHeadError extends Error {
  override readonly name = "NoSuchHeadError";

  constructor(asked: number, size: number) {
    super(`the record has ${size} entries; expected a head of at most that, found ${asked}`);
  }
}

/**
 * Without a record the files as they are; a standing file that lies in the folder is never read. Throws RecordStoreError, and
 * NoSuchHeadError for a `head` that is not there.
 */
export function withRecord(caseFolder: string, files: CaseFiles, head?: HeadAt): CaseFiles {
  const opened = readRecord(caseFolder);
  const own = [...files].filter(([path]) => path !== STANDING_FILE);
  if (opened === null) {
    if (head !== undefined && !("size" in head && head.size === 0))
      throw new NoSuchHeadError("size" in head ? head.size : 1, 0);
    return new Map(own);
  }
  try {
    return new Map([...own, [STANDING_FILE, standingFile(opened.record, head)]]);
  } finally {
    opened.close();
  }
}

/** The file of a record that is open. */
export function standingFile(record: CaseRecord, at?: HeadAt): string {
  const { head, things } = standingRecord(record, at);
  return standingText({ head, things });
}

/** What counts of the public record at that head, what does not and why. */
export function standingRecord(
  record: CaseRecord,
  at?: HeadAt,
): Standing & { readonly head: RecordHead } {
  const size = sizeOf(record, at);
  const state = size === record.size ? record.state() : record.stateAt(size);
  const root = size === 0 ? "" : bytesToHex(treeRoot(record.hashes(size), size));
  return { ...standing(state), head: { size, root } };
}

function sizeOf(record: CaseRecord, at: HeadAt | undefined): number {
  if (at === undefined) return record.size;
  if ("at" in at) return record.headAt(at.at);
  if (at.size <= record.size) return at.size;
  throw new NoSuchHeadError(at.size, record.size);
}
