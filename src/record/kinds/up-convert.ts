// Old formats are read for ever: each kind keeps one step from every format to the next. Nothing in the log is rewritten.
import type { CanonicalValue } from "../../model/canonical.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked } from "../problem.ts";
import type { Fields } from "./check-fields.ts";
import { ruleOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";

/** `STEPS.incident[0]` brings the fields of incident/1 to incident/2, and so on. A kind without older formats has none. */
export type Steps = Partial<Record<Kind, readonly ((fields: Fields) => Fields)[]>>;

export const STEPS: Steps = {};

/** Fields of `format` as those of today: `not-understood` for a newer format, `bad-value` for none of this kind. */
export function upConvert(
  kind: Kind,
  format: CanonicalValue,
  given: { readonly fields: Fields; readonly at: string; readonly steps?: Steps },
): Checked<Fields> {
  const steps = (given.steps ?? STEPS)[kind] ?? [];
  const today = given.steps === undefined ? ruleOf(kind).format : steps.length + 1;
  const [, name, number] = /^([a-z]+)\/([1-9]\d{0,3})$/.exec(String(format)) ?? [];
  if (name !== kind) {
    return faulty(problem("bad-value", `the format of ${kind} is ${kind}/${today}`, given.at));
  }
  if (Number(number) > today) {
    const message = `${String(format)} is newer than ${kind}/${today}; kept, not understood`;
    return faulty(problem("not-understood", message, given.at));
  }
  return sound(
    steps.slice(Number(number) - 1).reduce((fields, step) => step(fields), given.fields),
  );
}
