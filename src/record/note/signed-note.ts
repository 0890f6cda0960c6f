// Signed notes (C2SP signed-note): a text, an empty line, and lines of who signed it. Lines of unknown keys are ignored.
import { concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { ID_BYTES, isKeyName, sameKey } from "./vkey.ts";
import type { VerifierKey } from "./vkey.ts";

/** Ed25519 over `message`, as the caller has it. */
export type VerifyEd25519 = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** Ends in a newline; exactly what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 1_000_000;

export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join("")}`;
}

function signatureLine({ name, id, signature }: NoteSignature): string {
  return `\u2014 ${name} ${toBase64(concatBytes(id, signature))}\n`;
}

/** Reads a note without judging its signatures: `bad-checkpoint` for every malformed line. */
export function parseNote(text: string, at: string): Checked<SignedNote> {
  const split = text.lastIndexOf("\n\n");
  const bad = (message: string): RecordProblem => problem("bad-checkpoint", message, at);
  if (text.length > LONGEST_NOTE) return faulty(bad("longer than a million characters"));
  if (split < 0) return faulty(bad("no empty line before the signatures"));
  if (/[\0-\t\v-\x1f\x7f]|\p{Surrogate}/u.test(text)) return faulty(bad("a control character"));
  const lines = text.slice(split + 2).split("\n");
  if (lines.pop() !== "") return faulty(bad("the last line does not end"));
  if (lines.length === 0) return faulty(bad("not signed by anybody"));
  if (lines.length > MOST_SIGNATURES) return faulty(bad(`over ${MOST_SIGNATURES} signatures`));
  const signatures = lines.map(parseSignature);
  const faults = signatures.flatMap((one, i) =>
    one === null ? [bad(`line ${i + 1} of the signatures is none`)] : [],
  );
  if (faults.length > 0) return faulty(...faults);
  return sound({
    text: text.slice(0, split + 1),
    signatures: signatures.filter((one) => one !== null),
  });
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length <= ID_BYTES) return null;
  return { name, id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) };
}

/** `bad-signature` unless `key` signed the note; a line of that key that does not hold is one too, whatever else is there. */
export function checkNote(
  note: SignedNote,
  key: VerifierKey,
  { verify, at }: { readonly verify: VerifyEd25519; readonly at: string },
): readonly RecordProblem[] {
  const mine = note.signatures.filter((one) => sameKey(one, key));
  if (mine.length === 0) return [problem("bad-signature", `not signed by ${key.name}`, at)];
  if (mine.length > 1) return [problem("bad-signature", `signed twice by ${key.name}`, at)];
  const message = toUtf8(note.text);
  const holds = mine.every(({ signature }) => verify(key.key, message, signature));
  return holds ? [] : [problem("bad-signature", `the signature of ${key.name} is wrong`, at)];
}
