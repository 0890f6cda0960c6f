// Another key for a log (RECORD 5): named by an entry of two persons, signed by the key before; or, when that one was lost to somebody else,
// without it, from a size on.
import { join } from "node:path";
import type { Draft } from "../record/kinds/entry.ts";
import { keyChangeText } from "../record/note/key-change.ts";
import { faulty, problem, sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import { CaseRecord } from "./case-record.ts";
import { MACHINE_CLOCK } from "./clock.ts";
import { knownStart } from "./clock-file.ts";
import { REAL_DISK } from "./disk.ts";
import { keyDraft } from "./drafts.ts";
import { RecordStoreError } from "./errors.ts";
import { BOTH_SIGN_MS, dropNext, finishChange, KEY_FILES, originOf } from "./key-folder.ts";
import { bothKeys, logKey, makeKeyPem, noteBy } from "./log-key.ts";
import type { LogKey } from "./log-key.ts";
import { openForWriting } from "./record-folder.ts";
import type { OpenHow } from "./record-folder.ts";

export interface RotateHow extends OpenHow {
  readonly actor: string;
  readonly secondPerson: string | null;
  readonly reason: string | null;
  /** The key was lost to somebody else: how many entries can still be trusted under it. Null = it was not. */
  readonly lastTrustedSize: number | null;
}

export interface Rotated {
  readonly before: string;
  readonly vkey: string;
  readonly size: number;
  /** Until when both keys sign (UTC milliseconds); null: the old one signs no more. */
  readonly bothUntil: number | null;
}

/** Resolves when the entry is on disk and the new key is the log's, or with every reason why not. Throws RecordStoreError. */
export async function rotateKey(folder: string, how: RotateHow): Promise<Checked<Rotated>> {
  const { disk = REAL_DISK } = how.parts ?? {};
  const opened = openForWriting(folder, how);
  try {
    const before = requireKey(opened);
    const pem = makeKeyPem();
    const next = logKey(originOf(folder), pem);
    const signer = how.lastTrustedSize === null ? bothKeys(next, before) : next;
    const keeping = { key: signer, clockStart: knownStart(folder, MACHINE_CLOCK, disk) };
    const record = new CaseRecord(opened.store, keeping);
    const wrong = beyondLog(record, how.lastTrustedSize);
    if (wrong !== null) return wrong;
    disk.replaceFile(join(folder, KEY_FILES.next), pem);
    const kept = await record.append(draftsOf(record, { before, next, how }));
    if (kept.value === null) {
      dropNext(folder, disk);
      return faulty(...kept.problems);
    }
    finishChange(folder, next.vkey, disk);
    const { size, recordedAt } = kept.value.head;
    const bothUntil = how.lastTrustedSize === null ? recordedAt + BOTH_SIGN_MS : null;
    return sound({ before: before.vkey, vkey: next.vkey, size, bothUntil });
  } finally {
    opened.close();
  }
}

function requireKey({
  key,
  finding,
}: {
  readonly key: LogKey | null;
  readonly finding: RecordStoreError | null;
}): LogKey {
  if (finding !== null) throw finding;
  if (key === null) throw new RecordStoreError("no-log-key", "the log's key is not here");
  return key;
}

function beyondLog({ size }: CaseRecord, lastTrusted: number | null): Checked<never> | null {
  if (lastTrusted === null || lastTrusted <= size) return null;
  const message = `the log has ${size} entries; expected a last trusted size of at most that, found ${lastTrusted}`;
  return faulty(problem("bad-value", message, "lastTrustedSize"));
}

interface Change {
  readonly before: LogKey;
  readonly next: LogKey;
  readonly how: RotateHow;
}

/** Of a lost key the new one bears no signature: whoever has the old key could make such a one. */
function draftsOf({ size }: CaseRecord, { before, next, how }: Change): readonly Draft[] {
  const { actor, secondPerson, reason, lastTrustedSize } = how;
  const persons = {
    ...(reason === null ? {} : { reason }),
    ...(secondPerson === null ? {} : { secondPerson }),
  };
  const change = { origin: next.origin, size: size + 1, before: before.vkey, after: next.vkey };
  const added = { vkey: next.vkey, change: "added", ...persons };
  if (lastTrustedSize === null) {
    const endorsement = noteBy([before, next], keyChangeText(change));
    return [keyDraft(actor, { ...added, endorsement })];
  }
  const withdrawn = { vkey: before.vkey, change: "withdrawn", lastTrustedSize, ...persons };
  return [keyDraft(actor, added), keyDraft(actor, withdrawn)];
}
