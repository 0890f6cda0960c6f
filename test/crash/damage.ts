// Files that were cut or of which a bit changed: the loss is told, and nothing wrong is ever served.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "../../src/model/canonical.ts";
import { fsck } from "../../src/store/fsck.ts";
import { openForReading, openForWriting } from "../../src/store/record-folder.ts";
import type { DiskParts } from "../../src/store/record-folder.ts";
import { RecordStoreError } from "../../src/store/errors.ts";
import { lostAcks } from "./recovered.ts";
import type { Ack } from "./run-writer.ts";

const ALL = { restricted: true, compartments: new Set<string>() };

export interface Spoiling {
  /** A record as a crash left it, with a write-ahead log. */
  readonly origin: string;
  /** Where copies are spoilt; best in memory. */
  readonly work: string;
  readonly acks: readonly Ack[];
  readonly parts: Partial<DiskParts>;
}

/** What a start over this write-ahead log leaves untold; empty when a loss is told or nothing is lost. */
export function faultsOfLog(
  { origin, work, acks, parts }: Spoiling,
  log: Uint8Array,
): readonly string[] {
  cpSync(origin, work, { recursive: true, force: true });
  rmSync(join(work, "record.db-shm"), { force: true });
  writeFileSync(join(work, "record.db-wal"), log);
  try {
    const opened = openForWriting(work, { parts });
    const lost = lostAcks(opened, acks);
    const isTold = opened.finding !== null;
    opened.close();
    return isTold ? [] : lost;
  } catch (error) {
    if (error instanceof RecordStoreError) return [];
    throw error;
  }
}

/** How a spoilt database came out: told by fsck, by reading, or without effect. Throws when something wrong was served or not found. */
export function outcomeOfDatabase(
  { origin, work }: Pick<Spoiling, "origin" | "work">,
  database: Uint8Array,
  expected: readonly string[],
): "told" | "harmless" | "silent" {
  cpSync(origin, work, { recursive: true, force: true });
  writeFileSync(join(work, "record.db"), database);
  try {
    const opened = openForReading(work);
    try {
      const isTold = fsck(opened).findings.length > 0;
      if (isTold) return servesWrong(opened.store, expected) ? "silent" : "told";
      const size = opened.store.head()?.size ?? 0;
      return size === expected.length && !servesWrong(opened.store, expected)
        ? "harmless"
        : "silent";
    } finally {
      opened.close();
    }
  } catch {
    // SQLite or the store refuses to read it at all.
    return "told";
  }
}

/** Whether any entry that can be read differs from what was written. */
function servesWrong(
  store: Parameters<typeof lostAcks>[0]["store"],
  expected: readonly string[],
): boolean {
  return expected.some((text, index) => {
    try {
      const entry = store.read(index, ALL);
      return entry !== null && entryText(entry) !== text;
    } catch {
      return false;
    }
  });
}

/** All that is served of each entry, as text to compare. */
export function entryTexts(folder: string): readonly string[] {
  const opened = openForReading(folder);
  const size = opened.store.head()?.size ?? 0;
  const texts = Array.from(opened.store.entries(0, size, ALL), entryText);
  opened.close();
  return texts;
}

function entryText({
  bytes,
  openings,
}: {
  readonly bytes: Uint8Array;
  readonly openings: Readonly<
    Record<string, { readonly salt: Uint8Array; readonly value: unknown }>
  >;
}): string {
  const values = Object.entries(openings).map(([name, { salt, value }]) => [
    name,
    Buffer.from(salt).toString("hex"),
    JSON.stringify(value),
  ]);
  return canonicalJson([
    Buffer.from(bytes).toString("hex"),
    ...values.map((one) => canonicalJson(one)),
  ]);
}

export function readLog(origin: string): Uint8Array {
  return new Uint8Array(readFileSync(join(origin, "record.db-wal")));
}
