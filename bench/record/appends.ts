// Durable appends, and plain inserts of the same bytes in turn with them.
import { join } from "node:path";
import type * as Drivers from "../../src/store/driver.ts";
import type * as Keyrings from "../../src/store/keyring.ts";
import type * as OpenRecord from "../../src/store/open-record.ts";
import type * as Payloads from "../../src/store/payload.ts";
import type * as RecordFolder from "../../src/store/record-folder.ts";
import type { CaseRecord } from "../../src/store/case-record.ts";
import { compiled } from "../assess/clock.ts";
import { batchOfRows, drafted, incidentJson, incidents, source } from "./drafts.ts";
import type { Timer } from "./timer.ts";

const { openLibsql } = await compiled<typeof Drivers>("store/driver.js");
const { keyringOf } = await compiled<typeof Keyrings>("store/keyring.js");
const { openRecord } = await compiled<typeof OpenRecord>("store/open-record.js");
const { encodePayload } = await compiled<typeof Payloads>("store/payload.js");
const { makeRecord } = await compiled<typeof RecordFolder>("store/record-folder.js");

export const ALL = { restricted: true, compartments: new Set<string>() };
const ROUNDS = 12;
const ALONE = 200;
/** Rows of one leaf. */
const OF_LEAF = 1_000;

let folders = 0;

export function newRecord(base: string) {
  const folder = join(base, `record-${folders++}`);
  makeRecord(folder, "truceline.example/bench");
  return { folder, ...openRecord(folder, { folder }) };
}

/** Appends, or the bench fails. */
export async function append(
  record: CaseRecord,
  drafts: Parameters<CaseRecord["append"]>[0],
): Promise<void> {
  const { problems } = await record.append(drafts, { viewer: ALL });
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
}

export async function timeEntries(
  base: string,
  names: Readonly<Record<"parse" | "append" | "raw" | "one", string>>,
  { batch, timer }: { readonly batch: number; readonly timer: Timer },
): Promise<void> {
  const { record, folder, close } = newRecord(base);
  await append(record, [source()]);
  for (let round = 0; round < ROUNDS; round++) {
    const json = Array.from({ length: batch }, incidentJson);
    const drafts = await timer.time(names.parse, () => json.map(drafted));
    const first = record.size;
    await timer.time(names.append, () => append(record, drafts));
    const bytes = keptBytes(record, first);
    await timer.time(names.raw, rawInserts(join(folder, `raw-${round}.db`), bytes));
  }
  for (let one = 0; one < ALONE; one++) {
    const drafts = incidents(1);
    await timer.time(names.one, () => append(record, drafts));
  }
  timer.slowestOf(names.one);
  close();
}

export async function timeRows(
  base: string,
  names: Readonly<Record<"append" | "raw", string>>,
  { rows, timer }: { readonly rows: number; readonly timer: Timer },
): Promise<void> {
  const { record, folder, close } = newRecord(base);
  await append(record, [source()]);
  for (let round = 0; round < ROUNDS; round++) {
    const drafts = Array.from({ length: rows / OF_LEAF }, () => batchOfRows(OF_LEAF));
    const first = record.size;
    await timer.time(names.append, () => append(record, drafts));
    const whole = Buffer.concat(keptBytes(record, first));
    const size = Math.floor(whole.length / rows);
    const each = Array.from({ length: rows }, (_, i) => whole.subarray(i * size, (i + 1) * size));
    await timer.time(names.raw, rawInserts(join(folder, `raw-${round}.db`), each));
  }
  close();
}

/** Leaves and payloads as the store keeps them. */
function keptBytes(record: CaseRecord, first: number): readonly Uint8Array[] {
  const keyring = keyringOf([]);
  return Array.from(record.store.entries(first, record.size, ALL), (entry) => {
    const { open, restricted } = encodePayload(entry, keyring);
    return Buffer.concat([entry.bytes, open, ...(restricted === null ? [] : [restricted])]);
  });
}

/** Plain inserts of as many bytes, in one transaction of the same durability. */
function rawInserts(path: string, bytes: readonly Uint8Array[]): () => void {
  const driver = openLibsql(path);
  driver.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw(seq INTEGER PRIMARY KEY, bytes BLOB) STRICT",
  );
  return () => {
    driver.transaction(() => {
      for (const [seq, one] of bytes.entries())
        driver.run("INSERT INTO raw VALUES(?, ?)", seq, one);
    });
    driver.close();
  };
}
