// The fields of an entry against the rule of its kind: unknown, missing and wrong ones, all at once.
import type { CanonicalValue } from "../../model/canonical.ts";
import { didYouMean } from "../../model/nearest.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import { ruleOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";

export type Fields = Readonly<Record<string, CanonicalValue>>;

/** In the order of the fields given, then the missing ones. */
export function checkFields(kind: Kind, fields: Fields, at: string): readonly RecordProblem[] {
  const rules = ruleOf(kind).fields;
  const found = Object.entries(fields).flatMap(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) return [unknownField(kind, name, at)];
    if (rule.value.holds(value)) return [];
    return [
      problem("bad-value", `"${name}" must be ${rule.value.expects}`, `${at}: fields.${name}`),
    ];
  });
  const missing = Object.entries(rules)
    .filter(([name, rule]) => rule.isRequired && !Object.hasOwn(fields, name))
    .map(([name]) => problem("missing-field", `${kind} lacks "${name}"`, `${at}: fields.${name}`));
  return [...found, ...missing];
}

function unknownField(kind: Kind, name: string, at: string): RecordProblem {
  const near = didYouMean(name, Object.keys(ruleOf(kind).fields));
  const what = `${kind} has no field "${name}"`;
  const message = near === undefined ? what : `${what}; ${near}`;
  return problem("unknown-field", message, `${at}: fields.${name}`);
}
