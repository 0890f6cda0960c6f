// Canonical JSON: RFC 8785, narrower (RECORD 4): whole numbers within +-2^53, no fractions, no lone surrogates. One value, one text.
// Hot: every value of a record goes through here. `spelledOut` is the plain twin of the short way that `JSON.stringify` offers.
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
  if (!isInOrder(value)) return spelledOut(value);
  const text = JSON.stringify(value);
  // A lone surrogate is written as such an escape; a text that holds these signs is looked at more closely.
  return text.includes("\\ud") ? spelledOut(value) : text;
}

/** True when JSON.stringify writes the members in canonical order, and every number is one that may be written. */
function isInOrder(value: CanonicalValue): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return typeof value !== "undefined";
  if (isList(value)) return value.every(isInOrder);
  let last: string | null = null;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if ((last !== null && last > key) || member === undefined || !isInOrder(member)) return false;
    last = key;
  }
  return true;
}

/** The same text, member by member. */
export function spelledOut(value: CanonicalValue): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return JSON.stringify(value);
    throw new CanonicalError(`not a whole number within +-2^53: ${value}`);
  }
  if (typeof value === "boolean" || value === null) return String(value);
  if (isList(value)) return `[${value.map(spelledOut).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${canonicalString(key)}:${spelledOut(member)}`);
  return `{${members.join(",")}}`;
}

/**
 * The value with the members of all its maps in canonical order, as far as a map can hold them so: its text then costs less. Itself
 * when it was so already.
 */
export function inCanonicalOrder(value: CanonicalValue): CanonicalValue {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) {
    const items = value.map(inCanonicalOrder);
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  const given = Object.entries(value);
  const members = given.map(([key, member]) => [key, inCanonicalOrder(member)] as const);
  const isSame = members.every(
    ([key, member], i) => member === given[i]?.[1] && (members[i + 1]?.[0] ?? key) >= key,
  );
  return isSame ? value : Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
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
