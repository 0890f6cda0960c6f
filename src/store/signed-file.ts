// The last signed checkpoint in a file of its own, perhaps on another disk: nothing is published that does not extend it (RECORD 5).
import { parseCheckpoint } from "../record/note/checkpoint.ts";
import type { Checkpoint } from "../record/note/checkpoint.ts";
import { emptyRoot, sameBytes } from "../record/tree/hash-tree.ts";
import { treeRoot } from "../record/tree/proof.ts";
import type { HashSource } from "../record/tree/proof.ts";
import { readIfThere } from "./disk.ts";
import type { Disk } from "./disk.ts";
import { RecordStoreError } from "./errors.ts";
import { sha256 } from "./hashing.ts";

/** Compares and swaps. */
export interface SignedFile {
  /** Throws RecordStoreError `record-behind-signed-checkpoint` or `record-forked` unless the tree of `hashes` extends what lies there. */
  readonly requireExtends: (size: number, hashes: () => HashSource) => void;
  /** The same, then the new checkpoint takes its place. */
  readonly swap: (size: number, checkpoint: string, hashes: () => HashSource) => void;
  /** What lies there, verbatim; null when nothing does. */
  readonly text: () => string | null;
}

export type OpenSigned = (path: string, disk: Disk) => SignedFile;

export const openSigned: OpenSigned = (path, disk) => {
  let mine: string | null = null;
  const text = (): string | null => {
    const bytes = readIfThere(path);
    return bytes === null ? null : Buffer.from(bytes).toString("utf8");
  };
  const requireExtends: SignedFile["requireExtends"] = (size, hashes) => {
    const found = text();
    if (found !== null && found === mine) return;
    requireBefore(checkpointIn(found, path), size, hashes);
  };
  return {
    text,
    requireExtends,
    swap: (size, checkpoint, hashes) => {
      requireExtends(size, hashes);
      disk.replaceFile(path, checkpoint);
      mine = checkpoint;
    },
  };
};

function checkpointIn(text: string | null, path: string): Checkpoint {
  if (text === null) {
    const message =
      `"${path}" is gone: it holds the last signed checkpoint, and without it nothing is signed. ` +
      "Put it back, or go on as a new log: `truceline log CASE --begin-anew`";
    throw new RecordStoreError("record-behind-signed-checkpoint", message);
  }
  const { value, problems } = parseCheckpoint(text, path);
  if (value !== null) return value.checkpoint;
  const message = `"${path}" holds no checkpoint: ${problems.map((one) => one.message).join("; ")}`;
  throw new RecordStoreError("record-forked", message);
}

function requireBefore(signed: Checkpoint, size: number, hashes: () => HashSource): void {
  if (signed.size > size) {
    throw new RecordStoreError(
      "record-behind-signed-checkpoint",
      `the record ends after ${size} entries, but ${signed.size} were signed: it is an old copy, or its end was lost; ` +
        "nothing more is signed. Restore the newest backup, or go on as a new log that names this one and the loss: " +
        "`truceline log CASE --begin-anew`",
    );
  }
  const root = signed.size === 0 ? emptyRoot(sha256) : treeRoot(hashes(), signed.size);
  if (sameBytes(root, signed.root)) return;
  throw new RecordStoreError(
    "record-forked",
    `the first ${signed.size} entries are not those that were signed; nothing more is signed`,
  );
}
