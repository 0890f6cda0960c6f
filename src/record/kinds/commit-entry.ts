// From an entry in the clear to its leaf and the openings of its commitments. Salts come in; the same salts give the same bytes.
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Instant } from "../../model/instant.ts";
import { compareText } from "../../model/problem.ts";
import { toBase64Url } from "../bytes/base64.ts";
import { commit, FreshOpening } from "../bytes/commitment.ts";
import type { Opening, Sha256 } from "../bytes/commitment.ts";
import { leafBytes } from "../bytes/leaf.ts";
import type { Leaf } from "../bytes/leaf.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { sound } from "../problem.ts";
import type { Checked } from "../problem.ts";
import { leafHash, treeHash } from "../tree/hash-tree.ts";
import type { Entry, Row } from "./entry.ts";
import { ruleOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";

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
  /** The same bytes as `toUtf8` makes, by a faster way that the machine has. */
  readonly encode?: (text: string) => Uint8Array;
}

/** Commits every field; restricted and sealed ones also when absent, as null, so that presence does not show. */
export function commitEntry(how: Committing, entry: Entry): Checked<CommittedEntry> {
  const openings = openEach(how, entry);
  const rows = entry.rows.map((row) => commitRow(how, row));
  const whole = leafOf(how, entry, { openings, rows });
  const sealed = entry.isSealed ? { inner: whole, opening: opening(how, asValue(whole)) } : null;
  const leaf = sealed === null ? whole : sealedLeaf(how, whole, sealed.opening);
  const bytes = leafBytes(leaf, how.encode);
  if (bytes.value === null) return bytes;
  const { compartment } = entry;
  return sound({ leaf, bytes: bytes.value, compartment, openings, sealed, rows });
}

/** In the order of their names. */
function openEach(how: Committing, { kind, fields }: Entry): Openings {
  const openings: Record<string, Opening> = {};
  for (const { name, isClosed } of fieldsOf(kind)) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value !== undefined) openings[name] = opening(how, value);
    else if (isClosed) openings[name] = opening(how, null);
  }
  return openings;
}

interface NamedField {
  readonly name: string;
  /** Restricted or sealed. */
  readonly isClosed: boolean;
}

const FIELDS = new Map<Kind, readonly NamedField[]>();

/** Fields of a kind in the order of their names, worked out once. */
function fieldsOf(kind: Kind): readonly NamedField[] {
  const known = FIELDS.get(kind);
  if (known !== undefined) return known;
  const fields = Object.entries(ruleOf(kind).fields)
    .map(([name, rule]) => ({ name, isClosed: rule.class !== "public" }))
    .sort((a, b) => compareText(a.name, b.name));
  FIELDS.set(kind, fields);
  return fields;
}

/** Members in canonical order, so that the leaf's text costs no sorting. */
function leafOf(
  how: Committing,
  entry: Entry,
  { openings, rows }: { readonly openings: Openings; readonly rows: readonly CommittedRow[] },
): Leaf {
  const { id, kind, of, actor, parents, causedBy, clockSkewMs } = entry;
  const fields: Record<string, string> = {};
  for (const [name, one] of Object.entries(openings)) fields[name] = commitBy(how, one);
  return {
    actor,
    ...(causedBy.length > 0 ? { causedBy } : {}),
    ...(clockSkewMs > 0 ? { clockSkewMs } : {}),
    fields,
    format: `${kind}/${ruleOf(kind).format}`,
    id,
    kind,
    ...(of === null ? {} : { of }),
    ...(parents.length > 0 ? { parents } : {}),
    recordedAt: stampText(entry.recordedAt),
    ...(rows.length > 0 ? { rows: { count: rows.length, root: rowsRoot(how.sha256, rows) } } : {}),
    v: 1,
  };
}

/** All entries of a batch have the same. */
function stampText(at: Instant): string {
  if (at !== stamp.at) stamp = { at, text: new Date(at).toISOString() };
  return stamp.text;
}

let stamp: { readonly at: Instant; readonly text: string } = { at: Number.NaN, text: "" };

/** All that a stranger sees of a sealed entry: that something was recorded then. */
function sealedLeaf(how: Committing, { v, id, recordedAt }: Leaf, one: Opening): Leaf {
  return { fields: { entry: commitBy(how, one) }, id, kind: "sealed", recordedAt, v };
}

function commitRow(how: Committing, row: Row): CommittedRow {
  const [raw, read] = [opening(how, row.raw), opening(how, row.read)];
  // Two members in order, of signs that need no escape: canonical JSON as it stands.
  const text = `{"raw":"${commitBy(how, raw)}","read":"${commitBy(how, read)}"}`;
  return { bytes: (how.encode ?? toUtf8)(text), raw, read };
}

function rowsRoot(sha256: Sha256, rows: readonly CommittedRow[]): string {
  return toBase64Url(
    treeHash(
      sha256,
      rows.map(({ bytes }) => leafHash(sha256, bytes)),
    ),
  );
}

function commitBy(how: Committing, one: Opening): string {
  return how.commit === undefined ? commit(how.sha256, one) : how.commit(one);
}

function opening({ drawSalt }: Committing, value: CanonicalValue): Opening {
  return new FreshOpening(drawSalt(), value);
}

/** A leaf is canonical JSON by its making. */
function asValue(leaf: Leaf): CanonicalValue {
  return leaf as unknown as CanonicalValue;
}
