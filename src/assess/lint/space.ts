// All decided situations that some texts tell apart (TERMS 2.2, 6): one value in each dimension, things that no rule distinguishes
// being one. A situation here is of one thing; what hits several at once is judged, but not enumerated.
import { goTogether } from "../apart.ts";
import type { Instant, Interval } from "../../model/instant.ts";
import { compareText } from "../../model/problem.ts";
import { randomOf } from "../../model/random.ts";
import type { Age } from "../event-ages.ts";
import { cellsOf, instantOf } from "../fact-world.ts";
import type { FactWorld } from "../fact-world.ts";
import type { ListMembership, Membership } from "../membership.ts";
import type { ReadingModel } from "../reading-model.ts";
import { anySituation, fittingKinds } from "../situation.ts";
import type { ThingOption } from "../situation.ts";
import { isPossible } from "./possible-places.ts";
import { drawnFrom, drawnWays, quotasOf } from "./sample.ts";
import type { Sample } from "./sample.ts";

/** TERMS 10 (T803). */
export const MAX_SITUATIONS = 5_000_000;

/** Values that the texts treat alike; the first stands for all of them. */
export type Alike<T> = readonly [T, ...T[]];

export interface When {
  readonly cell: Interval;
  /** Stands for every instant of the cell. */
  readonly at: Instant;
  /** When each event came: Infinity = not yet, -Infinity = long ago. */
  readonly events: Readonly<Record<string, Instant>>;
}

/** Dimensions from the slowest to the fastest: a situation is a number, its digits are places in these lists. */
export interface Space {
  readonly things: readonly Alike<ThingOption>[];
  readonly actors: readonly string[];
  readonly acts: readonly Alike<string>[];
  readonly means: readonly Alike<string>[];
  /** `target:<zone>`, `origin:<zone>` -> inside or not; places that the drawn zones cannot have are left out. */
  readonly places: readonly Readonly<Record<string, boolean>>[];
  readonly flags: readonly Readonly<Record<string, boolean>>[];
  readonly times: readonly When[];
  /** Their number. */
  readonly size: number;
  /** Set when these are a sample: how many there would be at most. */
  readonly sampledOf?: number;
}

/** How many situations the texts tell apart, the whole number behind a sample too. */
export function situationCount({ size, sampledOf }: Space): number {
  return sampledOf ?? size;
}

export const DIMENSIONS = [
  "things",
  "actors",
  "acts",
  "means",
  "places",
  "flags",
  "times",
] as const satisfies readonly (keyof Space)[];

export type Dimension = (typeof DIMENSIONS)[number];

/** More situations than the limit: nothing was enumerated. */
export interface TooMany {
  readonly tooMany: number;
  /** The two dimensions with most values, largest first. */
  readonly largest: readonly { readonly dimension: Dimension; readonly size: number }[];
}

/**
 * The situations that all of these texts together tell apart. The models may be of different texts. Over the limit a sample of
 * them where one is asked for.
 */
export function spaceOf(models: readonly ReadingModel[], sample?: Sample): Space | TooMany {
  const zones = asked(models, ({ frame }) => frame.zones);
  const flags = asked(models, ({ frame }) => frame.flags);
  const events = asked(models, ({ frame }) => frame.events);
  const ages = agesOf(models);
  const cells = cellsOf(ALWAYS, cutsOf(models));
  const parts = {
    things: thingsOf(models),
    actors: [...asked(models, ({ context }) => context.instrument.parties), "other"],
    acts: wordsOf(
      models,
      ({ context }) => context.acts,
      ({ frame }) => frame.actLists,
    ),
    means: wordsOf(
      models,
      ({ context }) => context.means,
      ({ frame }) => frame.meansLists,
    ),
  };
  const sizes: Readonly<Record<Dimension, number>> = {
    things: parts.things.length,
    actors: parts.actors.length,
    acts: parts.acts.length,
    means: parts.means.length,
    places: 2 ** zones.length,
    flags: 2 ** flags.length,
    times: cells.length * (ages.length === 0 ? 2 : ages.length + 3) ** events.length,
  };
  const bound = Object.values(sizes).reduce((product, size) => product * size, 1);
  const apart = models.flatMap((model) => anySituation(model, 1).apart);
  const canBe = (place: Readonly<Record<string, boolean>>): boolean =>
    isPossible(models, place) && goTogether(apart, place);
  if (bound > MAX_SITUATIONS) {
    if (sample === undefined) return { tooMany: bound, largest: largestOf(sizes) };
    const some = sampled(sample, { sizes, parts, zones, flags, canBe });
    const times = (count: number, random: () => number): readonly When[] =>
      drawnWhens({ cells, events, ages }, { count, random });
    return withTimes(some, times, bound);
  }
  const places = combinations(zones, [false, true]).filter(canBe);
  const flagged = combinations(flags, [false, true]);
  const times = cells.flatMap((cell) => whensOf(cell, events, ages));
  const whole = bound / sizes.places / sizes.times;
  const size = whole * places.length * times.length;
  return { ...parts, places, flags: flagged, times, size };
}

type Parts = Pick<Space, "things" | "actors" | "acts" | "means">;

interface Sampled extends Omit<Space, "times" | "size"> {
  readonly quota: number;
  readonly random: () => number;
}

/** Every dimension but the times thinned to its quota. */
function sampled(
  { count, seed }: Sample,
  {
    sizes,
    parts,
    zones,
    flags,
    canBe,
  }: {
    readonly sizes: Readonly<Record<Dimension, number>>;
    readonly parts: Parts;
    readonly zones: readonly string[];
    readonly flags: readonly string[];
    readonly canBe: (place: Readonly<Record<string, boolean>>) => boolean;
  },
): Sampled {
  const random = randomOf(seed);
  const quotas = quotasOf(sizes, Math.min(count, MAX_SITUATIONS));
  const ways = (names: readonly string[], most: number) =>
    drawnWays(names, [false, true], { count: most, random });
  return {
    things: drawnFrom(parts.things, quotas.things, random),
    actors: drawnFrom(parts.actors, quotas.actors, random),
    acts: drawnFrom(parts.acts, quotas.acts, random),
    means: drawnFrom(parts.means, quotas.means, random),
    places: ways(zones, quotas.places).filter(canBe),
    flags: ways(flags, quotas.flags),
    quota: quotas.times,
    random,
  };
}

function withTimes(
  { quota, random, ...rest }: Sampled,
  draw: (count: number, random: () => number) => readonly When[],
  sampledOf: number,
): Space {
  const space = { ...rest, times: draw(quota, random) };
  const size = DIMENSIONS.reduce((product, dimension) => product * space[dimension].length, 1);
  return { ...space, size, sampledOf };
}

/** Cells thinned first, then within each of them what has come and what has not. */
function drawnWhens(
  {
    cells,
    events,
    ages,
  }: {
    readonly cells: readonly Interval[];
    readonly events: readonly string[];
    readonly ages: readonly Age[];
  },
  { count, random }: { readonly count: number; readonly random: () => number },
): readonly When[] {
  const some = drawnFrom(cells, count, random);
  const each = Math.max(1, Math.floor(count / Math.max(1, some.length)));
  return some.flatMap((cell) => {
    const at = instantOf(cell);
    const came = drawnWays(events, eventTimes(at, ages), { count: each, random });
    return came.map((one) => ({ cell, at, events: one }));
  });
}

const ALWAYS: Interval = { from: -Infinity, until: Infinity };

/** The situation of a number: every dimension at one value. */
export function situationAt(space: Space, index: number): FactWorld {
  const digits = digitsOf(space, index);
  const [thing, actor] = [space.things[digits.things]?.[0], space.actors[digits.actors]];
  const [act, means] = [space.acts[digits.acts]?.[0], space.means[digits.means]?.[0]];
  const when = space.times[digits.times];
  if (thing === undefined || actor === undefined || when === undefined)
    throw new RangeError(`no situation ${index} among ${space.size}`);
  return {
    ...when,
    actor,
    act: act ?? "none",
    means: means ?? "none",
    things: [thing],
    zones: space.places[digits.places] ?? {},
    flags: space.flags[digits.flags] ?? {},
    breached: false,
  };
}

/** Which value of each dimension a situation has. */
export function digitsOf(space: Space, index: number): Readonly<Record<Dimension, number>> {
  const digits = { things: 0, actors: 0, acts: 0, means: 0, places: 0, flags: 0, times: 0 };
  let rest = index;
  for (const dimension of DIMENSIONS.toReversed()) {
    const radix = space[dimension].length;
    digits[dimension] = rest % radix;
    rest = Math.floor(rest / radix);
  }
  return digits;
}

/** The number of a situation: the way back from its digits. */
export function numberOf(space: Space, digits: Readonly<Record<Dimension, number>>): number {
  return DIMENSIONS.reduce(
    (number, dimension) => number * space[dimension].length + digits[dimension],
    0,
  );
}

function largestOf(sizes: Readonly<Record<Dimension, number>>): TooMany["largest"] {
  return DIMENSIONS.map((dimension) => ({ dimension, size: sizes[dimension] }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 2);
}

function asked(
  models: readonly ReadingModel[],
  of: (model: ReadingModel) => readonly string[],
): readonly string[] {
  return [...new Set(models.flatMap(of))].sort(compareText);
}

function cutsOf(models: readonly ReadingModel[]): readonly Instant[] {
  return [...new Set(models.flatMap(({ frame }) => frame.cuts))].sort((a, b) => a - b);
}

/** Of any event: each is asked at the ages of all. */
function agesOf(models: readonly ReadingModel[]): readonly Age[] {
  const ages = models.flatMap(({ frame }) => [...frame.ages.values()]);
  return [...new Map(ages.flatMap((some) => [...some])).values()];
}

/** Times of events that a rule could tell apart within one cell, latest first. */
function whensOf(cell: Interval, events: readonly string[], ages: readonly Age[]): readonly When[] {
  const at = instantOf(cell);
  const options = eventTimes(at, ages);
  return combinations(events, options).map((came) => ({ cell, at, events: came }));
}

function eventTimes(at: Instant, ages: readonly Age[]): readonly Instant[] {
  const earlier = ages.map((age) => age(at)).sort((a, b) => b - a);
  return [...new Set([Infinity, at, ...earlier, ...(ages.length > 0 ? [-Infinity] : [])])];
}

/** Grouped by how every list of every text lies to them. */
function thingsOf(models: readonly ReadingModel[]): readonly Alike<ThingOption>[] {
  const leaves = leavesOf(models.map(({ context }) => context.kinds));
  const asksSide = models.some(({ frame }) => frame.asksSide);
  const options = facetsOf(models).flatMap((facets) =>
    leaves.map((leaf): ThingOption => ({ leaf, facets, group: 0 })),
  );
  const lists = distinctLists(models, ({ frame }) => frame.targetLists);
  const grouped = alike(options, ({ leaf, facets }) => {
    const paths = lists.map(({ model, list }) =>
      pathsKey(model.context.kinds.of(leaf, fittingKinds(list, facets))),
    );
    return `${paths.join(" ")} ${asksSide ? (facets["side"] ?? "") : ""}`;
  });
  return grouped.map(([first, ...more], group) => [
    { ...first, group },
    ...more.map((one) => ({ ...one, group })),
  ]);
}

function facetsOf(models: readonly ReadingModel[]): readonly Readonly<Record<string, string>>[] {
  const named = new Map<string, readonly string[]>();
  for (const { frame } of models) {
    for (const [facet, values] of frame.facets)
      named.set(facet, [...(named.get(facet) ?? []), ...values]);
  }
  let options: readonly Readonly<Record<string, string>>[] = [{}];
  for (const [facet, values] of named) {
    const distinct = [...new Set([...values, "other"])];
    options = options.flatMap((option) => distinct.map((value) => ({ ...option, [facet]: value })));
  }
  return options;
}

function wordsOf(
  models: readonly ReadingModel[],
  spaceIn: (model: ReadingModel) => Membership,
  lists: (model: ReadingModel) => readonly (readonly string[])[],
): readonly Alike<string>[] {
  const asked = distinctLists(models, lists);
  return alike(leavesOf(models.map(spaceIn)), (leaf) =>
    asked.map(({ model, list }) => pathsKey(spaceIn(model).of(leaf, list))).join(" "),
  );
}

/** Readings of one text ask mostly the same lists. */
function distinctLists<T>(
  models: readonly ReadingModel[],
  of: (model: ReadingModel) => readonly (readonly T[])[],
): readonly { readonly model: ReadingModel; readonly list: readonly T[] }[] {
  const found = new Map<string, { model: ReadingModel; list: readonly T[] }>();
  const texts = [...new Set(models.map(({ context }) => context))];
  for (const model of models) {
    for (const list of of(model))
      found.set(`${texts.indexOf(model.context)} ${JSON.stringify(list)}`, { model, list });
  }
  return [...found.values()];
}

/** Equal for leaves that lie alike to a list: in, out, or in if the same edges are. */
function pathsKey({ paths }: ListMembership): string {
  return paths.map((path) => `[${path.join()}]`).join("");
}

/** Leaves of all vocabularies; what is a leaf in one and has kinds below it in another stands there for its "other". */
function leavesOf(vocabularies: readonly Membership[]): readonly string[] {
  return [...new Set(vocabularies.flatMap(({ vocabulary }) => vocabulary.leaves))].sort(
    compareText,
  );
}

function alike<T>(values: readonly T[], keyOf: (value: T) => string): readonly Alike<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

/** Every way to give each name one of the values. */
function combinations<T>(
  names: readonly string[],
  values: readonly T[],
): readonly Readonly<Record<string, T>>[] {
  return names.reduce<readonly Readonly<Record<string, T>>[]>(
    (found, name) => found.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}
