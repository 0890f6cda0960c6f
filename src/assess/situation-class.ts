// Incidents that a reading cannot tell apart but by their time, as one class with a number: the key under which what was worked out
// for one of them serves all. A hot file: every incident is looked up here for every reading.
import { finite } from "../model/json.ts";
import type { Facts, Possibility } from "../model/incident.ts";
import type { Interval, Instant } from "../model/instant.ts";
import type { ReadingModel } from "./reading-model.ts";
import { spotsFor } from "./relate-spots.ts";
import { situate } from "./situation.ts";
import type { Situation } from "./situation.ts";
import type { SituationClass } from "./situation-memo.ts";

/** The class of an incident's situation. */
export function situationClass(model: ReadingModel, facts: Facts): SituationClass {
  const { reported, situations } = model.frame.memo;
  const place = placeKey(model, facts);
  const words = reportedWords(facts);
  const where = place === "" ? words : words + place;
  let found = reported.get(where);
  if (found === undefined) {
    const situation = situate(model, facts);
    const key = situationKey(situation);
    found = situations.get(key) ?? { number: situations.size, actors: situation.actors };
    situations.set(key, found);
    reported.set(where, found);
  }
  return found;
}

/** All that is reported of an incident besides when and where; the same for every reading. */
function reportedWords(facts: Facts): string {
  let known = REPORTED.get(facts);
  if (known === undefined) {
    const things = facts.things.map(({ kinds, name, facets }) => [valuesOf(kinds), name, facets]);
    const [actors, acts, means] = [facts.actors, facts.acts, facts.means].map(valuesOf);
    // Rows of joint facts are as good as told apart by all that they say: there are few of them.
    known = JSON.stringify([actors, acts, means, things, facts.flags, facts.joint], finite);
    REPORTED.set(facts, known);
  }
  return known;
}

const REPORTED = new WeakMap<Facts, string>();

function valuesOf(possibilities: readonly Possibility[]): readonly string[] {
  return possibilities.map(({ value }) => value);
}

/** How the incident lies to what the reading asks of place, distance and calibre. */
function placeKey({ context, frame }: ReadingModel, facts: Facts): string {
  const { spots, near, calibres } = frame.spots;
  if (spots.length + near.length + calibres.length === 0) return "";
  const { zones, apart } = spotsFor(context, frame.spots, facts);
  return JSON.stringify([zones, apart]);
}

/** Equal for situations that no rule of the reading tells apart but by their time; of several things only their classes count. */
function situationKey(situation: Situation): string {
  const { actors, acts, means, zones, apart, flags, joint } = situation;
  const things = situation.things.map((options) =>
    options
      .map(({ group }) => group)
      .sort((a, b) => a - b)
      .join(),
  );
  const rows = joint?.map((row) => [situationKey(row), row.time.from, row.time.until]) ?? [];
  return JSON.stringify([actors, acts, means, things.sort(), zones, apart, flags, rows], finite);
}

/** How many cut points have passed at the start, and how many by the end; cuts ascending. */
export function cellRange(
  { from, until }: Interval,
  cuts: readonly Instant[],
): readonly [number, number] {
  const last = Math.max(until, from + 1);
  return [countFirst(cuts, (cut) => cut <= from), countFirst(cuts, (cut) => cut < last)];
}

/** How many of the first cuts have passed; none after one that has not. */
function countFirst(cuts: readonly Instant[], hasPassed: (cut: Instant) => boolean): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hasPassed(cuts[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}
