// What a restart finds after a crash: everything acknowledged, nothing by halves, nothing damaged, and the log goes on.
import { bytesToHex } from "@noble/hashes/utils.js";
import { parseDraft } from "../../src/record/kinds/entry.ts";
import { treeRoot } from "../../src/record/tree/proof.ts";
import { CaseRecord } from "../../src/store/case-record.ts";
import { RecordStoreError } from "../../src/store/errors.ts";
import { fsck } from "../../src/store/fsck.ts";
import { hashSource } from "../../src/store/log-tree.ts";
import { hasRecord, openForWriting } from "../../src/store/record-folder.ts";
import type { OpenedFolder } from "../../src/store/record-folder.ts";
import type { Store } from "../../src/store/store.ts";
import type { Ack } from "./run-writer.ts";

/** The most entries of a batch of the writer. */
const LARGEST_BATCH = 3;

/** What is wrong after a restart, in words; empty when all is well. */
export async function faultsAfter(
  folder: string,
  acks: readonly Ack[],
): Promise<readonly string[]> {
  if (!hasRecord(folder)) return acks.length === 0 ? [] : ["the record is gone"];
  try {
    const opened = openForWriting(folder);
    try {
      return await faultsOf(opened, acks);
    } finally {
      opened.close();
    }
  } catch (error) {
    if (error instanceof RecordStoreError) return [error.message];
    throw error;
  }
}

/** What is lost and not told: by the start, by fsck, or by a reading that refuses. */
export function silentLoss(folder: string, acks: readonly Ack[]): readonly string[] {
  if (!hasRecord(folder)) return acks.length === 0 ? [] : ["the record is gone"];
  try {
    const opened = openForWriting(folder);
    const isTold = opened.finding !== null || fsck(opened).findings.length > 0;
    const lost = isTold ? [] : lostAcks(opened, acks);
    opened.close();
    return lost;
  } catch (error) {
    if (error instanceof RecordStoreError) return [];
    throw error;
  }
}

async function faultsOf(opened: OpenedFolder, acks: readonly Ack[]): Promise<readonly string[]> {
  const found = [...lostAcks(opened, acks), ...fsck(opened).findings];
  if (opened.finding !== null) return [...found, `not writable: ${opened.finding.message}`];
  return [...found, ...tornBatch(opened.store, acks), ...(await notGoingOn(opened))];
}

/** Acknowledged sizes and roots that the record does not have. */
export function lostAcks(
  { store }: Pick<OpenedFolder, "store">,
  acks: readonly Ack[],
): readonly string[] {
  const size = store.head()?.size ?? 0;
  return acks.flatMap((ack) => {
    if (ack.size > size) return [`${ack.size} entries were acknowledged, ${size} are there`];
    const root = bytesToHex(treeRoot(hashSource(store, size), ack.size));
    return root === ack.root
      ? []
      : [`the first ${ack.size} entries are not those that were acknowledged`];
  });
}

/** A batch is whole or absent: at most one that was not acknowledged is there. */
function tornBatch(store: Store, acks: readonly Ack[]): readonly string[] {
  const [size, acked] = [store.head()?.size ?? 0, acks.at(-1)?.size ?? 0];
  return size - acked > LARGEST_BATCH
    ? [`${size} entries are there, ${acked} were acknowledged`]
    : [];
}

async function notGoingOn({ store, key }: OpenedFolder): Promise<readonly string[]> {
  const fields = { title: "after", outlet: "o", outletSide: "other" };
  const { value: draft } = parseDraft({ id: "src-after", kind: "source", actor: "w", fields });
  if (draft === null) throw new Error("no draft");
  const before = store.head()?.size ?? 0;
  const { value } = await new CaseRecord(store, { key }).append([draft]);
  return value?.head.size === before + 1 ? [] : ["the log does not go on"];
}
