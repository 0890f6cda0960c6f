// Canonical bytes (RECORD 4): what is hashed is exactly one text for one value. Bytes that are not that text are refused.
import { canonicalJson, inCanonicalOrder } from "../../model/canonical.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import { CanonicalError } from "../../model/errors.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked } from "../problem.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

/** Nothing the record keeps is nested deeper; more would only be there to exhaust a reader. */
const DEEPEST = 32;

/** UTF-8 of the canonical text. Throws CanonicalError on a value that has none: check foreign values with `canonicalValue`. */
export function canonicalBytes(value: CanonicalValue): Uint8Array {
  return toUtf8(canonicalJson(value));
}

/**
 * A value from outside as one with canonical bytes, its members in canonical order: `bad-value` for fractions, lone surrogates, dates,
 * functions, depth over 32.
 */
export function canonicalValue(value: unknown, at: string): Checked<CanonicalValue> {
  const fault = isTooDeep(value) ? `nested deeper than ${DEEPEST}` : plainFault(value);
  if (fault !== null) return faulty(problem("bad-value", fault, at));
  const canonical = inCanonicalOrder(value as CanonicalValue);
  try {
    canonicalJson(canonical);
    return sound(canonical);
  } catch (error) {
    if (!(error instanceof CanonicalError)) throw error;
    return faulty(problem("bad-value", error.message, at));
  }
}

/** The value that these bytes are the canonical text of, with `not-canonical` for everything else. */
export function parseCanonical(bytes: Uint8Array, at: string): Checked<CanonicalValue> {
  const text = fromUtf8(bytes);
  if (text === null) return faulty(problem("bad-bytes", "not UTF-8", at));
  const read = parseJson(text);
  if (read === NOT_JSON) return faulty(problem("bad-bytes", "not JSON", at));
  const { value, problems } = canonicalValue(read, at);
  if (problems.length > 0) return faulty(...problems);
  const canonical = canonicalJson(value);
  return canonical === text
    ? sound(value)
    : faulty(
        problem(
          "not-canonical",
          `not canonical JSON at character ${differsAt(text, canonical)}`,
          at,
        ),
      );
}

const NOT_JSON = Symbol("not JSON");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((member) => isTooDeep(member, left - 1));
}

/** What JSON cannot say, in words; null when all of it is plain. */
function plainFault(value: unknown): string | null {
  if (value === null || ["string", "boolean", "number"].includes(typeof value)) return null;
  if (typeof value !== "object") return `a ${typeof value} has no JSON`;
  if (Array.isArray(value)) return value.map(plainFault).find((fault) => fault !== null) ?? null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return "an object of a class has no JSON";
  return plainFault(Object.values(value));
}

function differsAt(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
