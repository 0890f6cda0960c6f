// What ended writing, in words that say what to do: the disk is full, the disk is read-only, the disk failed.
import { RecordStoreError, WriteStoppedError } from "./errors.ts";

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/SQLITE_FULL|ENOSPC|EDQUOT|EFBIG/, "the disk is full; make room and start again"],
  [
    /SQLITE_READONLY|EROFS|EACCES|EPERM/,
    "the disk or the folder is read-only; make it writable and start again",
  ],
  [
    /SQLITE_CANTOPEN|ENOENT/,
    "a file of the record cannot be opened; look at its folder and start again",
  ],
  [/SQLITE_IOERR|EIO/, "the disk failed to write; look at the disk and start again"],
];

/** The error that every later write gets. What was acknowledged is on disk; what was not may be there or not after the restart. */
export function whyStopped(cause: unknown): RecordStoreError {
  if (cause instanceof RecordStoreError) return cause;
  const { words, code } = diskWords(cause);
  return new WriteStoppedError(
    `${words}. Nothing more is written in this process; everything acknowledged is on disk (${code})`,
    { cause },
  );
}

/** What a disk, or SQLite, threw: in words that say what to do, and as its own code or text. */
export function diskWords(cause: unknown): { readonly words: string; readonly code: string } {
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const [, words = "writing failed; start again"] =
    CAUSES.find(([pattern]) => pattern.test(`${code} ${text}`)) ?? [];
  return { words, code: code || text };
}
