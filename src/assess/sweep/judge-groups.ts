// The verdict of every group under one reading (ASSESS, "Sweep"): who did what when leads to a state of the reading's chain, the place to
// another, and with what was hit and how that state comes to what is decided. Each is worked out once for all groups that share it. No
// meaning of its own. A hot file: groups are passed over once.
import { MAX_FACT_WORLDS } from "../fact-world.ts";
import { decisionOf } from "../judge.ts";
import type { Decision } from "../judge.ts";
import type { ReadingModel } from "../reading-model.ts";
import { standingOf } from "../standing.ts";
import type { Verdict } from "../verdict.ts";
import type { Chain, PartOptions, Rest } from "./chain.ts";
import { chainOf } from "./chain-store.ts";
import { facetsOf } from "./facets.ts";
import type { Combinations, Facet, Grouped } from "./facets.ts";
import { PairTable } from "./pair-table.ts";
import { intervalOf } from "./times.ts";

/** A reading's verdicts: the distinct ones, and which of them every group has. */
export interface GroupVerdicts {
  readonly verdicts: readonly Verdict[];
  readonly ofGroup: Uint32Array;
  /** By verdict: the incidents of its groups, whole-night totals apart, and those. */
  readonly incidents: Float64Array;
  readonly aggregates: Float64Array;
  /** How often a verdict was worked out: once for all groups that the reading does not tell apart. */
  readonly situations: number;
}

const [ACTORS, TIME, PLACE] = [0, 2, 3];
const STANDINGS = ["applies", "unclear", "would-apply"] as const;

/** For all incidents but those that may themselves be the first breach to free a party: they see another release (sweep.ts). */
export function judgeGroups(model: ReadingModel, grouped: Grouped): GroupVerdicts {
  const facets = facetsOf(model, grouped);
  const chain = chainOf(model);
  const { options, over } = crowdOf(chain, facets, grouped.groups.count);
  const asking = { model, grouped, chain, facets, options };
  const leads = leadsOf(asking);
  const verdicts = new DistinctVerdicts();
  const numbers = new PairTable(STANDINGS.length, (value, standing) =>
    verdicts.number(chain.decision(value), standing),
  );
  const numberOver = crowdedNumber(asking, leads, verdicts);
  const before = chain.values.count;
  const ofGroup = passedOver(grouped, leads, { values: chain.values, numbers, over, numberOver });
  return {
    verdicts: verdicts.all,
    ofGroup,
    ...counted(grouped, ofGroup, verdicts.all.length),
    situations: chain.values.count - before,
  };
}

/** Of a group over the limit: undetermined, and any of its actors may have violated. */
function crowdedNumber(
  { model, grouped: { deeds }, facets }: Asking,
  { standings }: Leads,
  verdicts: DistinctVerdicts,
): (group: number) => number {
  const who = facets[ACTORS];
  const numbers = new PairTable(STANDINGS.length, (part, standing) => {
    const actors = who?.parts[part]?.actors ?? [];
    return verdicts.number(decisionOf(model, { actors }, null), standing);
  });
  return (group) => numbers.at(partAt(who, group), standings[deeds.ofGroup[group] ?? 0] ?? 0);
}

/** The part of a group. */
function partAt(facet: Facet | undefined, group: number): number {
  return facet?.ofCode[facet.codes[group] ?? 0] ?? 0;
}

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

interface Asking {
  readonly model: ReadingModel;
  readonly grouped: Grouped;
  readonly chain: Chain;
  readonly facets: readonly Facet[];
  readonly options: Crowd["options"];
}

/** What the combinations of a group lead to. */
interface Leads {
  /** By scene: the state after the place; -1: not asked for yet. Those over the limit are never asked for. */
  readonly states: Int32Array;
  readonly stateOf: (scene: number) => number;
  /** By deed. */
  readonly standings: Uint8Array;
  /** By hit: number of its rest. */
  readonly rests: Uint32Array;
}

function leadsOf(asking: Asking): Leads {
  const { model, grouped, chain, facets, options } = asking;
  const { scenes, deeds } = grouped;
  const place = facets[PLACE];
  const afterPlace = new PairTable(place?.parts.length ?? 0, (state, part) =>
    chain.next(PLACE, state, options[PLACE]?.[part]?.number ?? 0),
  );
  const early = earlyStates(asking);
  const standings = standingsOf(model, facets, grouped);
  const deedOf = (scene: number) => deeds.ofGroup[scenes.first[scene] ?? 0] ?? 0;
  return {
    states: keptStates(chain, grouped),
    stateOf: (scene) =>
      afterPlace.at(early[deedOf(scene)] ?? 0, partAt(place, scenes.first[scene] ?? 0)),
    standings,
    rests: restsOf(asking),
  };
}

/** They hang on nothing that readings of one chain differ in. */
function keptStates(chain: Chain, { scenes }: Grouped): Int32Array {
  const ofChain = STATES.get(scenes) ?? new WeakMap<Chain, Int32Array>();
  STATES.set(scenes, ofChain);
  const known = ofChain.get(chain) ?? new Int32Array(scenes.first.length).fill(-1);
  ofChain.set(chain, known);
  return known;
}

const STATES = new WeakMap<Combinations, WeakMap<Chain, Int32Array>>();

function earlyStates({ grouped, chain, facets, options }: Asking): Uint32Array {
  const states = new Uint32Array(grouped.deeds.first.length);
  for (let step = 0; step < PLACE; step++) {
    const facet = facets[step];
    const table = new PairTable(facet?.parts.length ?? 0, (state, part) =>
      chain.next(step, state, options[step]?.[part]?.number ?? 0),
    );
    grouped.deeds.first.forEach((group, deed) => {
      states[deed] = table.at(states[deed] ?? 0, partAt(facet, group));
    });
  }
  return states;
}

/** By combination of what was hit and how: the number of what all steps after the place leave open. */
function restsOf({ grouped, chain, facets, options }: Asking): Uint32Array {
  return Uint32Array.from(grouped.hits.first, (group) => {
    let rest: Rest | null = null;
    for (let step = facets.length - 1; step > PLACE; step--)
      rest = chain.rest(step, options[step]?.[partAt(facets[step], group)]?.number ?? 0, rest);
    if (rest === null) throw new RangeError("nothing is asked after the place");
    return rest.number;
  });
}

interface Numbering {
  /** By state and rest. */
  readonly values: PairTable;
  /** By value and standing. */
  readonly numbers: PairTable;
  /** See `Crowd`. */
  readonly over: Uint8Array | null;
  readonly numberOver: (group: number) => number;
}

/** The number of the verdict of every group, in order of appearance. */
function passedOver(
  { groups: { count }, scenes, deeds, hits }: Grouped,
  { states, stateOf, standings, rests }: Leads,
  { values, numbers, over, numberOver }: Numbering,
): Uint32Array {
  const ofGroup = new Uint32Array(count);
  for (let group = 0; group < count; group++) {
    if (over !== null && over[group] === 1) {
      ofGroup[group] = numberOver(group);
      continue;
    }
    const scene = scenes.ofGroup[group] ?? 0;
    let state = states[scene] ?? 0;
    if (state < 0) states[scene] = state = stateOf(scene);
    const value = values.at(state, rests[hits.ofGroup[group] ?? 0] ?? 0);
    ofGroup[group] = numbers.at(value, standings[deeds.ofGroup[group] ?? 0] ?? 0);
  }
  return ofGroup;
}

/** Sums over groups by the number of their verdict. */
function counted({ groups }: Grouped, ofGroup: Uint32Array, verdicts: number) {
  const incidents = new Float64Array(verdicts);
  const aggregates = new Float64Array(verdicts);
  for (let group = 0; group < ofGroup.length; group++) {
    const verdict = ofGroup[group] ?? 0;
    incidents[verdict] = (incidents[verdict] ?? 0) + (groups.incidents[group] ?? 0);
    aggregates[verdict] = (aggregates[verdict] ?? 0) + (groups.aggregates[group] ?? 0);
  }
  return { incidents, aggregates };
}

/** Verdicts in order of appearance; equal decisions are the same object. */
class DistinctVerdicts {
  readonly all: Verdict[] = [];
  readonly #known = new Map<Decision, (number | undefined)[]>();

  number(decision: Decision, standing: number): number {
    const known = this.#known.get(decision) ?? [];
    this.#known.set(decision, known);
    return (known[standing] ??=
      this.all.push({ ...decision, standing: STANDINGS[standing] ?? "unclear" }) - 1);
  }
}

/** Number of the standing of each of the `deeds`: it hangs on the actors and the whole time, whatever the rules ask. */
function standingsOf(
  model: ReadingModel,
  facets: readonly Facet[],
  { deeds, cuts }: Grouped,
): Uint8Array {
  const [who, time] = [facets[ACTORS], facets[TIME]];
  return Uint8Array.from(deeds.first, (group) => {
    const actors = who?.parts[partAt(who, group)]?.actors ?? [];
    const all = { actors, time: intervalOf(cuts, time?.codes[group] ?? 0) };
    return STANDINGS.indexOf(standingOf(model, all));
  });
}
