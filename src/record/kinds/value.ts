// What the value of a field may be, as small tests that say what they expect. Values are canonical JSON already.
import type { CanonicalValue } from "../../model/canonical.ts";
import { parseDay } from "../../model/instant.ts";
import { parseEntryId } from "../bytes/entry-id.ts";

/** A test of one value; `expects` completes "must be ...". */
export interface ValueTest {
  readonly expects: string;
  readonly holds: (value: CanonicalValue) => boolean;
}

const test = (expects: string, holds: ValueTest["holds"]): ValueTest => ({ expects, holds });

export const TEXT = test("a text", (value) => typeof value === "string" && value !== "");
export const FLAG = test("true or false", (value) => typeof value === "boolean");
/** 0 or more. */
export const WHOLE = test("a whole number, 0 or more", (value) => isNumber(value) && value >= 0);
export const INTEGER = test("a whole number", isNumber);
/** UTC milliseconds. */
export const INSTANT = test("an instant in UTC milliseconds", isNumber);
export const DAY = test("a day such as 2025-03-24", (value) =>
  isText(value) && parseDay(value) !== null);
export const ID = test("an id", (value) => isText(value) && parseEntryId(value) !== null);
export const SHA256 = test("a SHA-256 in 64 hexadecimal digits", (value) =>
  isText(value) && /^[0-9a-f]{64}$/.test(value));
/** A decimal number as text, for measures: the record keeps no fractions. */
export const DECIMAL = test("a decimal number as text", (value) =>
  isText(value) && /^-?\d+(?:\.\d+)?$/.test(value));
/** Any canonical value but null; for what another floor defines (an AST, a mapping). */
export const ANY = test("a value", (value) => value !== null);

export function oneOf(...values: readonly string[]): ValueTest {
  return test(`one of ${values.join(", ")}`, (value) => isText(value) && values.includes(value));
}

export function listOf(item: ValueTest): ValueTest {
  return test(`a list, each ${item.expects}`, (value) => isList(value) && value.every(item.holds));
}

/** At least one, or as many as named. */
export function someOf(item: ValueTest, least: 1 | 2 = 1): ValueTest {
  const list = listOf(item);
  return test(`${list.expects}, at least ${least === 1 ? "one" : "two"}`, (value) =>
    list.holds(value) && isList(value) && value.length >= least);
}

export function mapOf(item: ValueTest): ValueTest {
  return test(`a map, each ${item.expects}`, (value) =>
    isMap(value) && Object.values(value).every(item.holds));
}

export function either(...tests: readonly ValueTest[]): ValueTest {
  const expects = tests.map((one) => one.expects).join("; or ");
  return test(expects, (value) => tests.some((one) => one.holds(value)));
}

export const NULL = test("null", (value) => value === null);

/** A map of exactly these members; those of `optional` may be left out. */
export function shape(
  required: Readonly<Record<string, ValueTest>>,
  optional: Readonly<Record<string, ValueTest>> = {},
): ValueTest {
  const all: ReadonlyMap<string, ValueTest> = new Map([
    ...Object.entries(required),
    ...Object.entries(optional),
  ]);
  const expects = `a map of ${[...all.keys()].join(", ")}`;
  return test(expects, (value) => {
    if (!isMap(value)) return false;
    const isComplete = Object.keys(required).every((name) => Object.hasOwn(value, name));
    return (
      isComplete &&
      Object.entries(value).every(([name, member]) => all.get(name)?.holds(member) === true)
    );
  });
}

const orNull = (item: ValueTest): ValueTest => either(item, NULL);

/** `{low, high}`; null as an end: not stated. */
export const RANGE = shape({ low: orNull(WHOLE), high: orNull(WHOLE) });
/** Days, hours or an unknown time with its bounds, as model/talks has it. */
export const TALK_TIME = either(
  shape({ kind: oneOf("days"), first: DAY, last: DAY }),
  shape({ kind: oneOf("hours"), from: INSTANT, until: INSTANT }),
  shape({ kind: oneOf("unknown"), notBefore: orNull(DAY), notAfter: orNull(DAY) }),
);
/** Event time: an interval with the reason for it; a null end is open. */
export const OCCURRED = shape(
  { from: orNull(INSTANT), until: orNull(INSTANT), basis: TEXT, assumed: FLAG },
  { precision: TEXT, zone: TEXT },
);
/** A point with its uncertainty: 1e-7 degrees, whole metres. */
export const POINT = shape({ lonE7: INTEGER, latE7: INTEGER, radiusMeters: WHOLE });
export const CITATION = shape(
  { source: ID },
  { quote: orNull(TEXT), span: orNull(listOf(WHOLE)), language: TEXT, note: TEXT },
);
/** What a fact may be, each value with the ids it rests on. */
export const POSSIBILITY = shape({ value: TEXT, claims: listOf(ID) });

export function isText(value: CanonicalValue | undefined): value is string {
  return typeof value === "string";
}

export function isList(value: CanonicalValue | undefined): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

export function isMap(
  value: CanonicalValue | undefined,
): value is { readonly [key: string]: CanonicalValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: CanonicalValue): value is number {
  return typeof value === "number";
}
