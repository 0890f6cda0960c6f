// What is wrong with something offered to the record, or with something said to come from it. All problems at once, never thrown.

/** Every code the record can answer with; docs/record.md explains each. */
export const RECORD_CODES = [
  "bad-bytes",
  "bad-checkpoint",
  "bad-fields",
  "bad-id",
  "bad-proof",
  "bad-signature",
  "bad-value",
  "conflict",
  "dangling-id",
  "duplicate-id",
  "leaf-too-large",
  "missing-field",
  "not-canonical",
  "not-included",
  "not-understood",
  "root-mismatch",
  "too-many",
  "transition-refused",
  "unknown-field",
  "unknown-kind",
] as const;
export type RecordCode = (typeof RECORD_CODES)[number];

export interface RecordProblem {
  readonly code: RecordCode;
  /** What was wrong, what came and what was expected, in one sentence. */
  readonly message: string;
  /** Where: a field's path (`fields.place`), a file of a bundle, a line of a proof. */
  readonly at: string;
}

/** A value with everything that was found wrong on the way; `value` is null when there is any problem. */
export type Checked<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly RecordProblem[] };

export function sound<T>(value: T): Checked<T> {
  return { value, problems: [] };
}

export function faulty(...problems: readonly RecordProblem[]): Checked<never> {
  return { value: null, problems };
}

/** One problem in short. */
export function problem(code: RecordCode, message: string, at: string): RecordProblem {
  return { code, message, at };
}
