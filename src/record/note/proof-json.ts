// Proofs as JSON with the fields of RFC 9162 5.3 and 4.11-4.12, for readers that have no reader of C2SP texts.
import { isPlainMap } from "../../model/json.ts";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import type { ConsistencyClaim, InclusionClaim } from "../tree/proof.ts";
import { pathFaults } from "./inclusion-text.ts";

/** `{treeSize, leafIndex, leafHash, inclusionPath, rootHash}`, hashes in base 64. */
export function inclusionJson(claim: InclusionClaim): string {
  return print({
    treeSize: claim.size,
    leafIndex: claim.index,
    leafHash: toBase64(claim.leafHash),
    inclusionPath: claim.path.map(toBase64),
    rootHash: toBase64(claim.root),
  });
}

/** `{first, second, firstRootHash, secondRootHash, consistencyPath}`. */
export function consistencyJson(claim: ConsistencyClaim): string {
  return print({
    first: claim.first,
    second: claim.second,
    firstRootHash: toBase64(claim.firstRoot),
    secondRootHash: toBase64(claim.secondRoot),
    consistencyPath: claim.path.map(toBase64),
  });
}

export function parseInclusionJson(text: string, at: string): Checked<InclusionClaim> {
  const reader = openJson(text, at);
  const claim = {
    index: reader.count("leafIndex"),
    size: reader.count("treeSize"),
    leafHash: reader.hash("leafHash"),
    root: reader.hash("rootHash"),
    path: reader.path("inclusionPath"),
  };
  return reader.done(claim);
}

export function parseConsistencyJson(text: string, at: string): Checked<ConsistencyClaim> {
  const reader = openJson(text, at);
  const claim = {
    first: reader.count("first"),
    firstRoot: reader.hash("firstRootHash"),
    second: reader.count("second"),
    secondRoot: reader.hash("secondRootHash"),
    path: reader.path("consistencyPath"),
  };
  return reader.done(claim);
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const EMPTY = new Uint8Array();

/** Reads members one by one and keeps what was wrong; `done` gives the value when nothing was. */
function openJson(
  text: string,
  at: string,
): {
  readonly count: (name: string) => number;
  readonly hash: (name: string) => Uint8Array;
  readonly path: (name: string) => readonly Uint8Array[];
  readonly done: <T>(value: T) => Checked<T>;
} {
  const found: RecordProblem[] = [];
  const bad = (message: string): RecordProblem => problem("bad-proof", message, at);
  const members = parseMap(text);
  if (members === null) found.push(bad("not a JSON object"));
  const member = (name: string): unknown => members?.get(name);
  return {
    count: (name) => {
      const value = member(name);
      if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
      found.push(bad(`"${name}" must be a whole number`));
      return 0;
    },
    hash: (name) => {
      const hash = hashOf(member(name));
      if (hash?.length !== 32) found.push(bad(`"${name}" must be a SHA-256 in base 64`));
      return hash ?? EMPTY;
    },
    path: (name) => {
      const list: unknown = member(name);
      const path = Array.isArray(list) ? list.map(hashOf) : [null];
      found.push(...pathFaults(path, (message) => bad(`"${name}": ${message}`)));
      return path.filter((hash) => hash !== null);
    },
    done: (value) => (found.length > 0 ? faulty(...found) : sound(value)),
  };
}

function parseMap(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainMap(value) ? new Map<string, unknown>(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function hashOf(value: unknown): Uint8Array | null {
  return typeof value === "string" ? fromBase64(value) : null;
}
