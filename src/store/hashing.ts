// SHA-256 and Ed25519 of Node, in the form that the record's pure parts take them.
import { createPublicKey, hash, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { openedText, PREFIX, SALT_BYTES } from "../record/bytes/commitment.ts";
import type { Opening, Sha256 } from "../record/bytes/commitment.ts";
import type { VerifyEd25519 } from "../record/note/signed-note.ts";

const SUM_BYTES = 32;
/** DER before the 32 bytes of an Ed25519 public key. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Hot: a text of 32 signs comes out of the system at half the cost of a buffer. */
export const sha256: Sha256 = (bytes) => {
  const text = hash("sha256", bytes, "binary");
  const sum = new Uint8Array(SUM_BYTES);
  for (let at = 0; at < SUM_BYTES; at++) sum[at] = text.charCodeAt(at);
  return sum;
};

/** `toUtf8` of the record; the bytes lie in a buffer that others share. */
export function encodeFast(text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export const verifyEd25519: VerifyEd25519 = (key, message, signature) =>
  verify(null, message, publicKey(key), signature);

function publicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
}

const TEXT_AT = PREFIX.length + SALT_BYTES;
let room = Buffer.alloc(1 << 16);
room.set(PREFIX);
/** Its beginnings by their length: most values are short, and a view costs a tenth of its hash. */
let views: (Uint8Array | undefined)[] = [];
const LONGEST_VIEW = 1_024;

/** `commit` of the record by one call into the system, without a copy in between: hot, its plain twin is in commitment.ts. */
export function commitFast(opening: Opening): string {
  const text = openedText(opening);
  if (text.length * 3 + TEXT_AT > room.length) {
    room = Buffer.alloc(text.length * 3 + TEXT_AT);
    room.set(PREFIX);
    views = [];
  }
  room.set(opening.salt, PREFIX.length);
  return hash("sha256", beginning(TEXT_AT + room.write(text, TEXT_AT, "utf8")), "base64url");
}

function beginning(length: number): Uint8Array {
  if (length > LONGEST_VIEW) return room.subarray(0, length);
  return (views[length] ??= room.subarray(0, length));
}

/** The 32 bytes of a public key. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ format: "der", type: "spki" });
  return Uint8Array.from(der.subarray(SPKI.length));
}
