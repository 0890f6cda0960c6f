// Situations and sets of them in plain English: counterexamples, and the lists of what changes between texts. Names of kinds that
// stand for all below them are used where all below them is meant.
import { compareText } from "../../model/problem.ts";
import { otherLeaf } from "../../terms/vocabulary.ts";
import type { Vocabulary } from "../../terms/vocabulary.ts";
import type { Context } from "../context.ts";
import { instantWords, labelOf, listWords } from "../describe.ts";
import type { EdgeAnswers } from "../membership.ts";
import { digitsOf } from "./space.ts";
import type { Space, When } from "./space.ts";

/** One situation: `strike by A on substation, 2025-04-01 00:00Z`. Dimensions that no rule asks about are left out. */
export function situationWords(
  space: Space,
  context: Context,
  index: number,
  edges: EdgeAnswers = new Map(),
): string {
  const digits = digitsOf(space, index);
  const [kinds, acts, means] = [context.kinds, context.acts, context.means];
  const things = space.things[digits.things] ?? [];
  const thing = things.find(({ leaf }) => !leaf.endsWith(".other")) ?? things[0];
  const facets = Object.entries(thing?.facets ?? {}).map(([facet, value]) => `${facet} ${value}`);
  const when = space.times[digits.times];
  const weapon =
    space.means.length < 2 ? [] : [`with ${oneOf(means.vocabulary, space.means[digits.means])}`];
  return [
    `${oneOf(acts.vocabulary, space.acts[digits.acts])} by ${actorWords(space.actors[digits.actors])} on ${labelOf(kinds.vocabulary, thing?.leaf ?? "")}${facets.length === 0 ? "" : ` (${facets.join(", ")})`}`,
    ...weapon,
    ...placeWords(space.places[digits.places] ?? {}),
    ...flagWords(space.flags[digits.flags] ?? {}),
    ...(when === undefined ? [] : [...eventWords(when), timeWords(when)]),
    ...[...edges].map(([edge, isIn]) => edgeWords(context, edge, isIn)),
  ].join(", ");
}

/** `other` is nobody bound by the text. */
export function actorWords(actor: string | undefined): string {
  return actor === undefined || actor === "other" ? "others" : actor;
}

/** Ids of leaves as few names: a kind for all that lies surely below it, `.other` last. */
export function foldedNames(
  vocabularies: readonly Vocabulary[],
  leaves: readonly string[],
): readonly string[] {
  const all = new Set(leaves);
  const whole = new Map<string, readonly string[]>();
  for (const vocabulary of vocabularies) {
    for (const node of vocabulary.nodes.keys()) {
      const below = vocabulary.below(node);
      if (below.length > 0 && below.every((leaf) => all.has(leaf))) whole.set(node, below);
    }
  }
  const isWithin = (inner: string, outer: string): boolean => {
    const [some, more] = [whole.get(inner) ?? [], whole.get(outer) ?? []];
    return some.length < more.length && some.every((leaf) => more.includes(leaf));
  };
  const names = [...whole.keys()].filter(
    (node) => ![...whole.keys()].some((other) => isWithin(node, other)),
  );
  const told = new Set(names.flatMap((name) => whole.get(name) ?? []));
  const rest = leaves.filter((leaf) => !told.has(leaf));
  return [...names, ...rest].sort(
    (a, b) => Number(isOther(a)) - Number(isOther(b)) || compareText(a, b),
  );
}

function isOther(name: string): boolean {
  return name.endsWith(otherLeaf(""));
}

function oneOf(vocabulary: Vocabulary, leaves: readonly string[] | undefined): string {
  const [name] = foldedNames([vocabulary], (leaves ?? []).slice(0, 1));
  const plain = (leaves ?? []).find((leaf) => !isOther(leaf));
  return labelOf(vocabulary, name !== undefined && isOther(name) ? (plain ?? name) : (name ?? ""));
}

function placeWords(place: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(place).map(([key, inside]) => {
    const [role = "", zone = ""] = key.split(":");
    return `${role} ${inside ? "inside" : "outside"} ${zone}`;
  });
}

function flagWords(flags: Readonly<Record<string, boolean>>): readonly string[] {
  const set = Object.entries(flags).filter(([, isSet]) => isSet);
  return set.map(([flag]) => `flag ${flag}`);
}

/** What has come and what has not. */
export function eventWords({ events, at }: When): readonly string[] {
  return Object.entries(events).map(([event, came]) => {
    if (came === Infinity) return `before ${event}`;
    if (came === -Infinity) return `long after ${event}`;
    return came === at ? `after ${event}` : `after ${event} of ${instantWords(came)}`;
  });
}

function timeWords({ cell, at }: When): string {
  return Number.isFinite(cell.from) || Number.isFinite(cell.until)
    ? instantWords(at)
    : "at any time";
}

function edgeWords({ kinds, means, acts }: Context, edge: string, isIn: boolean): string {
  for (const { vocabulary } of [kinds, means, acts]) {
    const ends = vocabulary.openEdges.get(edge);
    if (ends !== undefined) {
      const counts = isIn ? "counts as" : "does not count as";
      return `if ${labelOf(vocabulary, ends.from)} ${counts} ${labelOf(vocabulary, ends.to)}`;
    }
  }
  return `${edge}: ${isIn ? "in" : "out"}`;
}

/** `"a", "b" and "c"` */
export function quotedList(names: readonly string[]): string {
  return listWords(
    names.map((name) => `"${name}"`),
    "and",
  );
}
