// Leaves of the log (RECORD 1, 4): the canonical bytes of an envelope whose fields are commitments. Strangers get these bytes.
import { canonicalJson } from "../../model/canonical.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import { parseInstant } from "../../model/instant.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { fromBase64Url } from "./base64.ts";
import { parseCanonical } from "./canonical-bytes.ts";
import { parseEntryId } from "./entry-id.ts";
import { toUtf8 } from "./utf8.ts";

/** Entry bundles write a leaf's length in 16 bits. */
export const LONGEST_LEAF = 65_535;
export const MOST_FIELDS = 24;
export const MOST_PARENTS = 256;
export const MOST_ROWS = 1_000;
const HASH_BYTES = 32;

/** An envelope as it stands in the log. Absent members are left out, never written as null. */
export interface Leaf {
  readonly v: 1;
  readonly id: string;
  readonly kind: string;
  /** UTC with three decimals, such as `2025-03-24T12:00:00.000Z`. */
  readonly recordedAt: string;
  /** Payload format, `incident/1`; absent in a sealed leaf. */
  readonly format?: string;
  readonly of?: string;
  readonly actor?: string;
  readonly clockSkewMs?: number;
  readonly parents?: readonly string[];
  readonly causedBy?: readonly string[];
  /** Name -> commitment. */
  readonly fields: Readonly<Record<string, string>>;
  /** Batch of dataset rows: how many and the root of their own tree, base64url. */
  readonly rows?: { readonly count: number; readonly root: string };
}

/** The leaf's bytes; `leaf-too-large` and `too-many` before anything is written. `encode`: a faster UTF-8, if the machine has one. */
export function leafBytes(
  leaf: Leaf,
  encode: (text: string) => Uint8Array = toUtf8,
): Checked<Uint8Array> {
  const problems = leafLimits(leaf);
  const bytes = encode(canonicalJson(leaf as unknown as CanonicalValue));
  if (bytes.length > LONGEST_LEAF) {
    const message = `the leaf has ${bytes.length} bytes; at most ${LONGEST_LEAF} fit, keep large texts as attachments`;
    return faulty(...problems, problem("leaf-too-large", message, leaf.id));
  }
  return problems.length > 0 ? faulty(...problems) : sound(bytes);
}

/** Reads leaf bytes from anywhere; every problem at once. */
export function parseLeaf(bytes: Uint8Array, at: string): Checked<Leaf> {
  if (bytes.length > LONGEST_LEAF) {
    const message = `${bytes.length} bytes; a leaf has at most ${LONGEST_LEAF}`;
    return faulty(problem("leaf-too-large", message, at));
  }
  const { value, problems } = parseCanonical(bytes, at);
  if (problems.length > 0) return faulty(...problems);
  const found = shapeFaults(value, at);
  if (found.length > 0) return faulty(...found);
  const leaf = value as unknown as Leaf;
  const limits = leafLimits(leaf);
  return limits.length > 0 ? faulty(...limits) : sound(leaf);
}

function leafLimits(leaf: Leaf): readonly RecordProblem[] {
  const found: RecordProblem[] = [];
  const limit = (what: string, count: number, most: number): void => {
    if (count > most) {
      found.push(problem("too-many", `${count} ${what}; at most ${most}`, `${leaf.id}: ${what}`));
    }
  };
  limit("fields", Object.keys(leaf.fields).length, MOST_FIELDS);
  limit("parents", leaf.parents?.length ?? 0, MOST_PARENTS);
  limit("causes", leaf.causedBy?.length ?? 0, MOST_PARENTS);
  limit("rows", leaf.rows?.count ?? 0, MOST_ROWS);
  return found;
}

type Test = (value: CanonicalValue) => boolean;

const isText: Test = (value) => typeof value === "string" && value.length > 0;
const isId: Test = (value) => typeof value === "string" && parseEntryId(value) !== null;
const isIds: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isId);
const isHash: Test = (value) =>
  typeof value === "string" && fromBase64Url(value)?.length === HASH_BYTES;

/** What each member of a leaf must be. */
const MEMBERS: Readonly<Record<keyof Leaf, Test>> = {
  v: (value) => value === 1,
  id: isId,
  kind: isText,
  recordedAt: (value) => typeof value === "string" && isMilliseconds(value),
  format: (value) => typeof value === "string" && /^[a-z]+\/[1-9]\d{0,3}$/.test(value),
  of: isId,
  actor: isText,
  clockSkewMs: (value) => typeof value === "number" && value > 0,
  parents: isIds,
  causedBy: isIds,
  fields: (value) => isMap(value) && Object.values(value).every(isHash),
  rows: isRows,
};
const ALWAYS = ["v", "id", "kind", "recordedAt", "fields"] as const;

function shapeFaults(value: CanonicalValue, at: string): readonly RecordProblem[] {
  if (!isMap(value)) return [problem("bad-value", "a leaf is a map of members", at)];
  const tests: Readonly<Record<string, Test | undefined>> = MEMBERS;
  const bad = Object.entries(value).flatMap(([name, member]) => {
    const test = Object.hasOwn(MEMBERS, name) ? tests[name] : undefined;
    if (test === undefined)
      return [problem("unknown-field", `"${name}" is no member of a leaf`, at)];
    return test(member) ? [] : [problem("bad-value", `"${name}" is not what it must be`, at)];
  });
  const missing = ALWAYS.filter((name) => !Object.hasOwn(value, name));
  return [...bad, ...missing.map((name) => problem("missing-field", `"${name}" is missing`, at))];
}

function isRows(value: CanonicalValue): boolean {
  if (!isMap(value) || Object.keys(value).length !== 2) return false;
  const { count, root } = value;
  return typeof count === "number" && count > 0 && root !== undefined && isHash(root);
}

function isMap(value: CanonicalValue): value is { readonly [key: string]: CanonicalValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMilliseconds(text: string): boolean {
  return /\.\d{3}Z$/.test(text) && parseInstant(text) !== null;
}
