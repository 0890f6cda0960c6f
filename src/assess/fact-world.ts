// Situation -> fact worlds (TERMS 2.2): every combination of what is possible, one value in each dimension.
import type { EventTime } from "../model/event.ts";
import type { Instant, Interval } from "../model/instant.ts";
import { goTogether } from "./apart.ts";
import { agesBetween } from "./event-ages.ts";
import type { Age, EventAges } from "./event-ages.ts";
import type { Situation, ThingOption } from "./situation.ts";

export interface FactWorld {
  /** A stretch of time without any cut point inside; `at` stands for every instant of it. */
  readonly cell: Interval;
  readonly at: Instant;
  readonly actor: string;
  readonly act: string;
  readonly means: string;
  readonly things: readonly ThingOption[];
  readonly zones: Readonly<Record<string, boolean>>;
  readonly flags: Readonly<Record<string, boolean>>;
  /** When each event came: Infinity = not yet, -Infinity = long ago. */
  readonly events: Readonly<Record<string, Instant>>;
  /** Where the record leaves open whether the other side had broken the text before: whether it had. */
  readonly breached: boolean;
  /** Of facts that hang together: the number of the row, from 0. */
  readonly row?: number;
}

/** Bounded by TERMS 10 (T804). */
export const MAX_FACT_WORLDS = 100_000;

interface Cutting {
  readonly cuts: readonly Instant[];
  /** Whether an earlier breach is uncertain somewhere in that cell, for that actor. */
  readonly breachOpen: (cell: Interval, actor: string) => boolean;
  readonly ages: EventAges;
}

/** All fact worlds, joint row after joint row, or null when there would be more than MAX_FACT_WORLDS. */
export function factWorlds(situation: Situation, cutting: Cutting): readonly FactWorld[] | null {
  if (situation.joint === undefined) return independent(situation, cutting);
  const rows = situation.joint.map((one) => independent(one, cutting));
  const worlds = rows.flatMap((some, row) => (some ?? []).map((world) => ({ ...world, row })));
  return rows.includes(null) || worlds.length > MAX_FACT_WORLDS ? null : worlds;
}

function independent(situation: Situation, cutting: Cutting): readonly FactWorld[] | null {
  const cells = cellsOf(situation.time, cutting.cuts);
  // Not even written out: ten things of ten kinds each would not fit any memory.
  if (waysToBe(situation.things) > MAX_FACT_WORLDS) return null;
  const things = product(situation.things);
  const zones = possibleZones(situation);
  const flags = recordProduct(situation.flags);
  const timeless = situation.actors.length * situation.acts.length * situation.means.length;
  const size = cells.length * timeless * things.length * zones.length * flags.length;
  if (size > MAX_FACT_WORLDS) return null;
  const worlds: FactWorld[] = [];
  for (const cell of cells) {
    const at = instantOf(cell);
    const events = recordProduct(eventOptions(situation, at, cutting.ages));
    if (size * events.length > MAX_FACT_WORLDS) return null;
    for (const actor of situation.actors) {
      const breaches = cutting.breachOpen(cell, actor) ? [false, true] : [false];
      for (const act of situation.acts)
        for (const means of situation.means)
          for (const thing of things)
            for (const zone of zones)
              for (const flag of flags)
                for (const event of events)
                  for (const breached of breaches)
                    worlds.push({
                      cell,
                      at,
                      actor,
                      act,
                      means,
                      things: thing,
                      zones: zone,
                      flags: flag,
                      events: event,
                      breached,
                    });
    }
  }
  return worlds;
}

/** Number of combinations of what several things may be. */
export function waysToBe(things: Situation["things"]): number {
  return things.reduce((ways, options) => ways * options.length, 1);
}

/** The instant that stands for a cell; any will do for one that never begins and never ends. */
export function instantOf({ from, until }: Interval): Instant {
  if (Number.isFinite(from)) return from;
  return Number.isFinite(until) ? until - 1 : 0;
}

/** Splits an interval at the cut points; an empty interval counts as its first instant. */
export function cellsOf({ from, until }: Interval, cuts: readonly Instant[]): readonly Interval[] {
  const inside = cuts.filter((cut) => cut > from && cut < until);
  const bounds = [from, ...inside, Math.max(until, from + 1)];
  return bounds.slice(1).map((bound, i) => ({ from: bounds[i] ?? from, until: bound }));
}

/** Times of each event that a rule could tell apart at instant `at`. */
export function eventOptions(
  { events }: Pick<Situation, "events">,
  at: Instant,
  ages: EventAges,
): Readonly<Record<string, readonly Instant[]>> {
  const options: Record<string, readonly Instant[]> = {};
  for (const [id, time] of Object.entries(events)) {
    options[id] = timesOf(time, at, ages.get(id) ?? AGELESS);
  }
  return options;
}

const AGELESS: ReadonlyMap<string, Age> = new Map();

/** Most times that `eventOptions` gives in one combination of events, whatever the instant. */
export function mostEventTimes(events: readonly string[], ages: EventAges): number {
  return events.reduce((most, id) => most * (3 + Math.max(0, (ages.get(id)?.size ?? 0) - 1)), 1);
}

/** From not yet to long ago; what nothing tells apart from just now is left out. */
function timesOf(
  time: EventTime | "unknown" | "no",
  at: Instant,
  ages: ReadonlyMap<string, Age>,
): readonly Instant[] {
  if (time === "no") return [Infinity];
  if (time === "unknown") return [Infinity, ...come(ages, { at, from: -Infinity, latest: at })];
  if (time.kind === "at") return [time.at];
  if (time.kind === "not-by") {
    if (at < time.at) return [Infinity];
    return [Infinity, ...come(ages, { at, from: time.at, latest: at })];
  }
  const { from } = time;
  const latest = time.until - 1;
  if (ages.size > 0) return [...new Set([from, ...come(ages, { at, from, latest }), latest])];
  return latest <= at || from > at ? [from] : [from, latest];
}

/** Times at which it has come, within bounds: just now, at each age, long ago. */
function come(
  ages: ReadonlyMap<string, Age>,
  { at, from, latest }: { readonly at: Instant; readonly from: Instant; readonly latest: Instant },
): readonly Instant[] {
  const now = Math.min(Math.max(at, from), latest);
  if (ages.size === 0) return [now];
  const between = agesBetween(ages, at).filter((one) => one > from && one < latest);
  return [...new Set([now, ...between, from])];
}

/** Combinations of answers about place, without those that exclude each other. */
export function possibleZones({
  zones,
  apart,
}: Pick<Situation, "zones" | "apart">): readonly Readonly<Record<string, boolean>>[] {
  const combined = recordProduct(zones);
  if (apart.length === 0) return combined;
  return combined.filter((zone) => goTogether(apart, zone));
}

/** Every way to pick one entry of each list. */
export function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (picked, list) => picked.flatMap((start) => list.map((entry) => [...start, entry])),
    [[]],
  );
}

export function recordProduct<T>(
  lists: Readonly<Record<string, readonly T[]>>,
): readonly Readonly<Record<string, T>>[] {
  const keys = Object.keys(lists);
  return product(Object.values(lists)).map((values) =>
    Object.fromEntries(values.map((value, i) => [keys[i] ?? "", value])),
  );
}
