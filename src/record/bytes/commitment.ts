// Commitments to fields (RECORD 4): the leaf holds a hash of salt and value, so that a value can vanish and its proof stay.
import { concatBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../model/canonical.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked } from "../problem.ts";
import { toBase64Url } from "./base64.ts";
import { parseCanonical } from "./canonical-bytes.ts";
import { toUtf8 } from "./utf8.ts";

/** SHA-256 as the caller has it: `crypto.hash`, noble, WebCrypto's answer awaited. 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const SALT_BYTES = 32;
export const PREFIX = toUtf8("truceline-field-v1\0");

/** What opens a commitment. */
export interface Opening {
  /** 32 random bytes, of this field alone. */
  readonly salt: Uint8Array;
  readonly value: CanonicalValue;
}

/** An opening that was just made: the text that was hashed is kept for whoever writes it next. */
export class FreshOpening implements Opening {
  readonly salt: Uint8Array;
  readonly value: CanonicalValue;
  #text: string | null = null;

  constructor(salt: Uint8Array, value: CanonicalValue) {
    this.salt = salt;
    this.value = value;
  }

  /** Canonical text of the value. */
  get text(): string {
    return (this.#text ??= canonicalJson(this.value));
  }
}

/** Canonical text of an opening's value. */
export function openedText(opening: Opening): string {
  return opening instanceof FreshOpening ? opening.text : canonicalJson(opening.value);
}

/** The exact bytes that are hashed, and a bundle's `<field>.opening`: prefix, salt, canonical value. */
export function openingBytes(opening: Opening): Uint8Array {
  return concatBytes(PREFIX, opening.salt, toUtf8(openedText(opening)));
}

/** The commitment as the leaf writes it, 43 characters of base64url. */
export function commit(sha256: Sha256, opening: Opening): string {
  return toBase64Url(sha256(openingBytes(opening)));
}

/** Reads an opening back: `bad-bytes` for a wrong prefix or length, `not-canonical` for a value in another spelling. */
export function parseOpening(bytes: Uint8Array, at: string): Checked<Opening> {
  const start = PREFIX.length + SALT_BYTES;
  const isOurs = PREFIX.every((byte, i) => bytes[i] === byte);
  if (!isOurs || bytes.length <= start) {
    return faulty(problem("bad-bytes", "not an opening: prefix or salt is missing", at));
  }
  const { value, problems } = parseCanonical(bytes.slice(start), at);
  if (problems.length > 0) return faulty(...problems);
  return sound({ salt: bytes.slice(PREFIX.length, start), value });
}
