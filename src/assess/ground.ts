// On what a violation rests (ASSESS): the reported kind, membership of a list, or only nearness to an object, the weakest of them.
import type { FactWorld } from "./fact-world.ts";
import { collectEdges, isNear, kindMembership } from "./atoms.ts";
import type { Asking } from "./atoms.ts";
import type { Context } from "./context.ts";
import { isMember } from "./membership.ts";
import type { EdgeAnswers } from "./membership.ts";
import { facetsIn } from "./sides.ts";
import { fittingKinds, unlisted } from "./situation.ts";
import type { ThingOption } from "./situation.ts";
import type { Rule } from "./rule.ts";
import { GROUNDS } from "./verdict.ts";
import type { Ground } from "./verdict.ts";

/** True when some rule can be met otherwise than by a reported kind. */
export function asksGround(rules: readonly Rule[]): boolean {
  return rules.some(({ targets }) =>
    (targets ?? []).some(({ near, facets }) => near !== undefined || "listed-in" in facets),
  );
}

/** True when some rule can be met by standing in a list. */
export function asksList(rules: readonly Rule[]): boolean {
  return rules.some(({ targets }) => (targets ?? []).some(({ facets }) => "listed-in" in facets));
}

/**
 * Equal for fact worlds in which each of the rules in `met` rests on the same ground, whatever the answers to the open edges;
 * empty when none of them asks for one. `rules`: all that are asked, since a list may hang on edges that only another rule names.
 */
export function groundKey(
  { context, rules, fact }: Pick<Violated, "context" | "rules" | "fact">,
  met: readonly Rule[],
): string {
  const asking = met.filter((rule) => asksGround([rule]));
  const keys = asking.map((rule) => thingGround({ context, rule, fact }));
  if (!asksList(asking)) return keys.join();
  const edges = new Set<string>();
  for (const rule of rules) collectEdges({ context, rule, fact }, edges);
  return [...keys, ...[...edges].sort()].join();
}

/** The ground on which the rule is met, or where that hangs on open edges, all that it hangs on. */
export function thingGround(asking: Omit<Asking, "edges">): string {
  const things = asking.fact.things.map((thing) => thingKey(asking, thing));
  if (things.every(({ open }) => !open)) return ruleGround({ ...asking, edges: NO_ANSWERS });
  return [isNear(asking) ? "near" : "", ...things.map(({ key }) => key).sort()].join(" ");
}

const NO_ANSWERS: EdgeAnswers = new Map();

/** How the thing lies to what the rule names apart from any list, and to all that it names. */
export function thingKey(asking: Pick<Asking, "context" | "rule">, thing: ThingOption) {
  const { context, rule } = asking;
  const kinds = fittingKinds(unlisted(rule.targets ?? []), facetsIn(rule.sides, thing.facets));
  const lies = [context.kinds.of(thing.leaf, kinds), kindMembership(asking, thing)];
  return {
    key: lies.map((one) => one?.key).join("+"),
    open: lies.some((one) => one !== null && one.edges.length > 0),
  };
}

interface Violated {
  readonly context: Context;
  readonly rules: readonly Rule[];
  readonly fact: FactWorld;
  readonly edges: EdgeAnswers;
  /** Clauses violated in that world. */
  readonly clauses: readonly string[];
}

/** The strongest ground on which any of the clauses is violated in one world. */
export function groundOf({ context, rules, fact, edges, clauses }: Violated): Ground {
  const grounds = rules
    .filter(({ id }) => clauses.includes(id))
    .map((rule) => ruleGround({ context, rule, fact, edges }));
  return GROUNDS.find((ground) => grounds.includes(ground)) ?? "kind";
}

function ruleGround(asking: Asking): Ground {
  const { context, rule, fact, edges } = asking;
  const { targets } = rule;
  if (targets === null) return "kind";
  const listed = targets.filter(({ facets }) => "listed-in" in facets);
  const among = (some: typeof targets): boolean =>
    fact.things.some((thing) => {
      const kinds = fittingKinds(some, facetsIn(rule.sides, thing.facets));
      return isMember(context.kinds.of(thing.leaf, kinds), edges);
    });
  if (among(unlisted(targets))) return "kind";
  if (among(listed)) return "list";
  return isNear(asking) ? "proximity" : "kind";
}
