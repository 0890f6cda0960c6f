// Keys of C2SP signed-note as text: `name+hash+key`, to be published where the log is not.
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import type { Sha256 } from "../bytes/commitment.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { sameBytes } from "../tree/hash-tree.ts";

const ED25519 = 1;
const KEY_BYTES = 32;
export const ID_BYTES = 4;

export interface VerifierKey {
  readonly name: string;
  /** 4 bytes of SHA-256 over name and key: finds the line, proves nothing. */
  readonly id: Uint8Array;
  /** 32 bytes, Ed25519. */
  readonly key: Uint8Array;
}

/** Throws RangeError on a name that cannot stand in a note or a key of the wrong length. */
export function verifierKey(sha256: Sha256, name: string, key: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`no key name: ${JSON.stringify(name)}`);
  if (key.length !== KEY_BYTES)
    throw new RangeError(`an Ed25519 key has 32 bytes, not ${key.length}`);
  const id = sha256(concatBytes(toUtf8(`${name}\n`), Uint8Array.of(ED25519), key));
  return { name, id: id.slice(0, ID_BYTES), key };
}

export function formatVkey({ name, id, key }: VerifierKey): string {
  return `${name}+${bytesToHex(id)}+${toBase64(concatBytes(Uint8Array.of(ED25519), key))}`;
}

/** Reads a vkey; null when it is none, of another algorithm, or when its hash is not that of its key. */
export function parseVkey(sha256: Sha256, text: string): VerifierKey | null {
  const [, name = "", hash = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return null;
  const key = verifierKey(sha256, name, bytes.slice(1));
  return bytesToHex(key.id) === hash ? key : null;
}

/** A name in a note: not empty, no white space, no plus, no lone surrogate. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+\p{Surrogate}\p{Cc}]/u.test(name);
}

export function sameKey(
  a: Pick<VerifierKey, "name" | "id">,
  b: Pick<VerifierKey, "name" | "id">,
): boolean {
  return a.name === b.name && sameBytes(a.id, b.id);
}
