// The way on after a loss (RECORD 12): entries that were signed are gone, so the log goes on under another origin, and its first entry says
// which checkpoint it comes after and how many entries are lost. What is there keeps its place in the tree and its proofs.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../record/kinds/entry.ts";
import { parseCheckpoint } from "../record/note/checkpoint.ts";
import { faulty, problem, sound } from "../record/problem.ts";
import type { Checked, RecordProblem } from "../record/problem.ts";
import { emptyRoot } from "../record/tree/hash-tree.ts";
import { CaseRecord } from "./case-record.ts";
import { MACHINE_CLOCK } from "./clock.ts";
import { knownStart } from "./clock-file.ts";
import { REAL_DISK } from "./disk.ts";
import type { Disk } from "./disk.ts";
import { keyDraft, refusedNow } from "./drafts.ts";
import { DamagedError } from "./errors.ts";
import type { RecordStoreError } from "./errors.ts";
import { sha256 } from "./hashing.ts";
import { ANEW_FILE, KEY_FILES, keyAt, originOf } from "./key-folder.ts";
import { keyEntries } from "./key-entries.ts";
import { logKey, makeKeyPem } from "./log-key.ts";
import type { LogKey } from "./log-key.ts";
import { FILES, openForWriting } from "./record-folder.ts";
import type { OpenedFolder, OpenHow } from "./record-folder.ts";

export interface AnewHow extends OpenHow {
  readonly actor: string;
  readonly secondPerson: string | null;
  readonly reason: string;
}

export interface BegunAnew {
  readonly origin: string;
  readonly vkey: string;
  /** How many entries stand, with the first of the new log. */
  readonly size: number;
  /** Entries that were signed and are gone; null = the last signed checkpoint is gone too, so nobody knows. */
  readonly lost: number | null;
}

/** What the new log comes after, and its name: kept in a file until its first entry is. */
interface Before {
  readonly origin: string;
  /** The signed note, verbatim; null while none is known. */
  readonly checkpoint: string | null;
  readonly lost: number | null;
}

/** Resolves when the first entry is on disk under the new origin, or with every reason why not. Throws RecordStoreError. */
export async function beginAnew(folder: string, how: AnewHow): Promise<Checked<BegunAnew>> {
  const { disk = REAL_DISK } = how.parts ?? {};
  const opened = openForWriting(folder, how);
  try {
    const isUnfinished = existsSync(join(folder, ANEW_FILE));
    if (!isUnfinished && opened.finding?.code !== "record-behind-signed-checkpoint")
      return faulty(problem("transition-refused", whyNot(opened.finding), folder));
    const path = how.signedPath ?? join(folder, FILES.signed);
    const before = isUnfinished ? unfinished(folder) : lossIn(opened, folder, path);
    const refused = refusedPersons(opened, before, how);
    if (refused.length > 0) return faulty(...refused);
    const key = newKey(folder, before, disk);
    disk.replaceFile(path, key.sign(opened.store.head() ?? NOTHING));
    const kept = await firstEntry(opened, { folder, key, disk, before, how });
    if (kept.problems.length > 0) return faulty(...kept.problems);
    rmSync(join(folder, ANEW_FILE));
    const size = opened.store.head()?.size ?? 0;
    return sound({ origin: key.origin, vkey: key.vkey, size, lost: before.lost });
  } finally {
    opened.close();
  }
}

function whyNot(finding: RecordStoreError | null): string {
  if (finding === null)
    return "the record ends where it was last signed: nothing is lost, and the log goes on as it is";
  return `a new log is begun after a loss alone; here ${finding.code}: ${finding.message}`;
}

const NOTHING = { size: 0, root: emptyRoot(sha256) };

function lossIn({ store }: OpenedFolder, folder: string, path: string): Before {
  const head = store.head();
  const text = existsSync(path) ? readFileSync(path, "utf8") : null;
  const signed = text === null ? null : (parseCheckpoint(text, path).value?.checkpoint ?? null);
  const lost = signed === null ? null : signed.size - (head?.size ?? 0);
  const origin = nextOrigin(originOf(folder));
  return { origin, checkpoint: text ?? head?.checkpoint ?? null, lost };
}

/** What a run that was cut off had found. */
function unfinished(folder: string): Before {
  const said: Partial<Before> = JSON.parse(readFileSync(join(folder, ANEW_FILE), "utf8"));
  const { origin, checkpoint = null, lost = null } = said;
  if (origin === undefined) throw new DamagedError(`"${ANEW_FILE}" names no log`);
  return { origin, checkpoint, lost };
}

/** Asked before any file is touched. */
function refusedPersons(
  { store }: OpenedFolder,
  before: Before,
  how: AnewHow,
): readonly RecordProblem[] {
  const record = new CaseRecord(store, { key: null });
  return refusedNow(record, draftOf("to be made", before, how));
}

/**
 * The key of the new origin in the place of the old one, which is kept beside it. Each step may be the last one before a crash; doing all of
 * them again makes another key, which nobody has seen yet.
 */
function newKey(folder: string, before: Before, disk: Disk): LogKey {
  const at = (name: keyof typeof KEY_FILES): string => join(folder, KEY_FILES[name]);
  if (originOf(folder) === before.origin) {
    const known = keyAt(folder, "key");
    if (known?.vkey === readFileSync(at("vkey"), "utf8").trim()) return known;
  } else {
    disk.replaceFile(join(folder, ANEW_FILE), JSON.stringify(before));
    const kept = join(folder, "keys", `before-${before.origin.split("-").at(-1)}.pem`);
    if (existsSync(at("key"))) disk.replaceFile(kept, readFileSync(at("key")));
    disk.replaceFile(at("origin"), `${before.origin}\n`);
  }
  const pem = makeKeyPem();
  const key = logKey(before.origin, pem);
  disk.replaceFile(at("key"), pem);
  for (const name of ["before", "next"] as const) rmSync(at(name), { force: true });
  disk.replaceFile(at("vkey"), `${key.vkey}\n`);
  return key;
}

interface Beginning {
  readonly folder: string;
  readonly key: LogKey;
  readonly disk: Disk;
  readonly before: Before;
  readonly how: AnewHow;
}

/** Nothing when a run that was cut off had appended it. */
async function firstEntry(
  { store }: OpenedFolder,
  { folder, key, disk, before, how }: Beginning,
): Promise<{ readonly problems: readonly RecordProblem[] }> {
  const named = keyEntries(store, store.head()?.size ?? 0);
  if (named.some(({ vkey }) => vkey === key.vkey)) return { problems: [] };
  const record = new CaseRecord(store, {
    key,
    clockStart: knownStart(folder, MACHINE_CLOCK, disk),
  });
  return record.append([draftOf(key.vkey, before, how)]);
}

/** `truce.example/river` goes on as `truce.example/river-2`, that as `-3`. */
export function nextOrigin(origin: string): string {
  const [, stem = origin, number] = /^(.*?)(?:-(\d{1,6}))?$/.exec(origin) ?? [];
  return `${stem}-${number === undefined ? 2 : Number(number) + 1}`;
}

function draftOf(vkey: string, { checkpoint, lost }: Before, how: AnewHow): Draft {
  const { actor, secondPerson, reason } = how;
  const fields = {
    vkey,
    change: "added",
    reason,
    ...(checkpoint === null ? {} : { continues: checkpoint }),
    ...(lost === null ? {} : { lost }),
    ...(secondPerson === null ? {} : { secondPerson }),
  };
  return keyDraft(actor, fields);
}
