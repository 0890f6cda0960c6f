// Attachments as files under their hash: `blobs/ab/<sha256>`. A file that is there is what its name says, or it is damaged.
import { existsSync } from "node:fs";
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
}

export function blobFolder(folder: string, disk: Disk): BlobFolder {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
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

function requireHash(hash: string, bytes: Uint8Array): void {
  if (bytesToHex(sha256(bytes)) === hash) return;
  throw new DamagedError(`the attachment ${hash} does not have that hash`);
}
