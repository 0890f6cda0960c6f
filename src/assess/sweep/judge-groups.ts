// Each situation that a reading tells apart judged once (ASSESS, "Sweep"). It has no meaning of its own: `situate` says what each fact
// comes to, `sweepSituation` what is decided of a situation, and groups only look it up.

import type { Decision } from "../judge.ts";
import type { Frame, ReadingModel } from "../reading-model.ts";
import type { Situation } from "../situation.ts";
import { standingOf } from "../standing.ts";
import { sweepSituation } from "../sweep.ts";
import type { Verdict } from "../verdict.ts";
import { facetsOf } from "./facets.ts";
import type { Facet, Grouped } from "./facets.ts";
import { DIGITS } from "./group-rows.ts";
import { KeyTable } from "./key-table.ts";
import { intervalOf } from "./times.ts";

/** A reading's verdicts: the distinct ones, and which of them every group has. */
export interface GroupVerdicts {
  readonly verdicts: readonly Verdict[];
  readonly ofGroup: Uint32Array;
  /** Situations that the reading tells apart: so often was a verdict worked out. */
  readonly situations: number;
}

const TIME = DIGITS.indexOf("time");
const STANDINGS = ["applies", "unclear", "would-apply"] as const;

/** The verdict of every group under a reading without release on breach, which hangs on more than a situation. */
export function judgeGroups(model: ReadingModel, grouped: Grouped): GroupVerdicts {
  const facets = facetsOf(model, grouped);
  const { first, ofGroup: situations } = combined(facets, grouped.groups.count);
  const known = knownOf(model);
  const decisions = first.map((group) => {
    const key = facets.map(({ keys, ofGroup }) => keys[ofGroup[group] ?? 0]).join("|");
    const decision = known.get(key) ?? sweepSituation(model, situationAt(facets, group));
    known.set(key, decision);
    return decision;
  });
  const standings = standingsOf(model, facets, grouped);
  const numbers = new Int32Array(first.length * STANDINGS.length).fill(-1);
  const verdicts: Verdict[] = [];
  const ofGroup = new Uint32Array(situations.length);
  for (let group = 0; group < situations.length; group++) {
    const situation = situations[group] ?? 0;
    const standing = standings[group] ?? 0;
    const at = situation * STANDINGS.length + standing;
    const decision = decisions[situation];
    if ((numbers[at] ?? 0) < 0 && decision !== undefined)
      numbers[at] = verdicts.push({ ...decision, standing: STANDINGS[standing] ?? "unclear" }) - 1;
    ofGroup[group] = numbers[at] ?? 0;
  }
  return { verdicts, ofGroup, situations: first.length };
}

/** Decisions by situation, for as long as a reading lives: further rows meet few situations that were never met. */
function knownOf({ frame }: ReadingModel): Map<string, Decision> {
  const known = KNOWN.get(frame) ?? new Map<string, Decision>();
  KNOWN.set(frame, known);
  return known;
}

const KNOWN = new WeakMap<Frame, Map<string, Decision>>();

/** The situation of a group. */
export function situationAt(facets: readonly Facet[], group: number): Situation {
  const parts = facets.map(({ parts, ofGroup }) => parts[ofGroup[group] ?? 0]);
  return Object.assign({ ...NOTHING }, ...parts) as Situation;
}

/** Every part of it is given by some facet. */
const NOTHING: Situation = {
  time: { from: 0, until: 1 },
  actors: [],
  acts: [],
  means: [],
  things: [],
  zones: {},
  apart: [],
  flags: {},
  events: {},
};

const LARGEST = 2 ** 52;

/** Numbers for the distinct combinations of all facets, and the first group of each. */
function combined(facets: readonly Facet[], count: number) {
  let keys = new Float64Array(count);
  let size = 1;
  for (const { parts, ofGroup } of facets) {
    if (size * parts.length > LARGEST) {
      const { first, ofGroup: numbers } = numbered(keys, size);
      keys = Float64Array.from(numbers);
      size = first.length;
    }
    for (let group = 0; group < count; group++)
      keys[group] = (keys[group] ?? 0) * parts.length + (ofGroup[group] ?? 0);
    size *= Math.max(1, parts.length);
  }
  return numbered(keys, size);
}

/** Up to so many possible keys a plain table is looked up, which is quicker. */
const PLAIN_TABLE = 1 << 22;

function numbered(keys: Float64Array, size: number) {
  const first: number[] = [];
  const ofGroup = new Uint32Array(keys.length);
  const plain = size <= PLAIN_TABLE ? new Int32Array(size).fill(-1) : null;
  const table = new KeyTable(1);
  for (let group = 0; group < keys.length; group++) {
    const key = keys[group] ?? 0;
    let number = plain === null ? table.numberOfWords(keys, group) : (plain[key] ?? -1);
    if (number < 0) number = first.length;
    if (number === first.length) first.push(group);
    if (plain !== null) plain[key] = number;
    ofGroup[group] = number;
  }
  return { first, ofGroup };
}

/** Number of each group's standing: it hangs on the actors and the whole time, whatever the rules ask. */
function standingsOf(
  model: ReadingModel,
  facets: readonly Facet[],
  { groups, cuts }: Grouped,
): Uint8Array {
  const [actors] = facets;
  const times = groups.digits[TIME];
  const known = new Map<number, number>();
  const standings = new Uint8Array(groups.count);
  if (actors === undefined || times === undefined) return standings;
  for (let group = 0; group < groups.count; group++) {
    const [who, time] = [actors.ofGroup[group] ?? 0, times[group] ?? 0];
    const key = time * actors.parts.length + who;
    let standing = known.get(key);
    if (standing === undefined) {
      const all = { actors: actors.parts[who]?.actors ?? [], time: intervalOf(cuts, time) };
      standing = STANDINGS.indexOf(standingOf(model, all));
      known.set(key, standing);
    }
    standings[group] = standing;
  }
  return standings;
}
