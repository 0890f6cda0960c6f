// A whole log as files (C2SP tlog-tiles) checked from its leaves: every hash is made again, the first wrong index is named.
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Sha256 } from "../bytes/commitment.ts";
import { fromUtf8, toUtf8 } from "../bytes/utf8.ts";
import type { Files } from "../bundle/tar.ts";
import { checkCheckpoint, parseCheckpoint } from "../note/checkpoint.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import type { VerifyEd25519 } from "../note/signed-note.ts";
import { followKeys, KEYS_FILE } from "../note/key-change.ts";
import type { KnownKeys } from "../note/key-change.ts";
import { parseVkey } from "../note/vkey.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { emptyRoot, leafHash, nodeHash, sameBytes } from "../tree/hash-tree.ts";
import { treeRoot } from "../tree/proof.ts";
import type { HashSource } from "../tree/proof.ts";
import { splitEntries, tileBytes, tilePath, tilesSince } from "../tree/tile.ts";

export interface Verifying {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
  /** The log's key as the reader has it from elsewhere. */
  readonly vkey: string;
}

/** Checks `checkpoint` and `tile/` of a log; `held` is an older checkpoint of the reader that the log must extend. */
export function verifyLog(
  files: Files,
  how: Verifying,
  held: string | null = null,
): readonly RecordProblem[] {
  const keys = followKeys(files.get(KEYS_FILE), how);
  const newest = { ...how, vkey: keys.newest };
  const signed = readSigned(files.get("checkpoint"), newest, "checkpoint");
  if (signed.checkpoint === null) return [...keys.problems, ...signed.problems];
  const { checkpoint } = signed;
  const leaves = readLeaves(files, checkpoint.size);
  if (leaves.value === null) return [...signed.problems, ...leaves.problems];
  const source = growTree(
    how.sha256,
    leaves.value.map((leaf) => leafHash(how.sha256, leaf)),
  );
  return [
    ...keys.problems,
    ...signed.problems,
    ...wrongRoot(source, checkpoint),
    ...wrongTiles(files, source, checkpoint.size),
    ...strayFiles(files, checkpoint.size),
    ...(held === null ? [] : notExtending(source, checkpoint, readHeld(held, how, keys))),
  ];
}

/** A checkpoint that the reader kept may be signed by any key that the log ever had. */
function readHeld(held: string, how: Verifying, { all }: KnownKeys): Signed {
  const tried = all.map((vkey) => readSigned(toUtf8(held), { ...how, vkey }, "held checkpoint"));
  return (
    tried.find(({ problems }) => problems.length === 0) ??
    tried.at(-1) ?? { checkpoint: null, problems: [] }
  );
}

interface Signed {
  readonly checkpoint: Checkpoint | null;
  readonly problems: readonly RecordProblem[];
}

/** A checkpoint file with its signature judged. */
export function readSigned(bytes: Uint8Array | undefined, how: Verifying, at: string): Signed {
  const key = parseVkey(how.sha256, how.vkey);
  const text = bytes === undefined ? null : fromUtf8(bytes);
  if (key === null || text === null) {
    const message = key === null ? "the key to check with is no vkey" : "no checkpoint in UTF-8";
    return { checkpoint: null, problems: [problem("bad-checkpoint", message, at)] };
  }
  const read = parseCheckpoint(text, at);
  if (read.value === null) return { checkpoint: null, problems: read.problems };
  const problems = checkCheckpoint(read.value, key, { verify: how.verify, at });
  return { checkpoint: read.value.checkpoint, problems };
}

function readLeaves(files: Files, size: number): Checked<readonly Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  for (const tile of tilesSince(0, size).filter(({ level }) => level === "entries")) {
    const path = tilePath(tile);
    const bytes = files.get(path);
    const some = bytes === undefined ? null : splitEntries(bytes);
    if (some?.length !== tile.width) {
      return faulty(
        problem(
          "not-included",
          `expected ${tile.width} leaves; found ${some?.length ?? "none that end"}`,
          path,
        ),
      );
    }
    leaves.push(...some);
  }
  return sound(leaves);
}

/** All whole subtrees of these leaves. */
export function growTree(sha256: Sha256, hashes: readonly Uint8Array[]): HashSource {
  const levels = [hashes];
  for (let row = hashes; row.length > 1; levels.push(row)) {
    row = Array.from({ length: Math.floor(row.length / 2) }, (_, i) =>
      nodeHash(sha256, row[i * 2] ?? NONE, row[i * 2 + 1] ?? NONE),
    );
  }
  return { sha256, read: ({ level, index }) => levels[level]?.[index] ?? NONE };
}

const NONE = new Uint8Array();

function wrongRoot(source: HashSource, { size, root }: Checkpoint): readonly RecordProblem[] {
  const found = treeRoot(source, size);
  if (sameBytes(found, root)) return [];
  const message = `the leaves have the root ${bytesToHex(found)}; the checkpoint says ${bytesToHex(root)}`;
  return [problem("root-mismatch", message, "checkpoint")];
}

function wrongTiles(files: Files, source: HashSource, size: number): readonly RecordProblem[] {
  return tilesSince(0, size).flatMap((tile) => {
    const { level } = tile;
    if (level === "entries") return [];
    const path = tilePath(tile);
    const [found, expected] = [files.get(path), tileBytes({ ...tile, level }, source.read)];
    if (found !== undefined && sameBytes(found, expected)) return [];
    const at = expected.findIndex((byte, i) => byte !== found?.[i]);
    const index = tile.index * 256 + Math.floor(Math.max(0, at) / 32);
    const message =
      level === 0 ? `leaf ${index} does not have the hash of the tile` : `hash ${index} is wrong`;
    return [problem("not-included", message, path)];
  });
}

function strayFiles(files: Files, size: number): readonly RecordProblem[] {
  const expected = new Set(["checkpoint", KEYS_FILE, ...tilesSince(0, size).map(tilePath)]);
  const stray = [...files.keys()].filter((path) => !expected.has(path));
  return stray.map((path) => problem("not-included", "a file that no such log has", path));
}

function notExtending(source: HashSource, now: Checkpoint, held: Signed): readonly RecordProblem[] {
  if (held.checkpoint === null || held.problems.length > 0) return held.problems;
  const { size, root } = held.checkpoint;
  if (size > now.size) {
    const message = `the log has ${now.size} entries; the checkpoint you hold has ${size}`;
    return [problem("root-mismatch", message, "held checkpoint")];
  }
  const was = size === 0 ? emptyRoot(source.sha256) : treeRoot(source, size);
  if (sameBytes(was, root)) return [];
  const message = `the first ${size} entries are not those of the checkpoint you hold`;
  return [problem("root-mismatch", message, "held checkpoint")];
}
