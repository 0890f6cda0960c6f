// From an entry in the clear to its leaf and the openings of its commitments. Salts come in; the same salts give the same bytes.
import type { CanonicalValue } from "../../model/canonical.ts";
import { toBase64Url } from "../bytes/base64.ts";
import { canonicalBytes } from "../bytes/canonical-bytes.ts";
import { commit } from "../bytes/commitment.ts";
import type { Opening, Sha256 } from "../bytes/commitment.ts";
import { leafBytes } from "../bytes/leaf.ts";
import type { Leaf } from "../bytes/leaf.ts";
import { sound } from "../problem.ts";
import type { Checked } from "../problem.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from "../tree/frontier.ts";
import { leafHash } from "../tree/hash-tree.ts";
import type { Entry, Row } from "./entry.ts";
import { ruleOf } from "./kinds.ts";

export type Openings = Readonly<Record<string, Opening>>;

/** What the store keeps of an entry. Openings go when a value is redacted; the leaf never does. */
export interface CommittedEntry {
  /** As strangers see it. */
  readonly leaf: Leaf;
  readonly bytes: Uint8Array;
  readonly compartment: string | null;
  readonly openings: Openings;
  /** Of a sealed entry: the whole envelope and the opening that ties it to the leaf; else null. */
  readonly sealed: { readonly inner: Leaf; readonly opening: Opening } | null;
  /** Of a batch, in order. */
  readonly rows: readonly CommittedRow[];
}

/** Two units under their own salts: raw rows may be under licence. Null = redacted, or not read for this reader. */
export interface CommittedRow {
  readonly bytes: Uint8Array;
  readonly raw: Opening | null;
  readonly read: Opening | null;
}

export interface Committing {
  readonly sha256: Sha256;
  /** 32 fresh random bytes at each call. */
  readonly drawSalt: () => Uint8Array;
  /** The same commitment as `commit` makes, by a faster way that the machine has. */
  readonly commit?: (opening: Opening) => string;
}

/** Commits every field; restricted and sealed ones also when absent, as null, so that presence does not show. */
export function commitEntry(how: Committing, entry: Entry): Checked<CommittedEntry> {
  const values = committedValues(entry);
  const openings = Object.fromEntries(values.map(([name, value]) => [name, opening(how, value)]));
  const rows = entry.rows.map((row) => commitRow(how, row));
  const whole = leafOf(how, entry, { openings, rows });
  const sealed = entry.isSealed ? { inner: whole, opening: opening(how, asValue(whole)) } : null;
  const leaf = sealed === null ? whole : sealedLeaf(how, whole, sealed.opening);
  const bytes = leafBytes(leaf);
  if (bytes.value === null) return bytes;
  const { compartment } = entry;
  return sound({ leaf, bytes: bytes.value, compartment, openings, sealed, rows });
}

function committedValues(entry: Entry): readonly (readonly [string, CanonicalValue])[] {
  const rules = Object.entries(ruleOf(entry.kind).fields);
  return rules.flatMap(([name, rule]) => {
    const value = Object.hasOwn(entry.fields, name) ? entry.fields[name] : undefined;
    if (value !== undefined) return [[name, value] as const];
    return rule.class === "public" ? [] : [[name, null] as const];
  });
}

function leafOf(
  how: Committing,
  entry: Entry,
  { openings, rows }: { readonly openings: Openings; readonly rows: readonly CommittedRow[] },
): Leaf {
  const { id, kind, of, actor, parents, causedBy, clockSkewMs } = entry;
  return {
    v: 1,
    id,
    kind,
    format: `${kind}/${ruleOf(kind).format}`,
    recordedAt: new Date(entry.recordedAt).toISOString(),
    actor,
    ...(of === null ? {} : { of }),
    ...(clockSkewMs > 0 ? { clockSkewMs } : {}),
    ...(parents.length > 0 ? { parents } : {}),
    ...(causedBy.length > 0 ? { causedBy } : {}),
    fields: Object.fromEntries(
      Object.entries(openings).map(([name, one]) => [name, commitBy(how, one)]),
    ),
    ...(rows.length > 0 ? { rows: { count: rows.length, root: rowsRoot(how.sha256, rows) } } : {}),
  };
}

/** All that a stranger sees of a sealed entry: that something was recorded then. */
function sealedLeaf(how: Committing, whole: Leaf, one: Opening): Leaf {
  const { v, id, recordedAt } = whole;
  return { v, id, recordedAt, kind: "sealed", fields: { entry: commitBy(how, one) } };
}

function commitRow(how: Committing, row: Row): CommittedRow {
  const [raw, read] = [opening(how, row.raw), opening(how, row.read)];
  const bytes = canonicalBytes({ raw: commitBy(how, raw), read: commitBy(how, read) });
  return { bytes, raw, read };
}

function rowsRoot(sha256: Sha256, rows: readonly CommittedRow[]): string {
  const whole = rows.reduce(
    (frontier, { bytes }) => appendLeaf(sha256, frontier, leafHash(sha256, bytes)).frontier,
    EMPTY_FRONTIER,
  );
  return toBase64Url(frontierRoot(sha256, whole));
}

function commitBy(how: Committing, one: Opening): string {
  return how.commit === undefined ? commit(how.sha256, one) : how.commit(one);
}

function opening({ drawSalt }: Committing, value: CanonicalValue): Opening {
  return { salt: drawSalt(), value };
}

/** A leaf is canonical JSON by its making. */
function asValue(leaf: Leaf): CanonicalValue {
  return leaf as unknown as CanonicalValue;
}
