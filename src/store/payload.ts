// The payload of an entry as the database holds it: three columns, read apart, so that a public read never touches closed values.
// Sealed ones are AES-256-GCM under the key of their compartment; nothing in the column names the compartment.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { CanonicalValue } from "../model/canonical.ts";
import { leafBytes, parseLeaf } from "../record/bytes/leaf.ts";
import type { Leaf } from "../record/bytes/leaf.ts";
import { openedText, SALT_BYTES } from "../record/bytes/commitment.ts";
import type { Opening } from "../record/bytes/commitment.ts";
import type { CommittedEntry, CommittedRow, Openings } from "../record/kinds/commit-entry.ts";
import { sameBytes } from "../record/tree/hash-tree.ts";
import { isList } from "../record/kinds/value.ts";
import { DamagedError, RecordStoreError } from "./errors.ts";
import { encodeFast, sha256 } from "./hashing.ts";
import type { CompartmentKey, Keyring } from "./keyring.ts";
import { KEY_ID_BYTES } from "./keyring.ts";
import { sealedAway, splitOpenings } from "./reach.ts";
import type { Reach } from "./store.ts";

/** Null = nothing of that class. */
export interface Columns {
  readonly open: Uint8Array;
  readonly restricted: Uint8Array | null;
  readonly sealed: Uint8Array | null;
}

type OpeningText = readonly [salt: string, value: CanonicalValue];
type OpeningTexts = Readonly<Record<string, OpeningText>>;

interface OpenColumn {
  readonly fields: OpeningTexts;
  readonly rows?: readonly { readonly leaf: string; readonly read: OpeningText | null }[];
}

interface RestrictedColumn {
  readonly fields: OpeningTexts;
  readonly raws?: readonly (OpeningText | null)[];
}

interface SealedColumn {
  readonly compartment: string;
  readonly fields: OpeningTexts;
  /** Of an entry that is sealed whole. */
  readonly whole?: { readonly inner: Leaf; readonly opening: OpeningText } & OpenColumn &
    RestrictedColumn;
}

/** Throws RecordStoreError `no-compartment-key`. */
export function encodePayload(entry: CommittedEntry, keyring: Keyring): Columns {
  if (entry.sealed !== null) return encodeSealed(entry, keyring);
  const { open, restricted, sealed } = splitOpenings(entry);
  const hasClosed = Object.keys(restricted).length > 0 || entry.rows.length > 0;
  const { compartment, rows } = entry;
  const secret = compartment === null ? null : { compartment, fields: textsOf(sealed) };
  return {
    open: columnBytes(open, readsText(rows)),
    restricted: hasClosed ? columnBytes(restricted, rawsText(rows)) : null,
    sealed: secret === null ? null : encrypt(secret, keyring),
  };
}

/** What `toBytes` would write of `{fields, ...rest}`, without the objects in between: every append goes through here. */
function columnBytes(openings: Openings, rest: string): Uint8Array {
  const texts = Object.entries(openings).map(
    ([name, opening]) => `${JSON.stringify(name)}:${pairText(opening)}`,
  );
  return Buffer.from(`{"fields":{${texts.join(",")}}${rest}}`, "utf8");
}

function readsText(rows: readonly CommittedRow[]): string {
  if (rows.length === 0) return "";
  const texts = rows.map(({ bytes, read }) => {
    const leaf = JSON.stringify(textIn(bytes));
    return `{"leaf":${leaf},"read":${read === null ? "null" : pairText(read)}}`;
  });
  return `,"rows":[${texts.join(",")}]`;
}

function rawsText(rows: readonly CommittedRow[]): string {
  if (rows.length === 0) return "";
  const texts = rows.map(({ raw }) => (raw === null ? "null" : pairText(raw)));
  return `,"raws":[${texts.join(",")}]`;
}

/** An `OpeningText` as JSON. */
function pairText(opening: Opening): string {
  return `["${saltText(opening.salt)}",${openedText(opening)}]`;
}

/** The buffer that the last salt lay in: thousands of salts are drawn into one. */
let pool: Buffer = Buffer.alloc(0);

function saltText({ buffer, byteOffset, length }: Uint8Array): string {
  if (pool.buffer !== buffer) pool = Buffer.from(buffer);
  return pool.toString("base64url", byteOffset, byteOffset + length);
}

function encodeSealed(entry: CommittedEntry, keyring: Keyring): Columns {
  const { sealed, compartment, openings, rows } = entry;
  if (sealed === null || compartment === null)
    throw new RangeError("a sealed entry has a compartment");
  const whole = {
    inner: sealed.inner,
    opening: openingText(sealed.opening),
    fields: textsOf(openings),
    ...readsOf(rows),
    ...rawsOf(rows),
  };
  const secret: SealedColumn = { compartment, fields: {}, whole };
  return { open: toBytes({ fields: {} }), restricted: null, sealed: encrypt(secret, keyring) };
}

/** SHA-256 of each column one after the other; an absent one as of no bytes. */
export function sumsOf({ open, restricted, sealed }: Columns): Uint8Array {
  return Buffer.concat([open, restricted, sealed].map((column) => sha256(column ?? NONE)));
}

const NONE = new Uint8Array();

/** Which columns a reach asks for. */
export function asksFor(reach: Reach): { readonly restricted: boolean; readonly sealed: boolean } {
  return { restricted: reach.restricted, sealed: reach.compartments.size > 0 };
}

/** What a reader of that reach gets. `sums` are checked of each column that is there. Throws DamagedError. */
export function decodePayload(
  bytes: Uint8Array,
  { columns, sums }: { readonly columns: Columns; readonly sums: Uint8Array },
  { reach, keyring }: { readonly reach: Reach; readonly keyring: Keyring },
): CommittedEntry {
  const leaf = readLeaf(bytes);
  requireSums(columns, sums, leaf.id);
  const secret = columns.sealed === null ? null : decrypt(columns.sealed, keyring, leaf.id);
  const isGranted = secret !== null && reach.compartments.has(secret.compartment);
  if (leaf.kind === "sealed") {
    return isGranted ? decodeWhole({ leaf, bytes }, secret) : sealedAway({ leaf, bytes });
  }
  const open = fromBytes<OpenColumn>(columns.open, leaf.id);
  const closed =
    columns.restricted === null || !reach.restricted
      ? null
      : fromBytes<RestrictedColumn>(columns.restricted, leaf.id);
  return {
    leaf,
    bytes,
    compartment: isGranted ? secret.compartment : null,
    openings: openingsOf(open.fields, closed?.fields, isGranted ? secret.fields : undefined),
    sealed: null,
    rows: rowsOf(open, closed),
  };
}

function decodeWhole(
  { leaf, bytes }: Pick<CommittedEntry, "leaf" | "bytes">,
  { compartment, whole }: SealedColumn,
): CommittedEntry {
  if (whole === undefined)
    throw new DamagedError(`"${leaf.id}" is sealed and its envelope is not there`);
  const inner = parseLeaf(leafBytes(whole.inner).value ?? NONE, leaf.id).value;
  if (inner === null) throw new DamagedError(`the envelope within "${leaf.id}" is no envelope`);
  const opening = openingOf(whole.opening);
  const openings = openingsOf(whole.fields);
  return {
    leaf,
    bytes,
    compartment,
    openings,
    sealed: { inner, opening },
    rows: rowsOf(whole, whole),
  };
}

/** The bytes have the hash of their leaf: they are those that `leafBytes` wrote. */
function readLeaf(bytes: Uint8Array): Leaf {
  try {
    return JSON.parse(textIn(bytes)) as Leaf;
  } catch (cause) {
    throw new DamagedError("a leaf cannot be read", { cause });
  }
}

function requireSums({ open, restricted, sealed }: Columns, sums: Uint8Array, id: string): void {
  requireSum(open, sums, { at: 0, id });
  requireSum(restricted, sums, { at: 32, id });
  requireSum(sealed, sums, { at: 64, id });
}

function requireSum(
  column: Uint8Array | null,
  sums: Uint8Array,
  { at, id }: { readonly at: number; readonly id: string },
): void {
  if (column === null || sameBytes(sha256(column), sums.subarray(at, at + 32))) return;
  throw new DamagedError(`the payload of "${id}" is not what was written`);
}

function rowsOf(
  { rows = [] }: Pick<OpenColumn, "rows">,
  closed: Pick<RestrictedColumn, "raws"> | null,
): readonly CommittedRow[] {
  return rows.map(({ leaf, read }, i) => {
    const raw = closed?.raws?.[i] ?? null;
    return {
      bytes: encodeFast(leaf),
      raw: raw === null ? null : openingOf(raw),
      read: read === null ? null : openingOf(read),
    };
  });
}

function readsOf(rows: readonly CommittedRow[]): Pick<OpenColumn, "rows"> {
  if (rows.length === 0) return {};
  return {
    rows: rows.map(({ bytes, read }) => ({
      leaf: textIn(bytes),
      read: read === null ? null : openingText(read),
    })),
  };
}

function rawsOf(rows: readonly CommittedRow[]): Pick<RestrictedColumn, "raws"> {
  if (rows.length === 0) return {};
  return { raws: rows.map(({ raw }) => (raw === null ? null : openingText(raw))) };
}

function textsOf(openings: Openings): OpeningTexts {
  return Object.fromEntries(
    Object.entries(openings).map(([name, one]) => [name, openingText(one)]),
  );
}

function openingText({ salt, value }: Opening): OpeningText {
  return [saltText(salt), value];
}

/** All fields of some parts. Salts are read in one call: 43 signs and one more are 33 bytes. */
function openingsOf(...parts: readonly (OpeningTexts | undefined)[]): Openings {
  let texts = "";
  let isEven = true;
  for (const part of parts) {
    for (const name in part) {
      const text = part[name]?.[0] ?? "";
      isEven &&= text.length === SALT_SIGNS;
      texts += `${text}A`;
    }
  }
  const salts = Buffer.from(texts, "base64url");
  const openings: Record<string, Opening> = {};
  let at = salts.byteOffset;
  for (const part of parts) {
    for (const name in part) {
      const [text, value] = part[name] ?? ["", null];
      // Salts of a well-formed length lie side by side in one buffer.
      const salt = isEven ? new Uint8Array(salts.buffer, at, SALT_BYTES) : saltFrom(text);
      openings[name] = { salt, value: sharingEmpties(value) };
      at += SALT_BYTES + 1;
    }
  }
  return openings;
}

const NO_ITEMS: readonly never[] = Object.freeze([]);
const NO_MEMBERS = Object.freeze({});

/** The value as it was parsed, with one empty list and one empty map for all of them: a large state holds millions. */
function sharingEmpties(value: CanonicalValue): CanonicalValue {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.length === 0 ? NO_ITEMS : value;
  const members: Record<string, CanonicalValue> = value;
  let isEmpty = true;
  for (const name in members) {
    isEmpty = false;
    const member = members[name] ?? null;
    const shared = sharingEmpties(member);
    if (shared !== member) members[name] = shared;
  }
  return isEmpty ? NO_MEMBERS : value;
}

/** Base64url of 32 bytes, without padding. */
const SALT_SIGNS = 43;

function openingOf([salt, value]: OpeningText): Opening {
  return { salt: saltFrom(salt), value: sharingEmpties(value) };
}

function saltFrom(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64url");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function textIn({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("utf8");
}

function toBytes(column: OpenColumn | RestrictedColumn | SealedColumn): Uint8Array {
  return Buffer.from(JSON.stringify(column), "utf8");
}

/** The sums were checked: the bytes are those that `toBytes` wrote. */
function fromBytes<T extends OpenColumn | RestrictedColumn | SealedColumn>(
  bytes: Uint8Array,
  id: string,
): T {
  try {
    return JSON.parse(textIn(bytes)) as T;
  } catch (cause) {
    throw new DamagedError(`the payload of "${id}" cannot be read`, { cause });
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Key id, nonce, ciphertext, tag. */
function encrypt(secret: SealedColumn, keyring: Keyring): Uint8Array {
  const found = keyring.keyOf(secret.compartment);
  if (found === null) {
    const message = `no key for the compartment "${secret.compartment}"; nothing is sealed without one`;
    throw new RecordStoreError("no-compartment-key", message);
  }
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", found.key, nonce);
  const text = Buffer.concat([cipher.update(toBytes(secret)), cipher.final()]);
  return Buffer.concat([found.id, nonce, text, cipher.getAuthTag()]);
}

/** Null without the key. */
function decrypt(bytes: Uint8Array, keyring: Keyring, id: string): SealedColumn | null {
  const key: CompartmentKey | null = keyring.keyWith(bytes.subarray(0, KEY_ID_BYTES));
  if (key === null) return null;
  const nonceEnd = KEY_ID_BYTES + NONCE_BYTES;
  const cipher = createDecipheriv("aes-256-gcm", key.key, bytes.subarray(KEY_ID_BYTES, nonceEnd));
  cipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const text = bytes.subarray(nonceEnd, bytes.length - TAG_BYTES);
    return fromBytes<SealedColumn>(Buffer.concat([cipher.update(text), cipher.final()]), id);
  } catch (cause) {
    throw new DamagedError(`the sealed part of "${id}" is not what was written`, { cause });
  }
}
