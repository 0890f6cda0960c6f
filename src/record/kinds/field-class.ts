// Who may see a field: the class of its kind, unless a policy entry of the case set another.
import type { FieldClass } from "./kind-rule.ts";
import { isKind, ruleOf } from "./kinds.ts";

/** Classes that a policy entry set: kind -> field -> class. What it does not name keeps the class of the kind. */
export type Classes = Readonly<Record<string, Readonly<Record<string, FieldClass>>>>;

/** The class of a field: the policy's, else the kind's; a name that no kind knows is closed to all but the compartment. */
export function classOf(kind: string, field: string, classes: Classes = {}): FieldClass {
  const set = Object.hasOwn(classes, kind) ? classes[kind] : undefined;
  if (set !== undefined && Object.hasOwn(set, field)) return set[field] ?? "sealed";
  if (!isKind(kind)) return "sealed";
  const rules = ruleOf(kind).fields;
  return Object.hasOwn(rules, field) ? (rules[field]?.class ?? "sealed") : "sealed";
}
