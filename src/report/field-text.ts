// A value of an entry's field as one line of text that people read: instants as ISO, degrees as degrees, members by their names.
import type { CanonicalValue } from "../model/canonical.ts";
import { formatInstant } from "../model/instant.ts";
import { isList, isMap } from "../record/kinds/value.ts";

/** Members that hold UTC milliseconds, and those that hold 1e-7 degrees (RECORD 4: the record has no fractions). */
const INSTANTS: ReadonlySet<string> = new Set(["from", "until", "asOf", "reportedAt"]);
const DEGREES: ReadonlySet<string> = new Set(["lonE7", "latE7"]);
const E7 = 1e7;
/** Stands for null: known to be none, or not known, as the kind of the field says. */
const NONE = "–";

/** One line; loses nothing but the difference of types. `name` is the field's. */
export function fieldText(name: string, value: CanonicalValue): string {
  if (value === null) return NONE;
  if (typeof value === "number") return numberText(name, value);
  if (isList(value))
    return value.length === 0 ? NONE : value.map((one) => inner(name, one)).join("; ");
  if (!isMap(value)) return String(value);
  const members = Object.entries(value);
  return members.length === 0
    ? NONE
    : members.map(([key, member]) => `${key} ${inner(key, member)}`).join(", ");
}

/** Maps and lists inside others are bracketed. */
function inner(name: string, value: CanonicalValue): string {
  const text = fieldText(name, value);
  const isFlat = value === null || typeof value !== "object" || text === NONE;
  return isFlat ? text : `(${text})`;
}

function numberText(name: string, value: number): string {
  if (INSTANTS.has(name)) return formatInstant(value);
  return DEGREES.has(name) ? `${value / E7}°` : String(value);
}
