// Nouns whose properties are plain JSON become fields by name: null, which means "known to be none or not known", becomes an absent field.
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Fields } from "../kinds/check-fields.ts";

/** The named properties that are not null, as fields; all of them (but `id`) when none are named. */
export function plainFields<T extends object>(
  noun: T,
  names: readonly (keyof T & string)[] = Object.keys(noun) as (keyof T & string)[],
): Fields {
  const present = names.filter((name) => name !== "id" && noun[name] !== null);
  return Object.fromEntries(present.map((name) => [name, asValue(noun[name])]));
}

/** Fields as a noun again: those of `nullable` that are absent are null. */
export function plainNoun<T>(
  id: string,
  fields: Fields,
  nullable: readonly (keyof T & string)[],
): T {
  const absent = nullable.filter((name) => !Object.hasOwn(fields, name));
  const nulls = Object.fromEntries(absent.map((name) => [name, null]));
  // The fields were checked against the rule of their kind, whose value tests are the types of T.
  return { id, ...fields, ...nulls } as T;
}

/** Values of the model are JSON by their types; canonical bytes are checked when they are made. */
export function asValue(value: unknown): CanonicalValue {
  return value as CanonicalValue;
}
