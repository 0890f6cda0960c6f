// The form of a kind: what an entry of it is about, its fields, and for each who may see it. A field without a class does not compile.
import type { ValueTest } from "./value.ts";

/** Who may read a field: everybody; those with the right to restricted fields; those with a grant of the entry's compartment. */
export type FieldClass = "public" | "restricted" | "sealed";

export interface FieldRule {
  readonly class: FieldClass;
  readonly isRequired: boolean;
  readonly value: ValueTest;
}

export interface KindRule {
  /** First letters of new ids. */
  readonly prefix: string;
  /** Written today; older ones are read through `upConvert`. */
  readonly format: number;
  /** `none`: it creates a thing; `thing`: it speaks of one and must name it; `maybe`: either. */
  readonly of: "none" | "thing" | "maybe";
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** Required and open to everybody. */
export function must(value: ValueTest): FieldRule {
  return { class: "public", isRequired: true, value };
}

/** Open to everybody; absent = not asked or not known. */
export function may(value: ValueTest): FieldRule {
  return { class: "public", isRequired: false, value };
}

/** Exact places, identities, raw rows under licence, unpublished files. Committed even when absent. */
export function restricted(value: ValueTest): FieldRule {
  return { class: "restricted", isRequired: false, value };
}

/** Private talks and positions, per compartment. Committed even when absent. */
export function sealed(value: ValueTest): FieldRule {
  return { class: "sealed", isRequired: false, value };
}
