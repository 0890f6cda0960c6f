// Checkpoints (C2SP tlog-checkpoint): a log's origin, size and root as the text of a signed note.
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { checkNote, parseNote } from "./signed-note.ts";
import type { SignedNote, VerifyEd25519 } from "./signed-note.ts";
import type { VerifierKey } from "./vkey.ts";

export interface Checkpoint {
  /** `<name>/<case>`; also the name of the log's key. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Further lines, opaque. */
  readonly extra: readonly string[];
}

/** The text to sign; ends in a newline. */
export function checkpointText({ origin, size, root, extra }: Checkpoint): string {
  return [origin, size, toBase64(root), ...extra].map((line) => `${line}\n`).join("");
}

/** Reads the text of a checkpoint; `bad-checkpoint` for each line that is not what it must be. */
export function parseCheckpointText(text: string, at: string): Checked<Checkpoint> {
  const [origin = "", size = "", root = "", ...rest] = text.split("\n");
  const hash = fromBase64(root);
  const bad = (message: string): RecordProblem => problem("bad-checkpoint", message, at);
  const extra = rest.slice(0, -1);
  const found = [
    ...(origin === "" ? [bad("no origin in line 1")] : []),
    ...(parseCount(size) === null ? [bad(`line 2 is no size: "${size.slice(0, 40)}"`)] : []),
    ...(hash?.length === 32 ? [] : [bad("line 3 is no SHA-256 in base 64")]),
    ...(rest.at(-1) === "" ? [] : [bad("the text does not end in a newline")]),
    ...(extra.includes("") ? [bad("an empty extension line")] : []),
  ];
  if (found.length > 0 || hash === null) return faulty(...found);
  return sound({ origin, size: Number(size), root: hash, extra });
}

/** A checkpoint with the note it stands in. */
export interface SignedCheckpoint {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
}

/** Reads a checkpoint without judging who signed it. */
export function parseCheckpoint(text: string, at: string): Checked<SignedCheckpoint> {
  const note = parseNote(text, at);
  if (note.value === null) return note;
  const read = parseCheckpointText(note.value.text, at);
  return read.value === null ? read : sound({ note: note.value, checkpoint: read.value });
}

/** What is wrong with a checkpoint that should be signed by the log of this key, whose name is the origin. */
export function checkCheckpoint(
  { note, checkpoint }: SignedCheckpoint,
  key: VerifierKey,
  how: { readonly verify: VerifyEd25519; readonly at: string },
): readonly RecordProblem[] {
  const { origin } = checkpoint;
  const isOther = origin !== key.name;
  const message = `the origin is "${origin}"; expected "${key.name}"`;
  return [
    ...(isOther ? [problem("bad-checkpoint", message, how.at)] : []),
    ...checkNote(note, key, how),
  ];
}

/** A decimal without leading zeroes, up to 2^53 - 1; null when it is none. */
export function parseCount(text: string): number | null {
  const count = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : null;
  return count !== null && Number.isSafeInteger(count) ? count : null;
}
