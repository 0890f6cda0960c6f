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
import type { Facet, Grouped } from "./facets.ts";
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
  const numbers = new PairTable(leads.rests.length, (lead, hit) => {
    const [standing, rest] = [lead % STANDINGS.length, leads.rests[hit]];
    if (rest === undefined) throw new RangeError(`there is no rest ${hit}`);
    const joined = chain.joined((lead - standing) / STANDINGS.length, rest);
    return verdicts.number(chain.decision(joined), standing);
  });
  const numberOver = crowdedNumber(asking, leads, verdicts);
  const ofGroup = passedOver(grouped, leads, { numbers, over, numberOver });
  const { groups } = grouped;
  return {
    verdicts: verdicts.all,
    ofGroup,
    incidents: summed(groups.incidents, ofGroup, verdicts.all.length),
    aggregates: summed(groups.aggregates, ofGroup, verdicts.all.length),
    situations: numbers.count,
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
  /** The state after the place and the standing, in one number; asked for once a scene, and never of those over the limit. */
  readonly sceneOf: (scene: number) => number;
  /** By deed. */
  readonly standings: Uint8Array;
  /** By hit: its rest. */
  readonly hits: Uint32Array;
  readonly rests: readonly Rest[];
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
  const sceneOf = (scene: number) => {
    const group = scenes.first[scene] ?? 0;
    const deed = deeds.ofGroup[group] ?? 0;
    const state = afterPlace.at(early[deed] ?? 0, partAt(place, group));
    return state * STANDINGS.length + (standings[deed] ?? 0);
  };
  return { sceneOf, standings, ...restsOf(asking) };
}

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

/** By combination of what was hit and how: what all steps after the place leave open, and the number of that. */
function restsOf({ grouped, chain, facets, options }: Asking): Pick<Leads, "hits" | "rests"> {
  const numbers = new Map<Rest, number>();
  const hits = Uint32Array.from(grouped.hits.first, (group) => {
    let rest: Rest | null = null;
    for (let step = facets.length - 1; step > PLACE; step--)
      rest = chain.rest(step, options[step]?.[partAt(facets[step], group)]?.number ?? 0, rest);
    if (rest === null) throw new RangeError("nothing is asked after the place");
    const number = numbers.get(rest) ?? numbers.size;
    numbers.set(rest, number);
    return number;
  });
  return { hits, rests: [...numbers.keys()] };
}

interface Numbering {
  /** By what a scene leads to and the rest. */
  readonly numbers: PairTable;
  /** See `Crowd`. */
  readonly over: Uint8Array | null;
  readonly numberOver: (group: number) => number;
}

/** The number of the verdict of every group, in order of appearance. */
function passedOver(
  { groups: { count }, scenes, hits }: Grouped,
  leads: Leads,
  { numbers, over, numberOver }: Numbering,
): Uint32Array {
  const ofGroup = new Uint32Array(count);
  const known = new Int32Array(scenes.first.length).fill(-1);
  for (let group = 0; group < count; group++) {
    if (over !== null && over[group] === 1) {
      ofGroup[group] = numberOver(group);
      continue;
    }
    const scene = scenes.ofGroup[group] ?? 0;
    let lead = known[scene] ?? 0;
    if (lead < 0) known[scene] = lead = leads.sceneOf(scene);
    ofGroup[group] = numbers.at(lead, leads.hits[hits.ofGroup[group] ?? 0] ?? 0);
  }
  return ofGroup;
}

function summed(counts: Float64Array, ofGroup: Uint32Array, verdicts: number): Float64Array {
  const sums = new Float64Array(verdicts);
  for (let group = 0; group < ofGroup.length; group++) {
    const verdict = ofGroup[group] ?? 0;
    sums[verdict] = (sums[verdict] ?? 0) + (counts[group] ?? 0);
  }
  return sums;
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
