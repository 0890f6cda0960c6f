// A person says that a clock which ran ahead is right (RECORD 3): noted in the record, and writing goes on.
import type { EntryId } from "../record/bytes/entry-id.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import { faulty, sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import type { ClockJump } from "./clock.ts";
import { freshId } from "./drafts.ts";
import type { OpenRecord } from "./open-record.ts";

export interface ClockAccepted extends ClockJump {
  readonly entry: EntryId;
  readonly size: number;
}

/** Null when the clock is not ahead: then nothing is recorded. Throws RecordStoreError like every append. */
export async function acceptClock(
  { record, keepClock }: Pick<OpenRecord, "record" | "keepClock">,
  actor: string,
): Promise<Checked<ClockAccepted> | null> {
  const jump = record.clockJump();
  if (jump === null) return null;
  const entry = freshId("pol");
  const fields = {
    clock: { accepted: jump.clock, expected: jump.expected },
    reason: "the clock was ahead of the time that had passed, and is right",
  };
  const draft = parseDraft({ id: entry, kind: "policy", actor, fields });
  if (draft.value === null) return faulty(...draft.problems);
  const start = record.acceptClock();
  const kept = await record.append([draft.value]);
  if (kept.value === null) return faulty(...kept.problems);
  keepClock(start);
  return sound({ ...jump, entry, size: kept.value.head.size });
}
