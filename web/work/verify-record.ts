// Checks a log from its files alone: every leaf hashed again up to the signed root, every public value against its commitment. Knows
// no network: the worker gives it files, tests give it tampered ones.
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "../../src/record/bytes/base64.ts";
import { fromUtf8, toUtf8 } from "../../src/record/bytes/utf8.ts";
import type { Files } from "../../src/record/bundle/tar.ts";
import { parseCheckpoint } from "../../src/record/note/checkpoint.ts";
import { parseNote } from "../../src/record/note/signed-note.ts";
import { KEYS_FILE, keysNamedIn } from "../../src/record/note/key-change.ts";
import type { NamedNote } from "../../src/record/note/key-change.ts";
import type { VerifyEd25519 } from "../../src/record/note/signed-note.ts";
import { parseVkey, sameKey } from "../../src/record/note/vkey.ts";
import type { RecordProblem } from "../../src/record/problem.ts";
import { splitEntries, TILE_WIDTH, tilePath, tilesSince } from "../../src/record/tree/tile.ts";
import { checkOpened, openedPath, parseOpened } from "../../src/record/verify/opened.ts";
import { verifyLog } from "../../src/record/verify/verify-log.ts";
import type { VerifyOutcome } from "./verify-messages.ts";

/** Ed25519 as this machine has it; null = it has none. */
export type VerifyLater = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | null>;

export interface VerifyRecord {
  /** The bytes at a path below the log. Rejects when there are none. */
  readonly file: (path: string) => Promise<Uint8Array>;
  readonly verify: VerifyLater;
  readonly vkey: string | null;
  readonly held: string | null;
  readonly progress: (done: number, all: number) => void;
}

/** Files that are asked for at once. */
const AT_ONCE = 6;

/** Everything that can be checked of the log. */
export async function verifyRecord(how: VerifyRecord): Promise<VerifyOutcome> {
  const checkpoint = await how.file("checkpoint");
  const text = fromUtf8(checkpoint) ?? "";
  const vkey = (how.vkey ?? fromUtf8(await how.file("vkey")) ?? "").trim();
  const read = parseCheckpoint(text, "checkpoint").value?.checkpoint ?? null;
  const size = read?.size ?? 0;
  const tiles = tilesSince(0, size).map(tilePath);
  const opened = Array.from({ length: Math.ceil(size / TILE_WIDTH) }, (_, i) => openedPath(i));
  const files = await allFiles([...tiles, ...opened], how);
  const keys = await keysOf(how);
  const log: Files = new Map([
    ["checkpoint", checkpoint],
    ...(keys === null ? [] : [[KEYS_FILE, keys] as const]),
    ...tiles.map((path) => [path, files.get(path) ?? NONE] as const),
  ]);
  const signed = await checkedSignatures(
    [text, ...(how.held === null ? [] : [how.held])],
    { vkey, named: keys === null ? [] : keysNamedIn(keys, sha256) },
    how.verify,
  );
  const found = verifyLog(log, { sha256, verify: signed.verify, vkey }, how.held);
  const values = checkValues(files, size);
  return {
    size,
    root: read === null ? "" : toBase64(read.root),
    values: values.checked,
    isSignatureChecked: signed.isChecked,
    isOwnKey: how.vkey !== null,
    isExtension: how.held !== null,
    problems: [...found, ...values.problems],
  };
}

const NONE = new Uint8Array();

/** A mirror may have no such file: then the log is checked under the one key. */
async function keysOf({ file }: VerifyRecord): Promise<Uint8Array | null> {
  return file(KEYS_FILE).catch(() => null);
}

async function allFiles(
  paths: readonly string[],
  { file, progress }: VerifyRecord,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    const came = await Promise.all(some.map(async (path) => [path, await file(path)] as const));
    for (const [path, bytes] of came) files.set(path, bytes);
    progress(files.size, paths.length);
  }
  return files;
}

/** The record's code asks for signatures at once, a browser answers later: so each line of the key is judged beforehand. */
async function checkedSignatures(
  notes: readonly string[],
  { vkey, named }: { readonly vkey: string; readonly named: readonly NamedNote[] },
  verify: VerifyLater,
): Promise<{ readonly verify: VerifyEd25519; readonly isChecked: boolean }> {
  const own = parseVkey(sha256, vkey);
  const known = [...(own === null ? [] : [own]), ...named.flatMap(({ keys }) => keys)];
  const read = notes.map((text) => parseNote(text, "note").value).filter((one) => one !== null);
  const lines = [...read, ...named.map(({ note }) => note)].flatMap((note) =>
    note.signatures.map((line) => ({ line, message: toUtf8(note.text) })),
  );
  const holding = new Set<string>();
  let isChecked = own !== null;
  for (const { line, message } of lines) {
    const key = known.find((one) => sameKey(one, line));
    if (key === undefined) continue;
    const answer = await verify(key.key, message, line.signature);
    if (answer === null) isChecked = false;
    if (answer === true) holding.add(nameOf(key.key, message, line.signature));
  }
  const isHolding: VerifyEd25519 = (key, message, signature) =>
    holding.has(nameOf(key, message, signature));
  return { verify: isChecked || own === null ? isHolding : () => true, isChecked };
}

function nameOf(key: Uint8Array, message: Uint8Array, signature: Uint8Array): string {
  return `${toBase64(key)} ${toBase64(sha256(message))} ${toBase64(signature)}`;
}

function checkValues(
  files: ReadonlyMap<string, Uint8Array>,
  size: number,
): { readonly checked: number; readonly problems: readonly RecordProblem[] } {
  const bundles = tilesSince(0, size).filter(({ level }) => level === "entries");
  const found = bundles.map((tile) => {
    const path = openedPath(tile.index);
    const read = parseOpened(files.get(path) ?? NONE, path);
    if (read.value === null) return { checked: 0, problems: read.problems };
    const leaves = splitEntries(files.get(tilePath(tile)) ?? NONE) ?? [];
    return checkOpened(sha256, { leaves, opened: read.value, first: tile.index * TILE_WIDTH });
  });
  return {
    checked: found.reduce((sum, { checked }) => sum + checked, 0),
    problems: found.flatMap(({ problems }) => problems),
  };
}
