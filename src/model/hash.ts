// SHA-256 in plain JavaScript, the same in Node and in the page. Source: @noble/hashes, docs/decisions.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** 64 small hexadecimal digits; text is hashed as its UTF-8 bytes. */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === "string" ? utf8ToBytes(input) : input));
}
