// What a clause asks, atom by atom, in the order of TERMS 2.3: true or false in one text world and one fact world.
// The name of an atom is the reason when it is false.
import type { Instant } from "../model/instant.ts";
import type { Context } from "./context.ts";
import type { FactWorld } from "./fact-world.ts";
import { isMember } from "./membership.ts";
import type { EdgeAnswers, ListMembership } from "./membership.ts";
import { endOf, renewedEnd } from "./period.ts";
import { facetsIn } from "./sides.ts";
import { fittingKinds } from "./situation.ts";
import type { ThingOption } from "./situation.ts";
import { calibreKey, nearKey, spotKey } from "./spot.ts";
import type { Role } from "./spot.ts";
import type { Rule } from "./rule.ts";
import type { Reason } from "./verdict.ts";

/** A rule asked in one fact world, with answers to every open edge. */
export interface Asking {
  readonly context: Context;
  readonly rule: Rule;
  readonly fact: FactWorld;
  readonly edges: EdgeAnswers;
}

/** The atoms a clause itself can fail, in order; `exception` and `suspension` come after all of them (see cell.ts). */
export type Atom = Exclude<Reason, "exception" | "suspension">;

export const ATOMS: readonly {
  readonly name: Atom;
  readonly holds: (asking: Asking) => boolean;
}[] = [
  { name: "actor", holds: ({ rule, fact }) => rule.by.includes(fact.actor) },
  { name: "act", holds: actHolds },
  { name: "not-in-force", holds: inForceHolds },
  { name: "period", holds: periodHolds },
  { name: "zone", holds: zoneHolds },
  { name: "kind", holds: kindHolds },
  { name: "means", holds: meansHold },
];

/** The first atom that fails, or null when the clause's own atoms all hold. Flags of a permit count as its last atom's part. */
export function firstFailing(asking: Asking): Atom | null {
  return ATOMS.find(({ holds }) => !holds(asking))?.name ?? null;
}

/** A rule and when it is asked. */
export interface AskingTime {
  readonly rule: Rule;
  readonly fact: Pick<FactWorld, "at" | "events">;
}

/** Whether the rule is in force at that instant and its period runs, whatever else it asks. */
export function isInForce(asking: AskingTime): boolean {
  return failingTime(asking) === null;
}

/** Which of the two atoms of time fails first, whatever else the rule asks; null where both hold. */
export function failingTime(asking: AskingTime): "not-in-force" | "period" | null {
  if (!inForceHolds(asking)) return "not-in-force";
  return periodHolds(asking) ? null : "period";
}

/** Flags that a permit asks for, all required. */
export function flagsHold({ rule, fact }: Pick<Asking, "rule" | "fact">): boolean {
  return rule.when.every((flag) => fact.flags[flag] === true);
}

/** Adds to `asked` the edge questions that decide in this fact world whether, or at which atom, the rule fails. */
export function collectEdges(asking: Omit<Asking, "edges">, asked: Set<string>): void {
  const { rule, fact, context } = asking;
  if (!rule.by.includes(fact.actor) || fact.act === "none") return;
  const act = context.acts.of(fact.act, rule.act);
  addAll(asked, act);
  const asks: Asking = { ...asking, edges: NO_ANSWERS };
  if (act.paths.length === 0 || !isInForce(asks) || !zoneHolds(asks)) return;
  for (const thing of fact.things) addAll(asked, kindMembership(asking, thing));
  if (rule.means !== null) addAll(asked, context.means.of(fact.means, rule.means));
}

const NO_ANSWERS: EdgeAnswers = new Map();

function addAll(asked: Set<string>, membership: ListMembership | null): void {
  for (const edge of membership?.edges ?? NONE) asked.add(edge);
}

const NONE: readonly string[] = [];

function actHolds({ context, rule, fact, edges }: Asking): boolean {
  return fact.act !== "none" && isMember(context.acts.of(fact.act, rule.act), edges);
}

/** The atom `not-in-force` alone. */
export function inForceHolds({ rule, fact }: AskingTime): boolean {
  const waitedFor =
    rule.period.kind === "after-event"
      ? [...rule.inForceAfter, rule.period.event]
      : rule.inForceAfter;
  const hasCome = waitedFor.every((event) => eventTime(fact, event) <= fact.at);
  return rule.applies && rule.assumedAt <= fact.at && hasCome;
}

/** The atom `period` alone. */
export function periodHolds({ rule, fact }: AskingTime): boolean {
  const { period } = rule;
  if (period.kind === "fixed") {
    const { renewal } = period;
    const until =
      renewal === undefined ? period.until : renewedEnd(renewal, eventTime(fact, renewal.event));
    return period.from <= fact.at && fact.at < until;
  }
  const start = eventTime(fact, period.event);
  return fact.at < Math.min(period.until, endOf(start, period.length, period.zone));
}

function eventTime(fact: AskingTime["fact"], event: string): Instant {
  return fact.events[event] ?? Infinity;
}

/** The atom `zone` alone. */
export function zoneHolds(asking: Omit<Asking, "edges">): boolean {
  const { where } = asking.rule;
  if (where === null) return true;
  const lies = (role: Role, zone: string): boolean => liesIn(asking, role, zone);
  return (
    (where.target === null || lies("target", where.target)) &&
    (where.origin === null || lies("origin", where.origin)) &&
    (where.either === null || lies("target", where.either) || lies("origin", where.either)) &&
    (where.outside === null || !lies("target", where.outside))
  );
}

function liesIn({ context, rule, fact }: Omit<Asking, "edges">, role: Role, zone: string): boolean {
  const key = spotKey(context, { role, zone, actor: fact.actor, at: fact.at });
  if (key === "undrawn") return rule.undrawn[zone] ?? false;
  return key !== null && fact.zones[key] === true;
}

/** One of the things hit has to match. */
function kindHolds(asking: Asking): boolean {
  const { rule, edges } = asking;
  if (rule.targets === null && rule.against === "any") return true;
  const near = isNear(asking);
  return asking.fact.things.some((thing) => {
    const membership = kindMembership(asking, thing);
    const fits = near || membership === null || isMember(membership, edges);
    return fits && sideFits(asking, thing);
  });
}

/** How the thing lies to the rule's targets; null when the rule names none. */
export function kindMembership(
  { context, rule }: Pick<Asking, "context" | "rule">,
  thing: ThingOption,
): ListMembership | null {
  if (rule.targets === null) return null;
  const known = THINGS.get(rule) ?? new WeakMap<ThingOption, ListMembership>();
  THINGS.set(rule, known);
  let found = known.get(thing);
  if (found === undefined) {
    const kinds = fittingKinds(rule.targets, facetsIn(rule.sides, thing.facets));
    known.set(thing, (found = context.kinds.of(thing.leaf, kinds)));
  }
  return found;
}

/** Rules are of one context, and the same few things are reported again and again. */
const THINGS = new WeakMap<Rule, WeakMap<ThingOption, ListMembership>>();

/** Whether a target by nearness holds: it asks where, not what. */
export function isNear({ rule, fact }: Omit<Asking, "edges">): boolean {
  return (rule.targets ?? []).some(
    ({ near }) => near !== undefined && fact.zones[nearKey(near)] === true,
  );
}

/** Whether the thing belongs to whom the rule protects. */
export function sideFits(
  { rule, fact }: Omit<Asking, "context" | "edges">,
  thing: ThingOption,
): boolean {
  if (rule.against === "any") return true;
  const side = facetsIn(rule.sides, thing.facets)["side"] ?? "other";
  return rule.against === "opponent" ? side !== fact.actor : rule.against.includes(side);
}

function meansHold({ context, rule, fact, edges }: Asking): boolean {
  const { means } = rule;
  if (!calibreHolds(rule, fact)) return false;
  return means === null || isMember(context.means.of(fact.means, means), edges);
}

/** Whether the weapon's calibre lies in the rule's band; true where it asks for none. */
export function calibreHolds({ calibre }: Rule, fact: FactWorld): boolean {
  return calibre === null || fact.zones[calibreKey(calibre)] === true;
}
