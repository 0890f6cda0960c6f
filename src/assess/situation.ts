// A situation: the facts of an incident reduced to what a reading's rules tell apart (TERMS 2.2). Plain columns: the seam between
// geometry and judging. Millions of incidents have thousands of situations.
import type { EventTime } from "../model/event.ts";
import type { FactRow, Facts, Possibility, Thing } from "../model/incident.ts";
import type { Interval } from "../model/instant.ts";
import type { Target } from "../terms/ast.ts";
import type { Apart } from "./apart.ts";
import { recordedTime } from "./context.ts";
import type { Context } from "./context.ts";
import type { Membership } from "./membership.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import { registeredFacets } from "./register.ts";
import { spotsFor } from "./relate-spots.ts";
import type { Measures } from "./relate-spots.ts";
import { isAsked } from "./sides.ts";

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
  /** Key of a fact of place, distance or calibre (see spot.ts) -> may it be so, may it not be so. */
  readonly zones: Readonly<Record<string, readonly boolean[]>>;
  /** Answers about place of which not all can be so. */
  readonly apart: readonly Apart[];
  readonly flags: Readonly<Record<string, readonly boolean[]>>;
  readonly events: Readonly<Record<string, EventTime | "unknown" | "no">>;
  /** Facts that hang together: one of these situations holds, and the lists above are what any of them has. */
  readonly joint?: readonly Situation[];
}

/** Reduces the facts of an incident to the situation that `model` judges; `measures` stand for the geometry where it was asked before. */
export function situate(model: ReadingModel, facts: Facts, measures?: Measures): Situation {
  const whole = situateRow(model, facts, measures);
  const { joint } = facts;
  return joint === undefined
    ? whole
    : { ...whole, joint: joint.map((row) => situateRow(model, row)) };
}

function situateRow(model: ReadingModel, facts: FactRow, measures?: Measures): Situation {
  const { context, frame } = model;
  return {
    time: facts.occurred,
    actors: REDUCED.actors(model, facts.actors),
    acts: REDUCED.acts(model, facts.acts),
    means: REDUCED.means(model, facts.means),
    things: REDUCED.things(model, facts.things),
    ...spotsFor(context, frame.spots, facts, measures),
    flags: REDUCED.flags(model, facts.flags),
    events: eventsOf(model),
  };
}

/** The same change made to a situation and to each of its joint rows. */
export function inEveryRow(
  situation: Situation,
  change: (row: Situation, index: number | null) => Situation,
): Situation {
  const { joint, ...whole } = situation;
  const changed = change(whole, null);
  return joint === undefined ? changed : { ...changed, joint: joint.map(change) };
}

type Reduced = "actors" | "acts" | "means" | "things" | "flags";

/** Each of the facts that is reduced by itself. */
export const REDUCED: {
  readonly [K in Reduced]: (model: ReadingModel, value: Facts[K]) => Situation[K];
} = {
  actors: ({ context }, actors) => actorsOf(context, actors),
  acts: ({ context, frame }, acts) =>
    leafOptions(frame, acts, { what: "act", lists: frame.actLists, words: context.acts }),
  means: ({ context, frame }, means) =>
    leafOptions(frame, means, { what: "means", lists: frame.meansLists, words: context.means }),
  things: (model, things) => things.map((thing) => thingOptions(model, thing)),
  flags: ({ frame }, flags) =>
    Object.fromEntries(frame.flags.map((flag) => [flag, flagOptions(flags[flag])])),
};

/** What the record says of the events that the rules wait for: the same for every incident. */
export function eventsOf({ context, frame }: ReadingModel): Situation["events"] {
  return Object.fromEntries(frame.events.map((event) => [event, recordedTime(context, event)]));
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

function actorsOf({ instrument }: Context, possible: readonly Possibility[]): readonly string[] {
  const actors = new Set<string>();
  for (const { value } of possible) {
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
  const options = frame.memo.options.get(key) ?? reduced(values, lists, words);
  frame.memo.options.set(key, options);
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
    const key = lists.map((list) => words.of(leaf, list).key).join();
    if (!classes.has(key)) classes.set(key, leaf);
  }
  return [...classes.values(), ...(values.includes("none") ? ["none"] : [])];
}

/** One option per class; the same few sets of kinds are reported again and again. */
function thingOptions(model: ReadingModel, thing: Thing): readonly ThingOption[] {
  const { options: known } = model.frame.memo;
  const kinds = thing.kinds.map(({ value }) => value).join();
  const key = `thing ${kinds} ${thing.name ?? ""} ${JSON.stringify(thing.facets)}`;
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
  for (const facets of facetOptions(model, thing)) {
    for (const leaf of leaves) {
      const lists = model.frame.targetLists.flatMap((list) =>
        listsOf(list, facets).map((one) => kinds.of(leaf, one).key),
      );
      const asked = Object.values(facets).filter(isAsked);
      const key = JSON.stringify([lists, model.frame.asksSide ? facets["side"] : null, asked]);
      const option = { leaf, facets, group: groupOf(model.frame, key) };
      const known = classes.get(key);
      if (known === undefined) classes.set(key, [option]);
      else known.push(option);
    }
  }
  return [...classes.values()];
}

/** Where a text world has still to say whose the thing is, every target counts by itself. */
function listsOf(list: readonly Target[], facets: ThingOption["facets"]) {
  if (Object.values(facets).some(isAsked)) return list.map(({ kind }) => [kind]);
  const fitting = fittingKinds(list, facets);
  if (!list.some((target) => "listed-in" in target.facets)) return [fitting];
  return [fitting, fittingKinds(unlisted(list), facets)];
}

/** Targets that no list decides: they are the stronger ground (see ground.ts). */
export function unlisted(targets: readonly Target[]): readonly Target[] {
  const known = UNLISTED.get(targets) ?? targets.filter(({ facets }) => !("listed-in" in facets));
  UNLISTED.set(targets, known);
  return known;
}

const UNLISTED = new WeakMap<readonly Target[], readonly Target[]>();

function groupOf({ memo: { groups } }: Frame, key: string): number {
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

/** Nearness is no matter of kinds. A thing may stand in several lists at once; its other facets have one value. */
function fits({ facets: asked, near }: Target, facets: ThingOption["facets"]): boolean {
  if (near !== undefined) return false;
  return Object.entries(asked).every(([facet, value]) =>
    facet === "listed-in"
      ? facets[facet]?.split(" ").includes(value) === true
      : facets[facet] === value,
  );
}

const NO_FACETS: readonly Readonly<Record<string, string>>[] = [{}];

/** Every combination of the facets that targets ask about; `other` stands for every value no target names. */
function facetOptions(
  { context, frame }: ReadingModel,
  thing: Thing,
): readonly Readonly<Record<string, string>>[] {
  if (frame.facets.size === 0) return NO_FACETS;
  const registered = registeredFacets(context.instrument, thing);
  let options = NO_FACETS;
  for (const [facet, named] of frame.facets) {
    const values = thing.facets[facet] ?? registered[facet] ?? [...named, "other"];
    options = options.flatMap((option) => values.map((value) => ({ ...option, [facet]: value })));
  }
  return options;
}

/** What nobody claims counts as no: else no text with an exception would ever decide anything. */
function flagOptions(known: boolean | "unknown" | undefined): readonly boolean[] {
  return known === "unknown" ? [false, true] : [known ?? false];
}
