// A log that goes on under a new key: a note signed by the key before and the one after, so that whoever trusts either knows the other.
import { isPlainMap } from "../../model/json.ts";
import type { Sha256 } from "../bytes/commitment.ts";
import { fromUtf8 } from "../bytes/utf8.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { parseCount } from "./checkpoint.ts";
import { checkNote, parseNote } from "./signed-note.ts";
import type { SignedNote, VerifyEd25519 } from "./signed-note.ts";
import { parseVkey } from "./vkey.ts";
import type { VerifierKey } from "./vkey.ts";

const CHANGE_FORMAT = "truceline-key-change/1";
const KEYS_FORMAT = "truceline/keys/1";
/** The file of a log, and of a bundle, that holds these notes. */
export const KEYS_FILE = "keys";

/** Which key follows which, from the entry on that says so. */
export interface KeyChange {
  readonly origin: string;
  /** How many entries the log had with the one that names the new key. */
  readonly size: number;
  readonly before: VerifierKey;
  readonly after: VerifierKey;
}

export interface Following {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
  /** The key as the reader has it from elsewhere. */
  readonly vkey: string;
}

/** Keys of a log that the holder of one of them may trust. */
export interface KnownKeys {
  /** The one that signs today, as vkey. */
  readonly newest: string;
  /** All of them, the oldest first: for checkpoints that a reader kept. */
  readonly all: readonly string[];
  readonly problems: readonly RecordProblem[];
}

/** The text to sign by both keys; ends in a newline. `before` and `after` are vkeys. */
export function keyChangeText({
  origin,
  size,
  before,
  after,
}: Omit<KeyChange, "before" | "after"> & {
  readonly before: string;
  readonly after: string;
}): string {
  return [CHANGE_FORMAT, origin, size, before, after].map((line) => `${line}\n`).join("");
}

/** The file of these notes: the same notes give the same bytes. */
export function keysText(notes: readonly string[]): string {
  return `${JSON.stringify({ format: KEYS_FORMAT, notes })}\n`;
}

/** What the notes of a log let the holder of `vkey` trust; without the file, that key alone. */
export function followKeys(bytes: Uint8Array | undefined, how: Following): KnownKeys {
  const alone = { newest: how.vkey, all: [how.vkey] };
  if (bytes === undefined) return { ...alone, problems: [] };
  const read = readKeys(bytes, how);
  if (read.value === null) return { ...alone, problems: read.problems };
  const changes = read.value;
  const after = walk(how.vkey, changes, { from: "before", to: "after" });
  const before = walk(how.vkey, changes, { from: "after", to: "before" });
  return {
    newest: after.at(-1) ?? how.vkey,
    all: [...before.reverse(), how.vkey, ...after],
    problems: [],
  };
}

interface NamedChange {
  readonly before: string;
  readonly after: string;
}

/** Each change leads on once: notes that go in a circle end where they began. */
function walk(
  vkey: string,
  changes: readonly NamedChange[],
  { from, to }: { readonly from: keyof NamedChange; readonly to: keyof NamedChange },
): string[] {
  const keys: string[] = [];
  for (let at: string | undefined = vkey; at !== undefined;) {
    const next: string | undefined = changes.find((one) => one[from] === at)?.[to];
    if (next === undefined || next === vkey || keys.includes(next)) return keys;
    keys.push(next);
    at = next;
  }
  return keys;
}

/** All changes of the file, each signed by both its keys; every problem at once. */
function readKeys(bytes: Uint8Array, how: Following): Checked<readonly NamedChange[]> {
  const text = fromUtf8(bytes);
  const notes = text === null ? null : notesIn(text);
  if (notes === null || keysText(notes) !== text)
    return faulty(problem("bad-bytes", "no list of keys", KEYS_FILE));
  const read = notes.map((note, i) => readChange(note, how, `${KEYS_FILE}: note ${i}`));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) return faulty(...problems);
  return sound(read.flatMap(({ value }) => (value === null ? [] : [value])));
}

function notesIn(text: string): readonly string[] | null {
  try {
    const said: unknown = JSON.parse(text);
    const notes = isPlainMap(said) ? said["notes"] : null;
    return Array.isArray(notes) && notes.every((one) => typeof one === "string") ? notes : null;
  } catch {
    return null;
  }
}

function readChange(text: string, how: Following, at: string): Checked<NamedChange> {
  const note = parseNote(text, at);
  if (note.value === null) return faulty(...note.problems);
  const change = parseChange(note.value, how.sha256);
  if (change === null) return faulty(problem("bad-checkpoint", "no change of keys", at));
  const problems = [change.before, change.after].flatMap((key) =>
    checkNote(note.value, key, { verify: how.verify, at }),
  );
  if (problems.length > 0) return faulty(...problems);
  const [, , , before = "", after = ""] = note.value.text.split("\n");
  return sound({ before, after });
}

function parseChange({ text }: SignedNote, sha256: Sha256): KeyChange | null {
  const [format, origin = "", size = "", before = "", after = "", ...rest] = text.split("\n");
  const [old, fresh] = [before, after].map((one) => parseVkey(sha256, one));
  const count = parseCount(size);
  if (format !== CHANGE_FORMAT || count === null || rest.length !== 1 || rest[0] !== "")
    return null;
  if (old == null || fresh == null || old.name !== origin || fresh.name !== origin) return null;
  return { origin, size: count, before: old, after: fresh };
}

/** Keys that a file of notes names, to judge their signatures beforehand; empty where it is none. */
export function keysNamedIn(bytes: Uint8Array, sha256: Sha256): readonly NamedNote[] {
  const text = fromUtf8(bytes);
  return (text === null ? [] : (notesIn(text) ?? [])).flatMap((one) => {
    const note = parseNote(one, KEYS_FILE).value;
    const change = note === null ? null : parseChange(note, sha256);
    return note === null || change === null ? [] : [{ note, keys: [change.before, change.after] }];
  });
}

export interface NamedNote {
  readonly note: SignedNote;
  readonly keys: readonly VerifierKey[];
}
