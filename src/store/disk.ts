// Files that are there after the power fails: written, fsynced, renamed, and the folder that names them fsynced too.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** How the store writes files beside its database. */
export interface Disk {
  /** Names in the folder are there after a crash. */
  readonly syncFolder: (folder: string) => void;
  /** A new file that only its owner reads; one that is there is left alone and EEXIST thrown. */
  readonly createFile: (path: string, content: string | Uint8Array) => void;
  /** The old content or the new one, never a part. */
  readonly replaceFile: (path: string, content: string | Uint8Array) => void;
  /** The folder with all above it. */
  readonly makeFolder: (folder: string) => void;
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

export const REAL_DISK: Disk = {
  syncFolder,
  createFile: (path, content) => {
    writeWhole(path, "wx", content);
    syncFolder(dirname(path));
  },
  replaceFile: (path, content) => {
    const fresh = `${path}.new`;
    writeWhole(fresh, "w", content);
    renameSync(fresh, path);
    syncFolder(dirname(path));
  },
  makeFolder: (folder) => {
    const made = mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    if (made === undefined) return;
    for (let at = folder; at !== dirname(made); at = dirname(at)) syncFolder(at);
    syncFolder(dirname(made));
  },
};

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeWhole(path: string, flag: "w" | "wx", content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const handle = openSync(path, flag, OWNER_ONLY);
  try {
    for (let at = 0; at < bytes.length;) {
      const written = writeSync(handle, bytes, at);
      if (written === 0) throw new Error(`"${path}" takes no more bytes`);
      at += written;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a file; null when there is none. */
export function readIfThere(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
