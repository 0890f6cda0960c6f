// Attachments as files under their hash: `blobs/ab/<sha256>`. A file that is there is what its name says, or it is damaged.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readIfThere } from "./disk.ts";
import type { Disk } from "./disk.ts";
import { DamagedError } from "./errors.ts";
import { sha256 } from "./hashing.ts";

export interface BlobFolder {
  /** Throws DamagedError when the bytes do not have that hash. */
  readonly put: (hash: string, bytes: Uint8Array) => void;
  /** Null when there is none. Throws DamagedError when the file is not what its name says. */
  readonly read: (hash: string) => Uint8Array | null;
  /** Says on disk which files go, before the entry that takes them is kept. */
  readonly planDrop: (hashes: readonly string[]) => void;
  /** Drops what was planned and is named by no entry any more; also what a crash left planned. */
  readonly dropPlanned: (named: () => ReadonlySet<string>) => void;
}

const PLAN = "blobs-to-drop";

export function blobFolder(folder: string, disk: Disk): BlobFolder {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  const plan = join(folder, "..", PLAN);
  return {
    planDrop: (hashes) => {
      if (hashes.length > 0) disk.replaceFile(plan, hashes.map((hash) => `${hash}\n`).join(""));
    },
    dropPlanned: (named) => {
      const bytes = readIfThere(plan);
      if (bytes === null) return;
      const stays = named();
      const hashes = Buffer.from(bytes).toString("utf8").split("\n").filter(isHash);
      for (const hash of hashes.filter((one) => !stays.has(one))) {
        rmSync(pathOf(hash), { force: true });
        if (existsSync(join(pathOf(hash), ".."))) disk.syncFolder(join(pathOf(hash), ".."));
      }
      rmSync(plan);
      disk.syncFolder(join(plan, ".."));
    },
    put: (hash, bytes) => {
      requireHash(hash, bytes);
      if (existsSync(pathOf(hash))) return;
      disk.makeFolder(join(folder, hash.slice(0, 2)));
      disk.replaceFile(pathOf(hash), bytes);
    },
    read: (hash) => {
      const bytes = readIfThere(pathOf(hash));
      if (bytes !== null) requireHash(hash, bytes);
      return bytes;
    },
  };
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function requireHash(hash: string, bytes: Uint8Array): void {
  if (bytesToHex(sha256(bytes)) === hash) return;
  throw new DamagedError(`the attachment ${hash} does not have that hash`);
}
