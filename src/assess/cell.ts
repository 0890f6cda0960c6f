// One cell of the matrix: what a text says in one text world about one fact world (TERMS 2.4, 2.9).
import { firstFailing, flagsHold } from "./atoms.ts";
import type { Asking } from "./atoms.ts";
import type { Rule } from "./rule.ts";
import { REASONS } from "./verdict.ts";
import type { Reason } from "./verdict.ts";

export type CellValue = "violation" | "not-covered" | "conflict";

export interface Cell {
  readonly value: CellValue;
  /** For not-covered: where the clause that got furthest failed. */
  readonly reason: Reason | null;
  /** Clauses violated, in conflict, or that got furthest. */
  readonly clauses: readonly string[];
}

/** What is asked of all rules of a text world at once; `released`: the actor was freed by a breach of the other side. */
export type CellAsking = Omit<Asking, "rule"> & {
  readonly rules: readonly Rule[];
  readonly released: boolean;
};

/**
 * Which rules match, which of them are defeated, and what is left: prohibitions only = violation, permits only or nothing =
 * not-covered, both = conflict. Never last-wins, never most-specific-wins.
 */
export function decideCell({ context, rules, fact, edges, released }: CellAsking): Cell {
  const failures = rules.map((rule) => failureOf({ context, rule, fact, edges }));
  const known = cellsOf(rules);
  const key = released ? `${failures.join()} released` : failures.join();
  const cell = known.get(key) ?? cellFrom(rules, failures, released);
  known.set(key, cell);
  return cell;
}

/** Cells depend only on which atom each rule failed at, so a text world has few of them; each is made once. */
function cellsOf(rules: readonly Rule[]): Map<string, Cell> {
  const known = CELLS.get(rules) ?? new Map<string, Cell>();
  CELLS.set(rules, known);
  return known;
}

const CELLS = new WeakMap<readonly Rule[], Map<string, Cell>>();

function cellFrom(
  rules: readonly Rule[],
  failures: readonly (Reason | null)[],
  released: boolean,
): Cell {
  const left = undefeated(rules, (i) => failures[i] === null);
  const prohibitions = left.filter(({ effect }) => effect === "prohibit");
  const permits = left.filter(({ effect }) => effect === "permit");
  if (prohibitions.length > 0 && !released) {
    const value = permits.length > 0 ? "conflict" : "violation";
    const deciding = value === "conflict" ? [...permits, ...prohibitions] : prohibitions;
    return { value, reason: null, clauses: deciding.map(({ id }) => id) };
  }
  return notCovered(
    rules,
    (rule, i) => failures[i] ?? (left.includes(rule) ? "suspension" : "exception"),
  );
}

/** The reason for which the rule does not match, or null when it does. */
export function failureOf(asking: Asking): Reason | null {
  const failing = firstFailing(asking);
  if (failing !== null) return failing;
  return asking.rule.effect === "permit" && !flagsHold(asking) ? "exception" : null;
}

/** Matching rules that no matching undefeated rule overrides. Overrides have no cycles (T307). Cost: linear in rules and overrides. */
export function undefeated(
  rules: readonly Rule[],
  matches: (index: number) => boolean,
): readonly Rule[] {
  const matching = rules.filter((_, i) => matches(i));
  if (matching.every(({ defeatedBy }) => defeatedBy.length === 0)) return matching;
  const byId = new Map(matching.map((rule) => [rule.id, rule]));
  const known = new Map<string, boolean>();
  const stands = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const rule = byId.get(id);
    known.set(id, false);
    const undefeated = rule !== undefined && !rule.defeatedBy.some(stands);
    known.set(id, undefeated);
    return undefeated;
  };
  return matching.filter(({ id }) => stands(id));
}

/** The reason of the prohibition that got furthest down the atoms; ties: all of them are cited. */
function notCovered(rules: readonly Rule[], reasonOf: (rule: Rule, index: number) => Reason): Cell {
  let reason: Reason = "act";
  let furthest = -1;
  let clauses: string[] = [];
  rules.forEach((rule, i) => {
    if (rule.effect !== "prohibit") return;
    const failed = reasonOf(rule, i);
    const reached = REASONS.indexOf(failed);
    if (reached > furthest) [furthest, reason, clauses] = [reached, failed, []];
    if (reached === furthest) clauses.push(rule.id);
  });
  return { value: "not-covered", reason, clauses };
}
