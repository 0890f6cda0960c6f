// A signed log as tests and `npm run check:proof` need it: real entries of several kinds, committed, hashed and signed, from a seed.
import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { commitEntry } from "../../src/record/kinds/commit-entry.ts";
import type { CommittedEntry } from "../../src/record/kinds/commit-entry.ts";
import { parseDraft } from "../../src/record/kinds/entry.ts";
import { project, PUBLIC_VIEWER } from "../../src/record/kinds/project.ts";
import type { Viewer } from "../../src/record/kinds/project.ts";
import { evidenceBundle } from "../../src/record/bundle/evidence-bundle.ts";
import type { Files } from "../../src/record/bundle/tar.ts";
import { toUtf8 } from "../../src/record/bytes/utf8.ts";
import { checkpointText } from "../../src/record/note/checkpoint.ts";
import type { Checkpoint } from "../../src/record/note/checkpoint.ts";
import { formatNote } from "../../src/record/note/signed-note.ts";
import type { NoteSignature } from "../../src/record/note/signed-note.ts";
import { formatVkey, verifierKey } from "../../src/record/note/vkey.ts";
import { leafHash } from "../../src/record/tree/hash-tree.ts";
import { treeRoot } from "../../src/record/tree/proof.ts";
import type { HashSource } from "../../src/record/tree/proof.ts";
import { bundleEntries, tileBytes, tilePath, tilesSince } from "../../src/record/tree/tile.ts";
import { growTree } from "../../src/record/verify/verify-log.ts";
import type { Verifying } from "../../src/record/verify/verify-log.ts";

export const ORIGIN = "truceline.example/check";
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(hash("sha256", bytes, "buffer"));
}

/** A log key made of 32 bytes, so that a seed gives the same signatures. */
export interface LogKey {
  readonly vkey: string;
  readonly sign: (checkpoint: Checkpoint) => string;
  readonly line: (text: string) => NoteSignature;
}

export function logKey(name: string, secret: string): LogKey {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, sha256(toUtf8(secret))]),
    format: "der",
    type: "pkcs8",
  });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(SPKI.length);
  const verifier = verifierKey(sha256, name, Uint8Array.from(raw));
  const line: LogKey["line"] = (text) => {
    return { name, id: verifier.id, signature: sign(null, toUtf8(text), key) };
  };
  return {
    vkey: formatVkey(verifier),
    line,
    sign: (checkpoint) => {
      const text = checkpointText(checkpoint);
      return formatNote({ text, signatures: [line(text)] });
    },
  };
}

export function verifyEd25519(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message, publicKey(key), signature);
}

const publicKeys = new Map<string, KeyObject>();

function publicKey(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw).toString("hex");
  const known = publicKeys.get(name);
  if (known !== undefined) return known;
  const spki = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
  publicKeys.set(name, spki);
  return spki;
}

export const KEY = logKey(ORIGIN, "the log's own key");
export const HOW: Verifying = { sha256, verify: verifyEd25519, vkey: KEY.vkey };

/** `count` entries; `what` goes into salts and values, so that another word is another history. */
export function makeEntries(count: number, what = "first"): readonly CommittedEntry[] {
  let salts = 0;
  const how = { sha256, drawSalt: () => sha256(toUtf8(`${what} salt ${salts++}`)) };
  return Array.from({ length: count }, (_, i) => {
    const { value, problems } = parseDraft(draftJson(i, what));
    if (value === null) throw new Error(JSON.stringify(problems));
    const entry = { ...value, recordedAt: 1_742_817_600_000 + i, clockSkewMs: 0 };
    const done = commitEntry(how, entry);
    if (done.value === null) throw new Error(JSON.stringify(done.problems));
    return done.value;
  });
}

/** An attachment of each file. */
export function makeAttachments(files: readonly Uint8Array[]): readonly CommittedEntry[] {
  return files.map((file, i) => {
    const blob = Buffer.from(sha256(file)).toString("hex");
    const fields = { mediaType: "image/png", size: file.length, obtained: "sent", blob };
    const { value } = parseDraft({ id: `att-${i}`, kind: "attachment", actor: "p-1", fields });
    if (value === null) throw new Error("no attachment");
    const how = { sha256, drawSalt: () => sha256(toUtf8(`salt of ${i}`)) };
    const entry = { ...value, recordedAt: 1_742_817_600_000, clockSkewMs: 0 };
    const done = commitEntry(how, entry);
    if (done.value === null) throw new Error(JSON.stringify(done.problems));
    return done.value;
  });
}

function draftJson(i: number, what: string): object {
  if (i % 5 === 4) {
    const fields = {
      party: "RU",
      issue: "scope",
      holds: [`${what} ${i}`],
      statements: [],
      redLine: `red ${i}`,
    };
    const isSealed = i % 10 === 9;
    return {
      id: `pos-${i}`,
      kind: "position",
      actor: "p-2",
      compartment: "talks",
      isSealed,
      fields,
    };
  }
  const fields = {
    day: "2025-03-24",
    occurred: { from: i, until: i + 1, basis: `${what} ${i}`, assumed: false },
    place: { name: "Харків", names: {}, admin1: null, country: null, regions: [], point: null },
    acts: [{ value: "strike", claims: ["src-1"] }],
    means: [],
    things: [],
    sources: ["src-1"],
    effects: `effect ${i}`,
    witness: `witness ${what} ${i}`,
  };
  return { id: `inc-${i}`, kind: "incident", actor: "p-1", fields };
}

/** A log with everything a reader is served of it. */
export interface SignedLog {
  readonly entries: readonly CommittedEntry[];
  readonly leaves: readonly Uint8Array[];
  readonly source: HashSource;
  readonly checkpoint: Checkpoint;
  readonly signed: string;
}

export function signLog(entries: readonly CommittedEntry[], key: LogKey = KEY): SignedLog {
  const leaves = entries.map(({ bytes }) => bytes);
  const source = growTree(
    sha256,
    leaves.map((leaf) => leafHash(sha256, leaf)),
  );
  const size = leaves.length;
  const checkpoint = { origin: ORIGIN, size, root: treeRoot(source, size), extra: [] };
  return { entries, leaves, source, checkpoint, signed: key.sign(checkpoint) };
}

/** Checkpoint, tiles and entry bundles. */
export function logFiles({ leaves, source, signed }: SignedLog): Files {
  const tiles = tilesSince(0, leaves.length).map((tile) => {
    const { level, index } = tile;
    if (level !== "entries")
      return [tilePath(tile), tileBytes({ ...tile, level }, source.read)] as const;
    return [
      tilePath(tile),
      bundleEntries(leaves.slice(index * 256, index * 256 + tile.width)),
    ] as const;
  });
  return new Map([["checkpoint", toUtf8(signed)] as const, ...tiles]);
}

interface BundleHow {
  readonly since?: readonly number[];
  readonly viewer?: Viewer;
  /** Default: the one key of all. */
  readonly vkey?: string;
  readonly keyNotes?: readonly string[];
}

/** A bundle of these entries as a viewer sees them. */
export function bundleOf(
  log: SignedLog,
  indexes: readonly number[],
  { since = [], viewer = PUBLIC_VIEWER, ...keys }: BundleHow = {},
): Files {
  const entries = indexes.flatMap((index) => {
    const entry = log.entries[index];
    return entry === undefined ? [] : [{ index, seen: project(entry, viewer) }];
  });
  const { checkpoint, signed, source } = log;
  return evidenceBundle({
    vkey: KEY.vkey,
    ...keys,
    checkpoint,
    signed,
    source,
    entries,
    since,
    blobs: new Map(),
  });
}
