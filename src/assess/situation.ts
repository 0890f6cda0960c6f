// A situation: the facts of an incident reduced to what a reading's rules tell apart (TERMS 2.2). Plain columns: the seam between
// geometry and judging. Millions of incidents have thousands of situations.
import { relate } from "../geo/relation.ts";
import type { EventTime } from "../model/event.ts";
import type { Facts, Possibility, Thing } from "../model/incident.ts";
import type { Interval } from "../model/instant.ts";
import type { Area, Extent, Relation } from "../model/place.ts";
import type { Target } from "../terms/ast.ts";
import { recordedTime } from "./context.ts";
import type { Context } from "./context.ts";
import type { Membership } from "./membership.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";

/** One way a thing may be: a leaf that stands for all leaves the rules treat alike, and the facets they ask about. */
export interface ThingOption {
  readonly leaf: string;
  readonly facets: Readonly<Record<string, string>>;
  /** Number of the class: equal for all options, of any thing, that the rules of the frame treat alike. */
  readonly group: number;
}

/** Every list holds what is possible and is never empty; one entry means known. */
export interface Situation {
  readonly time: Interval;
  /** Party ids of the instrument, or `other`. */
  readonly actors: readonly string[];
  /** Act leaves, or `none`. */
  readonly acts: readonly string[];
  readonly means: readonly string[];
  readonly things: readonly (readonly ThingOption[])[];
  /** `target:<zone>`, `origin:<zone>` -> may it lie inside, may it lie outside. */
  readonly zones: Readonly<Record<string, readonly boolean[]>>;
  readonly flags: Readonly<Record<string, readonly boolean[]>>;
  readonly events: Readonly<Record<string, EventTime | "unknown" | "no">>;
}

/** Reduces the facts of an incident to the situation that `model` judges. */
export function situate(model: ReadingModel, facts: Facts): Situation {
  const { context, frame } = model;
  return {
    time: facts.occurred,
    actors: actorsOf(context, facts),
    acts: leafOptions(frame, facts.acts, {
      what: "act",
      lists: frame.actLists,
      words: context.acts,
    }),
    means: leafOptions(frame, facts.means, {
      what: "means",
      lists: frame.meansLists,
      words: context.means,
    }),
    things: facts.things.map((thing) => thingOptions(model, thing)),
    zones: zonesOf(context, frame, facts),
    flags: Object.fromEntries(frame.flags.map((flag) => [flag, flagOptions(facts.flags[flag])])),
    events: Object.fromEntries(frame.events.map((event) => [event, recordedTime(context, event)])),
  };
}

/** The situation in which nothing at all is known. */
export function anySituation(model: ReadingModel, things: number): Situation {
  const unknown = [{ value: "unknown", claims: [] }];
  const thing: Thing = { kinds: unknown, name: null, facets: {} };
  const situation = situate(model, {
    occurred: { from: -Infinity, until: Infinity },
    actors: unknown,
    acts: unknown,
    means: unknown,
    things: Array.from({ length: things }, () => thing),
    target: { kind: "unknown" },
    origin: { kind: "unknown" },
    flags: Object.fromEntries(model.frame.flags.map((flag) => [flag, "unknown" as const])),
  });
  const events = model.frame.events.map((event) => [event, "unknown"] as const);
  return { ...situation, acts: [...situation.acts, "none"], events: Object.fromEntries(events) };
}

function actorsOf({ instrument }: Context, facts: Facts): readonly string[] {
  const actors = new Set<string>();
  for (const { value } of facts.actors) {
    if (value === "unknown")
      for (const party of [...instrument.parties, "other"]) actors.add(party);
    else actors.add(instrument.parties.includes(value) ? value : "other");
  }
  return [...actors].sort();
}

interface LeafWords {
  readonly what: string;
  readonly lists: readonly (readonly string[])[];
  readonly words: Membership;
}

/** One leaf for all that the lists treat alike (no list asking: one for all); `none` stays itself. */
function leafOptions(
  frame: Frame,
  possibilities: readonly Possibility[],
  { what, lists, words }: LeafWords,
): readonly string[] {
  const values = possibilities.map(({ value }) => value);
  const key = `${what} ${values.join()}`;
  const options = frame.known.get(key) ?? reduced(values, lists, words);
  frame.known.set(key, options);
  return options as readonly string[];
}

function reduced(
  values: readonly string[],
  lists: readonly (readonly string[])[],
  words: Membership,
): readonly string[] {
  const classes = new Map<string, string>();
  for (const leaf of values
    .filter((value) => value !== "none")
    .flatMap((value) => words.leavesOf(value))) {
    const key = JSON.stringify(lists.map((list) => words.of(leaf, list).paths));
    if (!classes.has(key)) classes.set(key, leaf);
  }
  return [...classes.values(), ...(values.includes("none") ? ["none"] : [])];
}

/** One option per class; the same few sets of kinds are reported again and again. */
function thingOptions(model: ReadingModel, thing: Thing): readonly ThingOption[] {
  const { known } = model.frame;
  const key = `thing ${thing.kinds.map(({ value }) => value).join()} ${JSON.stringify(thing.facets)}`;
  const options = known.get(key) ?? thingClasses(model, thing).map(([first]) => first);
  known.set(key, options);
  return options as readonly ThingOption[];
}

/** Everything a thing may be, grouped into what the rules treat alike; each class is non-empty and in vocabulary order. */
export function thingClasses(
  model: ReadingModel,
  thing: Thing,
): readonly (readonly [ThingOption, ...ThingOption[]])[] {
  const { kinds } = model.context;
  const leaves = [...new Set(thing.kinds.flatMap(({ value }) => kinds.leavesOf(value)))];
  const classes = new Map<string, [ThingOption, ...ThingOption[]]>();
  for (const facets of facetOptions(model.frame, thing)) {
    for (const leaf of leaves) {
      const lists = model.frame.targetLists.map(
        (list) => kinds.of(leaf, fittingKinds(list, facets)).paths,
      );
      const key = JSON.stringify([lists, model.frame.asksSide ? facets["side"] : null]);
      const option = { leaf, facets, group: groupOf(model.frame, key) };
      const known = classes.get(key);
      if (known === undefined) classes.set(key, [option]);
      else known.push(option);
    }
  }
  return [...classes.values()];
}

function groupOf({ groups }: Frame, key: string): number {
  const group = groups.get(key) ?? groups.size;
  groups.set(key, group);
  return group;
}

/** The kinds of the targets whose facets fit the thing; one list per target list and combination of facets. */
export function fittingKinds(
  targets: readonly Target[],
  facets: ThingOption["facets"],
): readonly string[] {
  let lists = FITTING.get(targets);
  if (lists === undefined) FITTING.set(targets, (lists = new Map()));
  const key = targets.some(hasFacets) ? JSON.stringify(facets) : "";
  let fitting = lists.get(key);
  if (fitting === undefined)
    lists.set(key, (fitting = targets.filter((one) => fits(one, facets)).map(({ kind }) => kind)));
  return fitting;
}

const FITTING = new WeakMap<readonly Target[], Map<string, readonly string[]>>();

function hasFacets({ facets }: Target): boolean {
  for (const _ in facets) return true;
  return false;
}

function fits({ facets: asked }: Target, facets: ThingOption["facets"]): boolean {
  return Object.entries(asked).every(([facet, value]) => facets[facet] === value);
}

/** Every combination of the facets that targets ask about; `other` stands for every value no target names. */
function facetOptions(frame: Frame, thing: Thing): readonly Readonly<Record<string, string>>[] {
  const asked = new Map(frame.facets);
  if (frame.asksSide && !asked.has("side")) asked.set("side", []);
  let options: readonly Readonly<Record<string, string>>[] = [{}];
  for (const [facet, named] of asked) {
    const values = thing.facets[facet] ?? [...named, "other"];
    options = options.flatMap((option) => values.map((value) => ({ ...option, [facet]: value })));
  }
  return options;
}

function zonesOf(
  context: Context,
  frame: Frame,
  facts: Facts,
): Readonly<Record<string, readonly boolean[]>> {
  const zones: Record<string, readonly boolean[]> = {};
  for (const key of frame.zones) {
    const [role, id] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    const extent = role === "origin" ? facts.origin : facts.target;
    zones[key] = inOrOut(relationTo(context, id, extent));
  }
  return zones;
}

/** A zone whose geometry is not at hand is unknown, never absent. Geometry is asked once per place and zone. */
function relationTo(context: Context, zone: string, extent: Extent): Relation {
  const area = context.zones.get(zone);
  if (area === null || area === undefined) return "possible";
  const relations = RELATIONS.get(area) ?? new WeakMap<Extent, Relation>();
  RELATIONS.set(area, relations);
  const relation = relations.get(extent) ?? relate(extent, area);
  relations.set(extent, relation);
  return relation;
}

const RELATIONS = new WeakMap<Area, WeakMap<Extent, Relation>>();

function inOrOut(relation: Relation): readonly boolean[] {
  if (relation === "inside") return [true];
  return relation === "outside" ? [false] : [false, true];
}

/** What nobody claims counts as no: else no text with an exception would ever decide anything. */
function flagOptions(known: boolean | "unknown" | undefined): readonly boolean[] {
  return known === "unknown" ? [false, true] : [known ?? false];
}
