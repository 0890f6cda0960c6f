// The verdict of one incident in one world (TERMS 2.4, 2.7): which rules match, which of them are defeated, who has been released.
import { ATOMS, firstFailing } from "./clause.ts";
import type { Atom, Cell } from "./clause.ts";
import { noticeBy } from "./events.ts";
import type { EventWorld } from "./period.ts";
import type { Rule } from "./rules.ts";

/** A verdict without doubt. `reasons` only of not-covered: those of the prohibitions that got furthest. */
export type Outcome =
  | { readonly kind: "violation" }
  | { readonly kind: "conflict" }
  | { readonly kind: "not-covered"; readonly reasons: readonly Atom[] };

/** A violation that came before. */
export interface Breach {
  readonly by: string;
  readonly at: number;
}

/** Decides one incident, given the breaches there were. */
export function outcomeOf(
  rules: readonly Rule[],
  cell: Cell,
  breaches: readonly Breach[],
): Outcome {
  const failing = new Map(rules.map((rule) => [rule.id, firstFailing(rule, cell)]));
  const standing = rules.filter((rule) => isUndefeated(rule, rules, failing));
  const binding = standing.filter(
    (rule) => rule.effect === "prohibit" && !isReleased(rule, cell, breaches),
  );
  const permits = standing.filter((rule) => rule.effect === "permit");
  if (binding.length > 0) return { kind: permits.length > 0 ? "conflict" : "violation" };
  const fates = rules
    .filter((rule) => rule.effect === "prohibit")
    .map((rule) => failing.get(rule.id) ?? (standing.includes(rule) ? "suspension" : "exception"))
    .filter((fate) => fate !== "when");
  const furthest = Math.max(...fates.map((fate) => ATOMS.indexOf(fate)));
  return { kind: "not-covered", reasons: ATOMS.filter((_, index) => index === furthest) };
}

function isUndefeated(
  rule: Rule,
  rules: readonly Rule[],
  failing: ReadonlyMap<string, unknown>,
): boolean {
  if (failing.get(rule.id) !== null) return false;
  return !rules.some(
    (other) =>
      other.overrides.has(rule.id) &&
      other.effect !== rule.effect &&
      isUndefeated(other, rules, failing),
  );
}

/** The instant from which a breach frees a party, if it does. */
function isReleased(rule: Rule, { facts, events }: Cell, breaches: readonly Breach[]): boolean {
  if (rule.onBreach === "none") return false;
  const seen = breaches.filter(({ by, at }) => by !== facts.actor && at < facts.at);
  if (rule.onBreach === "free") return seen.length > 0;
  const notice = noticeOf(events, facts.actor);
  return notice <= facts.at && seen.some(({ at }) => at < notice);
}

function noticeOf(events: EventWorld, party: string): number {
  return events.get(noticeBy(party)) ?? Infinity;
}
