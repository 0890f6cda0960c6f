// Entries that the program itself words for somebody: their ids, and whether the log's door would refuse them before anything is touched.
import { randomBytes } from "node:crypto";
import { newEntryId } from "../record/bytes/entry-id.ts";
import type { EntryId } from "../record/bytes/entry-id.ts";
import { refusals } from "../record/fold/admit.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import type { Draft } from "../record/kinds/entry.ts";
import type { RecordProblem } from "../record/problem.ts";
import type { CaseRecord } from "./case-record.ts";

const DRAWN_BYTES = 5;

/** An id that no entry has. */
export function freshId(prefix: string): EntryId {
  return newEntryId(prefix, () => randomBytes(DRAWN_BYTES));
}

/** An entry about the log's key. Throws RangeError for fields that it cannot have: they are worded here. */
export function keyDraft(actor: string, fields: Readonly<Record<string, unknown>>): Draft {
  const { value, problems } = parseDraft({ id: freshId("key"), kind: "key", actor, fields });
  if (value === null) throw new RangeError(problems.map(({ message }) => message).join("; "));
  return value;
}

/** What would keep the draft out of the record as it stands; nothing is written. */
export function refusedNow(record: CaseRecord, draft: Draft): readonly RecordProblem[] {
  const samePerson = (a: string, b: string): boolean => a === b;
  return refusals(record.state(), draft, { now: 0, samePerson });
}
