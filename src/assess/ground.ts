// On what a violation rests (ASSESS): the reported kind, membership of a list, or only nearness to an object, the weakest of them.
import type { FactWorld } from "./fact-world.ts";
import { isNear } from "./atoms.ts";
import type { Context } from "./context.ts";
import { isMember } from "./membership.ts";
import type { EdgeAnswers } from "./membership.ts";
import { facetsIn } from "./sides.ts";
import { fittingKinds, unlisted } from "./situation.ts";
import type { Rule } from "./rule.ts";
import { GROUNDS } from "./verdict.ts";
import type { Ground } from "./verdict.ts";

/** True when some rule can be met otherwise than by a reported kind. */
export function asksGround(rules: readonly Rule[]): boolean {
  return rules.some(({ targets }) =>
    (targets ?? []).some(({ near, facets }) => near !== undefined || "listed-in" in facets),
  );
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

function ruleGround(asking: {
  readonly context: Context;
  readonly rule: Rule;
  readonly fact: FactWorld;
  readonly edges: EdgeAnswers;
}): Ground {
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
