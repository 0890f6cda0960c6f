// The verdict of every group under one reading (ASSESS, "Sweep"): its facts lead through the reading's chain of states, one table after the
// other, and the last state is what is decided. No meaning of its own. A hot file: tables are plain arrays, groups are passed over once
// for each fact.
import { MAX_FACT_WORLDS } from "../fact-world.ts";
import { decisionOf } from "../judge.ts";
import type { Decision } from "../judge.ts";
import type { Frame, ReadingModel } from "../reading-model.ts";
import { standingOf } from "../standing.ts";
import type { Verdict } from "../verdict.ts";
import { Chain } from "./chain.ts";
import type { PartOptions } from "./chain.ts";
import { facetsOf } from "./facets.ts";
import type { Combinations, Facet, Grouped } from "./facets.ts";
import { intervalOf } from "./times.ts";

/** A reading's verdicts: the distinct ones, and which of them every group has. */
export interface GroupVerdicts {
  readonly verdicts: readonly Verdict[];
  readonly ofGroup: Uint32Array;
  /** Last states that the reading tells apart: so often at the most was a verdict worked out. */
  readonly situations: number;
}

const [ACTORS, TIME] = [0, 2];
const STANDINGS = ["applies", "unclear", "would-apply"] as const;

/** For all incidents but those that may themselves be the first breach to free a party: they see another release (sweep.ts). */
export function judgeGroups(model: ReadingModel, grouped: Grouped): GroupVerdicts {
  const facets = facetsOf(model, grouped);
  const chain = chainOf(model);
  const crowd = crowdOf(chain, facets, grouped.groups.count);
  const states = statesOf(chain, { facets, crowd, deeds: grouped.deeds });
  const standings = standingsOf(model, facets, grouped);
  const last = chain.states(facets.length - 1);
  const decided = (state: number): Decision => {
    if (state < last) return chain.decision(state);
    return decisionOf(model, { actors: facets[ACTORS]?.parts[state - last]?.actors ?? [] }, null);
  };
  return verdictsOf({ states, standings, deeds: grouped.deeds.ofGroup }, decided);
}

/** Chains live as long as a reading: further rows meet few states that were never met. */
function chainOf(model: ReadingModel): Chain {
  const known = CHAINS.get(model.frame) ?? new Chain(model);
  CHAINS.set(model.frame, known);
  return known;
}

const CHAINS = new WeakMap<Frame, Chain>();

/** What each part leaves open, and which groups are over the limit of TERMS 10. */
interface Crowd {
  /** `[step][part]` */
  readonly options: readonly (readonly PartOptions[])[];
  /** 1: over the limit, and no chain is asked; null: no group can be. */
  readonly over: Uint8Array | null;
}

function crowdOf(chain: Chain, facets: readonly Facet[], count: number): Crowd {
  const options = facets.map(({ parts }, step) => parts.map((part) => chain.optionsOf(step, part)));
  const most = options.reduce((product, parts) => product * mostOf(parts), 1);
  if (most <= MAX_FACT_WORLDS) return { options, over: null };
  const over = new Uint8Array(count);
  const sizes = new Float64Array(count).fill(1);
  facets.forEach(({ codes, ofCode }, step) => {
    const ofPart = Float64Array.from(options[step] ?? [], ({ worlds }) => worlds);
    for (let group = 0; group < count; group++)
      sizes[group] = (sizes[group] ?? 0) * (ofPart[ofCode[codes[group] ?? 0] ?? 0] ?? 0);
  });
  for (let group = 0; group < count; group++)
    if ((sizes[group] ?? 0) > MAX_FACT_WORLDS) over[group] = 1;
  return { options, over };
}

function mostOf(parts: readonly PartOptions[]): number {
  return parts.reduce((most, { worlds }) => Math.max(most, worlds), 1);
}

interface Chained {
  readonly facets: readonly Facet[];
  readonly crowd: Crowd;
  readonly deeds: Combinations;
}

/** Steps that `deeds` combines. */
const EARLY = 3;

/** The last state of every group; of one over the limit, the number of its actors beyond all states. */
function statesOf(chain: Chain, { facets, crowd: { options, over }, deeds }: Chained): Uint32Array {
  const early = new Uint32Array(deeds.first.length);
  const lead = (states: Uint32Array, step: number, facet: Facet, left: Uint8Array | null) => {
    const ofPart = options[step] ?? [];
    const next = (state: number, part: number) =>
      chain.next(step, state, ofPart[part]?.number ?? 0);
    advance({ states, over: left, facet, before: chain.states(step - 1) }, next);
  };
  facets.slice(0, EARLY).forEach((facet, step) => {
    const codes = Uint32Array.from(deeds.first, (group) => facet.codes[group] ?? 0);
    lead(early, step, { ...facet, codes }, null);
  });
  const states = gathered(early, deeds.ofGroup);
  facets.slice(EARLY).forEach((facet, i) => lead(states, EARLY + i, facet, over));
  const [who, last] = [facets[ACTORS], chain.states(facets.length - 1)];
  over?.forEach((isOver, group) => {
    if (isOver === 1) states[group] = last + (who?.ofCode[who.codes[group] ?? 0] ?? 0);
  });
  return states;
}

function gathered(values: Uint32Array, at: Uint32Array): Uint32Array {
  const all = new Uint32Array(at.length);
  for (let i = 0; i < at.length; i++) all[i] = values[at[i] ?? 0] ?? 0;
  return all;
}

interface Advancing {
  readonly states: Uint32Array;
  readonly over: Uint8Array | null;
  readonly facet: Facet;
  /** Number of states before. */
  readonly before: number;
}

/** Tables are kept below so many entries; beyond that they hold only what occurs. */
const LARGEST_TABLE = 1 << 24;

/** Leads every group from its state to the next. */
function advance(
  { states, over, facet: { codes, ofCode, parts }, before }: Advancing,
  next: (state: number, part: number) => number,
): void {
  const width = Math.max(1, parts.length);
  if (before * width > LARGEST_TABLE) {
    const known = new Map<number, number>();
    for (let group = 0; group < states.length; group++) {
      if (over !== null && over[group] === 1) continue;
      const [state, part] = [states[group] ?? 0, ofCode[codes[group] ?? 0] ?? 0];
      const to = known.get(state * width + part) ?? next(state, part);
      known.set(state * width + part, to);
      states[group] = to;
    }
    return;
  }
  const table = new Int32Array(before * width).fill(-1);
  for (let group = 0; group < states.length; group++) {
    if (over !== null && over[group] === 1) continue;
    const state = states[group] ?? 0;
    const part = ofCode[codes[group] ?? 0] ?? 0;
    let to = table[state * width + part] ?? 0;
    if (to < 0) table[state * width + part] = to = next(state, part);
    states[group] = to;
  }
}

interface Ended {
  readonly states: Uint32Array;
  readonly standings: Uint8Array;
  /** Which of the standings a group has. */
  readonly deeds: Uint32Array;
}

/** Equal verdicts are one, numbered in order of the groups. */
function verdictsOf(
  { states, standings, deeds }: Ended,
  decided: (state: number) => Decision,
): GroupVerdicts {
  const verdicts: Verdict[] = [];
  const known = new Map<string, number>();
  const ofDecision = new Map<Decision, number[]>();
  const numberOf = (state: number, standing: number): number => {
    const decision = decided(state);
    const own = ofDecision.get(decision) ?? [];
    ofDecision.set(decision, own);
    return (own[standing] ??= numberOfNew({
      ...decision,
      standing: STANDINGS[standing] ?? "unclear",
    }));
  };
  const numberOfNew = (verdict: Verdict): number => {
    const key = JSON.stringify(verdict);
    const number = known.get(key) ?? verdicts.push(verdict) - 1;
    known.set(key, number);
    return number;
  };
  const width = STANDINGS.length;
  const most = states.reduce((last, state) => Math.max(last, state), 0);
  const numbers = new Int32Array((most + 1) * width).fill(-1);
  const ofGroup = new Uint32Array(states.length);
  for (let group = 0; group < states.length; group++) {
    const [state, standing] = [states[group] ?? 0, standings[deeds[group] ?? 0] ?? 0];
    let number = numbers[state * width + standing] ?? 0;
    if (number < 0) numbers[state * width + standing] = number = numberOf(state, standing);
    ofGroup[group] = number;
  }
  return { verdicts, ofGroup, situations: most + 1 };
}

/** Number of the standing of each of the `deeds`: it hangs on the actors and the whole time, whatever the rules ask. */
function standingsOf(
  model: ReadingModel,
  facets: readonly Facet[],
  { deeds, cuts }: Grouped,
): Uint8Array {
  const [who, time] = [facets[ACTORS], facets[TIME]];
  return Uint8Array.from(deeds.first, (group) => {
    const actors = who?.parts[who.ofCode[who.codes[group] ?? 0] ?? 0]?.actors ?? [];
    const all = { actors, time: intervalOf(cuts, time?.codes[group] ?? 0) };
    return STANDINGS.indexOf(standingOf(model, all));
  });
}
