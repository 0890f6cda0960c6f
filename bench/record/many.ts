// A large record: folded cold and from snapshots, carried on, viewed as of heads, proved, checked; and what its state weighs.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sha256 as ofThePage } from "@noble/hashes/sha2.js";
import type * as Records from "../../src/record/index.ts";
import type * as Verifying from "../../src/record/verify/verify-log.ts";
import type * as CaseRecords from "../../src/store/case-record.ts";
import type * as Checking from "../../src/store/fsck.ts";
import type * as Hashing from "../../src/store/hashing.ts";
import type * as LogFiles from "../../src/store/log-files.ts";
import type * as OpenRecord from "../../src/store/open-record.ts";
import type * as RecordFolder from "../../src/store/record-folder.ts";
import { compiled } from "../assess/clock.ts";
import type { Figure } from "../bench.ts";
import { ALL, append, newRecord } from "./appends.ts";
import { incidents, source } from "./drafts.ts";
import type { Timer } from "./timer.ts";

const { fold, proveInclusion } = await compiled<typeof Records>("record/index.js");
const { verifyLog } = await compiled<typeof Verifying>("record/verify/verify-log.js");
const { CaseRecord } = await compiled<typeof CaseRecords>("store/case-record.js");
const { fsck } = await compiled<typeof Checking>("store/fsck.js");
const { verifyEd25519 } = await compiled<typeof Hashing>("store/hashing.js");
const { logFiles } = await compiled<typeof LogFiles>("store/log-files.js");
const { openRecord } = await compiled<typeof OpenRecord>("store/open-record.js");
const { openForReading } = await compiled<typeof RecordFolder>("store/record-folder.js");

const AT_ONCE = 1_000;
const ROUNDS = 3;
const [MORE_ROUNDS, HEADS] = [5, 5];
const PROOFS = 200;

type Named = Readonly<
  Record<
    "fold" | "found" | "things" | "more" | "asOf" | "again" | "proof" | "fsck" | "verify" | "bytes",
    string
  >
>;

export interface ManyHow {
  readonly names: Named;
  readonly size: number;
  readonly timer: Timer;
}

/** Times them on a record of `size` entries; gives what a state weighs for each incident. */
export async function timeMany(base: string, how: ManyHow): Promise<readonly Figure[]> {
  const folder = await filled(base, how.size);
  const bytes = await cold(folder, how);
  await found(folder, how);
  await onwards(folder, how);
  await views(folder, how);
  await checks(folder, how);
  return [{ name: how.names.bytes, found: bytes, unit: "bytes", must: { most: 1000 }, goal: 400 }];
}

/** Its writer is closed, so that its memory goes. */
async function filled(base: string, size: number): Promise<string> {
  const { record, folder, close } = newRecord(base);
  await append(record, [source()]);
  while (record.size < size) await append(record, incidents(AT_ONCE));
  close();
  return folder;
}

/** Folds without snapshots; gives what a state weighs for each entry, the first one: what was let go later may still be counted. */
async function cold(folder: string, { names, timer }: ManyHow): Promise<number> {
  const { store, close } = openForReading(folder);
  const before = usedBytes();
  const first = new CaseRecord(store, { key: null });
  const state = await timer.time(names.fold, () => first.state(ALL));
  const bytes = (usedBytes() - before) / state.size;
  for (let round = 1; round < ROUNDS; round++) {
    const record = new CaseRecord(store, { key: null });
    await timer.time(names.fold, () => record.state(ALL));
  }
  close();
  return bytes;
}

/** From snapshots: the state is there, then every thing in it is read. */
async function found(folder: string, { names, timer }: ManyHow): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const { store, snapshots, close } = openForReading(folder);
    const record = new CaseRecord(store, { key: null, snapshots });
    const state = await timer.time(names.found, () => record.state(ALL));
    await timer.time(names.things, () => state.things.size);
    close();
  }
}

/** Onto a state of which everything was read. */
async function onwards(folder: string, { names, timer }: ManyHow): Promise<void> {
  const { record, close } = openRecord(folder, { folder });
  if (record.state(ALL).things.size < record.size) throw new Error("not all entries made things");
  for (let round = 0; round < MORE_ROUNDS; round++) {
    const state = record.state(ALL);
    await append(record, incidents(AT_ONCE));
    const entries = record.entries(ALL, record.size - AT_ONCE);
    await timer.time(names.more, () => fold(state, entries));
  }
  close();
}

/** Heads anywhere, by a reader who has looked at none before; each asked for a second time. */
async function views(folder: string, { names, timer, size }: ManyHow): Promise<void> {
  for (let round = 0; round < HEADS; round++) {
    const { store, snapshots, close } = openForReading(folder);
    const record = new CaseRecord(store, { key: null, snapshots });
    const head = Math.floor(size * (1 - (round + 0.5) / HEADS));
    const view = { head, at: Date.now(), zone: "UTC", viewer: ALL };
    await timer.time(names.asOf, () => record.asOf(view));
    await timer.time(names.again, () => record.asOf(view));
    close();
  }
}

async function checks(folder: string, { names, timer }: ManyHow): Promise<void> {
  const opened = openForReading(folder);
  const record = new CaseRecord(opened.store, { key: null });
  for (let one = 0; one < PROOFS; one++)
    await timer.time(names.proof, () =>
      proveInclusion(record.hashes(), (one * 497) % record.size, record.size),
    );
  const { findings } = await timer.time(names.fsck, () => fsck(opened));
  const files = logFiles(record);
  const how = { sha256: ofThePage, verify: verifyEd25519, vkey: opened.vkey };
  const problems = await timer.time(names.verify, () => verifyLog(files, how));
  const faults = [...findings, ...problems.map(({ message }) => message)];
  if (faults.length > 0) throw new Error(faults.slice(0, 3).join("; "));
  opened.close();
}

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** After everything that nobody holds was let go. */
function usedBytes(): number {
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}
