// The version id of a text: SHA-256 over the RFC 8785 bytes of its normal form, so that reordering or reformatting keeps it.
import { canonicalJson } from "../model/canonical.ts";
import type { CanonicalValue } from "../model/canonical.ts";
import { sha256Hex } from "../model/hash.ts";
import type { AnswerValue, Instrument, Plain } from "./ast.ts";
import { answerValueToPlain } from "./clause-to-plain.ts";
import { instrumentToPlain } from "./instrument-to-plain.ts";

/** Lists whose order and doubles mean nothing (TERMS 1). Below `take`, every list is one. */
const SET_LIKE: ReadonlySet<string> = new Set([
  "by",
  "against",
  "act",
  "targets",
  "means",
  "unless",
  "overrides",
  "after",
  "flags",
  "of",
  "is",
  "source",
  "held",
  "tz",
  "parties",
  "others",
  "time-zones",
  "objects",
  "fulfilled-by",
  "kind",
  "name",
]);

/** Canonical text of the normal form: sets sorted and without doubles, degrees as whole 1e-7 degrees. */
export function canonicalTerms(instrument: Instrument): string {
  return canonicalJson(normal(instrumentToPlain(instrument), []));
}

/** `sha256:<64 hex digits>` of the canonical bytes. */
export function termsVersion(instrument: Instrument): string {
  return `sha256:${sha256Hex(canonicalTerms(instrument))}`;
}

function normal(value: Plain, path: readonly string[]): CanonicalValue {
  if (Array.isArray(value)) return normalList(value, path);
  if (typeof value === "number") return wholeNumber(value, path);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, normal(member, [...path, key])]),
  );
}

function normalList(items: readonly Plain[], path: readonly string[]): CanonicalValue {
  const members = items.map((item) => normal(item, path));
  if (!isSetLike(path)) return members;
  const byText = new Map(members.map((member) => [canonicalJson(member), member]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member);
}

function isSetLike(path: readonly string[]): boolean {
  const above = path.at(-2);
  return SET_LIKE.has(path.at(-1) ?? "") || above === "take" || above === "fulfilled-by";
}

/** Coordinates become 1e-7 degrees; other fractions (of kept parts only) become text, so that no float is hashed. */
function wholeNumber(value: number, path: readonly string[]): CanonicalValue {
  if (path.includes("coordinates")) return Math.round(value * 1e7) + 0;
  return Number.isSafeInteger(value) ? value : String(value);
}

/** Canonical text of one answer's value: equal for answers that mean the same. */
export function canonicalAnswer(answer: AnswerValue): string {
  return canonicalJson(normal(answerValueToPlain(answer), [answer.sort]));
}
