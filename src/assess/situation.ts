// A situation: the facts of an incident reduced to what a reading's rules tell apart (TERMS 2.2). Plain columns: the seam between
// geometry and judging. Millions of incidents have thousands of situations.
import { relate } from "../geo/relation.ts";
import type { EventTime } from "../model/event.ts";
import type { Facts, Thing } from "../model/incident.ts";
import type { Interval } from "../model/instant.ts";
import type { Extent, Relation } from "../model/place.ts";
import type { Target } from "../terms/ast.ts";
import { recordedTime } from "./context.ts";
import type { Context } from "./context.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";

/** One way a thing may be: a leaf that stands for all leaves the rules treat alike, and the facets they ask about. */
export interface ThingOption {
  readonly leaf: string;
  readonly facets: Readonly<Record<string, string>>;
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
  const acts = facts.acts.map(({ value }) => value);
  const means = facts.means.map(({ value }) => value);
  return {
    time: facts.occurred,
    actors: actorsOf(context, facts),
    acts: [
      ...reduced(
        frame.actLists,
        acts.filter((act) => act !== "none").flatMap((act) => context.acts.leavesOf(act)),
        (list, leaf) => context.acts.of(leaf, list),
      ),
      ...(acts.includes("none") ? ["none"] : []),
    ],
    means: reduced(
      frame.meansLists,
      means.flatMap((one) => context.means.leavesOf(one)),
      (list, leaf) => context.means.of(leaf, list),
    ),
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

/** One leaf for all that the lists treat alike; no list asking means that any one leaf stands for all. */
function reduced(
  lists: readonly (readonly string[])[],
  leaves: readonly string[],
  membership: (list: readonly string[], leaf: string) => { readonly paths: unknown },
): readonly string[] {
  const classes = new Map<string, string>();
  for (const leaf of leaves) {
    const key = JSON.stringify(lists.map((list) => membership(list, leaf).paths));
    if (!classes.has(key)) classes.set(key, leaf);
  }
  return [...classes.values()];
}

function thingOptions(model: ReadingModel, thing: Thing): readonly ThingOption[] {
  return thingClasses(model, thing).map(([first]) => first);
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
      const option = { leaf, facets };
      const lists = model.frame.targetLists.map(
        (list) => kinds.of(leaf, fittingKinds(list, option)).paths,
      );
      const key = JSON.stringify([lists, model.frame.asksSide ? facets["side"] : null]);
      const known = classes.get(key);
      if (known === undefined) classes.set(key, [option]);
      else known.push(option);
    }
  }
  return [...classes.values()];
}

/** The kinds of the targets whose facets fit the thing. */
export function fittingKinds(targets: readonly Target[], thing: ThingOption): readonly string[] {
  const fitting = targets.filter((target) =>
    Object.entries(target.facets).every(([facet, value]) => thing.facets[facet] === value),
  );
  return fitting.map(({ kind }) => kind);
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

/** A zone whose geometry is not at hand is unknown, never absent. */
function relationTo(context: Context, zone: string, extent: Extent): Relation {
  const area = context.zones.get(zone);
  return area === null || area === undefined ? "possible" : relate(extent, area);
}

function inOrOut(relation: Relation): readonly boolean[] {
  if (relation === "inside") return [true];
  return relation === "outside" ? [false] : [false, true];
}

/** What nobody claims counts as no: else no text with an exception would ever decide anything. */
function flagOptions(known: boolean | "unknown" | undefined): readonly boolean[] {
  return known === "unknown" ? [false, true] : [known ?? false];
}
