// HOT. Every situation of a space sorted into classes that no rule of the texts tells apart. A rule's atoms hang on one dimension
// each (kind and side: on thing and actor), so the rules still alive are narrowed dimension by dimension and each narrowing is
// looked up. Plain twin: the judge (grid.test.ts holds the two equal); bench/lint.bench.ts times it.
import { finite } from "../../model/json.ts";
import {
  calibreHolds,
  flagsHold,
  inForceHolds,
  isNear,
  kindMembership,
  periodHolds,
  sideFits,
  zoneHolds,
} from "../atoms.ts";
import type { Context } from "../context.ts";
import type { FactWorld } from "../fact-world.ts";
import type { ListMembership } from "../membership.ts";
import type { ReadingModel } from "../reading-model.ts";
import { keysOf, spotsAsked } from "../spot.ts";
import type { Spot } from "../spot.ts";
import type { Rule } from "../rule.ts";
import type { TextWorld } from "../text-world.ts";
import { situationAt } from "./space.ts";
import type { Space } from "./space.ts";

/** Rule number -> what its atoms still hang on: open edges that must turn out so; an empty list: nothing. */
export type Alive = ReadonlyMap<number, readonly ListMembership[]>;

export interface SituationClass {
  readonly id: number;
  /** Number of the first situation of the class. */
  readonly first: number;
  readonly count: number;
  readonly alive: Alive;
}

export interface Grid {
  readonly space: Space;
  /** Class id of each situation, by its number. */
  readonly classOf: Uint32Array;
  /** In order of their first situation. */
  readonly classes: readonly SituationClass[];
  /** Rules of a world as numbers, in the order of its rules. */
  readonly rulesOf: ReadonlyMap<TextWorld, readonly number[]>;
  /** Rule number -> the rule. */
  readonly rules: readonly PlacedRule[];
}

export interface PlacedRule {
  readonly rule: Rule;
  readonly context: Context;
}

/** Whether a rule's atom of one dimension holds there: surely, surely not, or as open edges turn out. */
type Holds = (placed: PlacedRule, fact: FactWorld) => boolean | ListMembership;

/** After thing and actor, in the order of the space. */
const REST: readonly {
  readonly dimension: "acts" | "means" | "places" | "flags" | "times";
  readonly holds: Holds;
}[] = [
  { dimension: "acts", holds: ({ rule, context }, { act }) => context.acts.of(act, rule.act) },
  {
    dimension: "means",
    holds: ({ rule, context }, { means }) =>
      rule.means === null || context.means.of(means, rule.means),
  },
  {
    dimension: "places",
    holds: (placed, fact) =>
      calibreHolds(placed.rule, fact) && (hangsTogether(placed) || zoneHolds(asking(placed, fact))),
  },
  {
    dimension: "flags",
    holds: (placed, fact) => placed.rule.effect !== "permit" || flagsHold(asking(placed, fact)),
  },
  {
    dimension: "times",
    holds: (placed, fact) =>
      inForceHolds(asking(placed, fact)) && periodHolds(asking(placed, fact)),
  },
];

/** Sorts all situations; linear in their number, each step a look-up. */
export function gridOf(space: Space, models: readonly ReadingModel[]): Grid {
  const { rules, rulesOf } = distinctRules(models);
  const states = new States();
  const levels = REST.map(({ dimension, holds }) => {
    const stride = strideOf(space, dimension);
    const held = heldBy(rules, (placed, value) =>
      holds(placed, situationAt(space, value * stride)),
    );
    return levelOf(states, space[dimension].length, (alive, value) =>
      narrowed(alive, (rule) => held(rule, value)),
    );
  });
  const classOf = new Uint32Array(space.size);
  const all = new Map(rules.map((_, rule) => [rule, NOTHING] as const));
  const block = space.size / (space.things.length * space.actors.length);
  for (let start = 0; start < space.size; start += block) {
    const fact = situationAt(space, start);
    const alive = narrowed(all, (rule) => {
      const placed = rules[rule];
      return placed !== undefined && whoAndWhat(placed, fact);
    });
    fill(classOf, start, levels, states.idOf(alive));
  }
  settleJoint(classOf, { space, rules, states });
  return { space, classOf, classes: classesOf(classOf, states), rulesOf, rules };
}

/** A zone per party or for some days hangs on who and when; nearness stands beside kinds: not one dimension each. */
function hangsTogether({ rule, context }: PlacedRule): boolean {
  const known = JOINT.get(rule);
  if (known !== undefined) return known;
  const near = (rule.targets ?? []).some((target) => target.near !== undefined);
  const found = near || spotsAsked(context, rule).some((spot) => isJoint(spot));
  JOINT.set(rule, found);
  return found;
}

const JOINT = new WeakMap<Rule, boolean>();

function isJoint(spot: Spot): boolean {
  return spot.key.includes("@") || keysOf(spot).length > 1;
}

/** Zone and kind of the rules that hang together, asked only in situations where all else of such a rule holds. */
function settleJoint(
  classOf: Uint32Array,
  {
    space,
    rules,
    states,
  }: { readonly space: Space; readonly rules: readonly PlacedRule[]; readonly states: States },
): void {
  const joint = rules.map(hangsTogether);
  if (!joint.includes(true)) return;
  const known = new Map<number, number>();
  const spotOf = spotNumbers(space);
  classOf.forEach((state, index) => {
    const alive = states.at(state);
    if (![...alive.keys()].some((rule) => joint[rule] === true)) return;
    const key = state * space.size + spotOf(index);
    const settled = known.get(key) ?? settle(alive, index);
    known.set(key, settled);
    classOf[index] = settled;
  });

  function settle(alive: Alive, index: number): number {
    const fact = situationAt(space, index);
    const left = narrowed(alive, (rule) => {
      const placed = rules[rule];
      return placed === undefined || joint[rule] !== true || zoneAndKind(placed, fact);
    });
    return states.idOf(left);
  }
}

/** Situations of one thing, actor, place and time have one number below the space's size, whatever their acts, means and flags. */
function spotNumbers(space: Space): (index: number) => number {
  const places = strideOf(space, "places");
  const wholes = places * space.places.length;
  const inner = space.times.length;
  const block = space.size / (space.things.length * space.actors.length);
  return (index) =>
    Math.floor(index / block) * block +
    (Math.floor((index % wholes) / places) * inner + (index % inner));
}

function zoneAndKind(placed: PlacedRule, fact: FactWorld): boolean | ListMembership {
  const asked = asking(placed, fact);
  const [thing] = fact.things;
  if (thing === undefined || !zoneHolds(asked)) return false;
  return isNear(asked) || (kindMembership(asked, thing) ?? true);
}

const NOTHING: readonly ListMembership[] = [];

/** Each rule is asked once at each value. */
function heldBy(
  rules: readonly PlacedRule[],
  ask: (placed: PlacedRule, value: number) => boolean | ListMembership,
): (rule: number, value: number) => boolean | ListMembership {
  const known: (boolean | ListMembership)[] = [];
  return (rule, value) => {
    const placed = rules[rule];
    if (placed === undefined) return false;
    return (known[value * rules.length + rule] ??= ask(placed, value));
  };
}

/** Sets of alive rules, each with a number. */
class States {
  readonly #ids = new Map<string, number>();
  readonly #states: Alive[] = [];
  readonly #conditions = new Map<ListMembership, number>();

  idOf(alive: Alive): number {
    const key = [...alive].map(([rule, on]) => this.#keyOf(rule, on)).join();
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#states.length);
    return this.#states.push(alive) - 1;
  }

  /** Memberships are made once a list and leaf, so being the same object is being the same condition. */
  #keyOf(rule: number, conditions: readonly ListMembership[]): string {
    let key = String(rule);
    for (const condition of conditions) {
      const id = this.#conditions.get(condition) ?? this.#conditions.size;
      this.#conditions.set(condition, id);
      key += `:${id}`;
    }
    return key;
  }

  at(id: number): Alive {
    return this.#states[id] ?? new Map();
  }
}

/** One dimension: how many values it has, and which state follows a state at each of them. */
interface Level {
  readonly radix: number;
  readonly next: (state: number, value: number) => number;
}

function levelOf(
  states: States,
  radix: number,
  narrow: (alive: Alive, value: number) => Alive,
): Level {
  const known: number[] = [];
  return {
    radix,
    next: (state, value) => {
      const key = state * radix + value;
      return (known[key] ??= states.idOf(narrow(states.at(state), value)));
    },
  };
}

/** Writes the classes of one thing and actor; returns where the next begins. */
function fill(
  classOf: Uint32Array,
  from: number,
  [level, ...deeper]: readonly Level[],
  state: number,
): number {
  if (level === undefined) {
    classOf[from] = state;
    return from + 1;
  }
  let at = from;
  for (let value = 0; value < level.radix; value++)
    at = fill(classOf, at, deeper, level.next(state, value));
  return at;
}

function classesOf(classOf: Uint32Array, states: States): readonly SituationClass[] {
  const found = new Map<number, { first: number; count: number }>();
  classOf.forEach((id, at) => {
    const known = found.get(id);
    if (known === undefined) found.set(id, { first: at, count: 1 });
    else known.count++;
  });
  return [...found].map(([id, { first, count }]) => ({ id, first, count, alive: states.at(id) }));
}

function narrowed(alive: Alive, holds: (rule: number) => boolean | ListMembership): Alive {
  const left = new Map<number, readonly ListMembership[]>();
  for (const [rule, conditions] of alive) {
    const held = holds(rule);
    if (held === false) continue;
    if (held === true || isSure(held)) left.set(rule, conditions);
    else if (held.paths.length > 0) left.set(rule, [...conditions, held]);
  }
  return left;
}

function isSure({ paths }: ListMembership): boolean {
  return paths.some((path) => path.length === 0);
}

function whoAndWhat(placed: PlacedRule, fact: FactWorld): boolean | ListMembership {
  const { rule } = placed;
  const [thing] = fact.things;
  if (!rule.by.includes(fact.actor) || thing === undefined) return false;
  const asked = asking(placed, fact);
  if (!sideFits(asked, thing)) return false;
  return hangsTogether(placed) || (kindMembership(asked, thing) ?? true);
}

function asking(placed: PlacedRule, fact: FactWorld) {
  return { ...placed, fact, edges: NO_EDGES };
}

const NO_EDGES = new Map<string, boolean>();

/** How far apart neighbours of a dimension lie in the numbering. */
function strideOf(space: Space, dimension: (typeof REST)[number]["dimension"]): number {
  const after = REST.slice(REST.findIndex((one) => one.dimension === dimension) + 1);
  return after.reduce((stride, { dimension: inner }) => stride * space[inner].length, 1);
}

/** Worlds of all readings share most rules; rules of one text that say the same have one number. */
function distinctRules(models: readonly ReadingModel[]): Pick<Grid, "rules" | "rulesOf"> {
  const rules: PlacedRule[] = [];
  const known = new Map<Context, Map<string, number>>();
  const rulesOf = new Map<TextWorld, readonly number[]>();
  for (const { context, worlds } of models) {
    const ids = known.get(context) ?? new Map<string, number>();
    known.set(context, ids);
    for (const world of worlds) {
      const numbers = world.rules.map((rule) => {
        const key = JSON.stringify(rule, finite);
        const id = ids.get(key) ?? rules.push({ rule, context }) - 1;
        ids.set(key, id);
        return id;
      });
      rulesOf.set(world, numbers);
    }
  }
  return { rules, rulesOf };
}
