// One rule in one world: which atom of TERMS 2.3 is the first that fails, if any.
import { above } from "./graph.ts";
import type { FactWorld, ThingWorld } from "./fact-worlds.ts";
import { endAt, startOf } from "./period.ts";
import type { EventWorld } from "./period.ts";
import { spotKey } from "./places.ts";
import type { Spot } from "./places.ts";
import type { Rule, TextWorld } from "./rules.ts";
import type { Words } from "./words.ts";

/** Reasons of not-covered, in the order in which a rule asks. */
export const ATOMS = [
  "actor",
  "act",
  "not-in-force",
  "period",
  "zone",
  "kind",
  "means",
  "exception",
  "suspension",
] as const;

/** One of them. */
export type Atom = (typeof ATOMS)[number];

/** A settled incident in a settled text. */
export interface Cell {
  readonly text: TextWorld;
  readonly words: Words;
  readonly events: EventWorld;
  readonly facts: FactWorld;
}

/** The first of the rule's own atoms that fails; null when the rule matches. A permit's `when` fails as its last. */
export function firstFailing(rule: Rule, cell: Cell): Atom | "when" | null {
  const { facts, events } = cell;
  if (!rule.by.includes(facts.actor)) return "actor";
  if (!isUnder(cell, "acts", facts.act, rule.acts)) return "act";
  if (!isInForce(rule, cell)) return "not-in-force";
  if (facts.at < startOf(rule, events) || facts.at >= endAt(rule, facts.at, events))
    return "period";
  if (!isWhere(rule, cell)) return "zone";
  if (!facts.things.some((thing) => isTarget(rule, thing, cell))) return "kind";
  if (rule.means !== null && !isUnder(cell, "means", facts.means, rule.means)) return "means";
  if (!isOfCalibre(rule, facts.calibre)) return "means";
  return rule.flags.every((flag) => facts.flags.has(flag)) ? null : "when";
}

function isOfCalibre({ calibre }: Rule, millimetres: number): boolean {
  return millimetres >= (calibre.from ?? 0) && millimetres < (calibre.below ?? Infinity);
}

function isUnder(
  { words, text }: Cell,
  graph: "kinds" | "means" | "acts",
  leaf: string,
  asked: readonly string[],
): boolean {
  const reached = above(words[graph], leaf, text.edges);
  return asked.some((word) => reached.has(word));
}

function isInForce(rule: Rule, { events, facts }: Cell): boolean {
  const awaited = [...rule.after, ...(typeof rule.start === "number" ? [] : [rule.start.event])];
  return rule.applies && awaited.every((event) => (events.get(event) ?? Infinity) <= facts.at);
}

function isWhere({ where }: Rule, cell: Cell): boolean {
  const { target, origin } = cell.facts;
  if (where.target !== undefined && !isIn(where.target, target, cell)) return false;
  if (where.origin !== undefined && !isIn(where.origin, origin, cell)) return false;
  if (where.outside !== undefined && isIn(where.outside, target, cell)) return false;
  return (
    where.either === undefined ||
    isIn(where.either, target, cell) ||
    isIn(where.either, origin, cell)
  );
}

function isIn(zone: string, spot: Spot, { text, facts }: Cell): boolean {
  return text.agreed.get(zone) ?? spot.get(spotKey(zone, facts.actor)) ?? false;
}

function isTarget(rule: Rule, thing: ThingWorld, cell: Cell): boolean {
  return (
    isAgainst(rule.against, thing, cell.facts.actor) &&
    (rule.targets === null || hasTarget(rule.targets, thing, cell))
  );
}

function hasTarget(targets: NonNullable<Rule["targets"]>, thing: ThingWorld, cell: Cell): boolean {
  return targets.some((target) => {
    const facets = Object.entries(target).filter(([name]) => name !== "kind");
    return (
      isUnder(cell, "kinds", thing.leaf, [target["kind"] ?? "object"]) &&
      facets.every(([name, value]) => thing.facets.get(name) === value)
    );
  });
}

function isAgainst(against: Rule["against"], thing: ThingWorld, actor: string): boolean {
  if (against === "any") return true;
  const side = thing.facets.get("side") ?? "";
  return against === "opponent" ? side !== actor : against.includes(side);
}
