// Canonical JSON: RFC 8785, narrower (RECORD 4): whole numbers within +-2^53, no fractions, no lone surrogates. One value, one text.
import { CanonicalError } from "./errors.ts";

/** A value that has exactly one canonical text. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The canonical text: keys in UTF-16 order, no spaces, strings as JSON writes them. Strings are kept as given (no NFC).
 * Throws CanonicalError on fractions, numbers beyond +-2^53 - 1, and lone surrogates in keys or strings.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return JSON.stringify(value);
    throw new CanonicalError(`not a whole number within +-2^53: ${value}`);
  }
  if (typeof value === "boolean" || value === null) return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** Any half of a pair; looked for first, for most texts have none and this is ten times as fast. */
const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalString(text: string): string {
  if (!SURROGATE.test(text) || !LONE_SURROGATE.test(text)) return JSON.stringify(text);
  throw new CanonicalError(`lone surrogate in ${JSON.stringify(text)}`);
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
