// Release on breach (TERMS 2.7): when, in one text world, the other side's breaches free a party. A prologue over the record;
// sound bounds: a party is surely free only after a sure breach, and possibly free after any possible one.
import type { Incident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import type { BreachTimes, Context, PartyRelease } from "./context.ts";
import { factWorlds } from "./fact-world.ts";
import type { FactWorld } from "./fact-world.ts";
import { outcomeOf } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import { situate } from "./situation.ts";
import type { NoticeTime, Release, TextWorld } from "./text-world.ts";

/** One possible contrary act of `actor` in an incident, release apart. */
interface Act {
  readonly incident: string;
  readonly actor: string;
  readonly at: Instant;
  /** The last instant at which it may have happened. */
  readonly latest: Instant;
  /** Every fact world of the incident is a contrary act by this actor. */
  readonly sure: boolean;
  readonly release: Release;
}

const NEVER: PartyRelease = { possible: [], sure: Infinity };

/**
 * Breach times of every world of a model, in order. Each world's are worked out once per context, so that every reading that has
 * the world shares them; the facts of an incident are spread out once for all worlds that still need them.
 */
export function breachTimes(model: ReadingModel): readonly BreachTimes[] {
  const { context, worlds } = model;
  const missing = worlds.filter(
    (world) => mayRelease(world) && !context.breachTimes.has(world.key),
  );
  const acts = missing.map((): Act[] => []);
  for (const incident of missing.length === 0 ? [] : context.incidents) {
    const spread = spreadOut(model, incident);
    missing.forEach((world, i) => acts[i]?.push(...contraryActs(model, world, spread)));
  }
  missing.forEach((world, i) => context.breachTimes.set(world.key, settle(context, acts[i] ?? [])));
  return worlds.map((world) => context.breachTimes.get(world.key) ?? NO_BREACHES);
}

const NO_BREACHES: BreachTimes = new Map();

function mayRelease({ rules }: TextWorld): boolean {
  return rules.some(({ release }) => release.kind !== "none");
}

/** Whether the actor is released at an instant: surely, surely not, or it hangs on an uncertain earlier breach. */
export function releaseAt(
  times: BreachTimes,
  incident: string,
  { actor, at }: { readonly actor: string; readonly at: Instant },
): "free" | "bound" | "open" {
  const { possible, sure } = times.get(actor) ?? NEVER;
  if (at >= sure) return "free";
  const first = possible.find((breach) => breach.incident !== incident);
  return first !== undefined && at > first.after ? "open" : "bound";
}

/** Instants at which the release of some party may change, as seen by one incident. */
export function releaseCuts(times: BreachTimes, incident: string): readonly Instant[] {
  const cuts: Instant[] = [];
  for (const { possible, sure } of times.values()) {
    const first = possible.find((breach) => breach.incident !== incident);
    if (first !== undefined) cuts.push(first.after + 1);
    cuts.push(sure);
  }
  return cuts.filter(Number.isFinite);
}

/**
 * Who may break and who surely breaks hang on each other: start by freeing nobody surely, then tighten until nothing changes.
 * Each round is sound, so stopping early would only be weaker.
 */
function settle(context: Context, acts: readonly Act[]): BreachTimes {
  let times: BreachTimes = new Map();
  for (let round = 0; round < 8; round++) {
    const possible = possibleTimes(context, acts, times);
    const next = sureTimes(context, acts, possible);
    if (isEqual(times, next)) return next;
    times = next;
  }
  return times;
}

function possibleTimes(context: Context, acts: readonly Act[], before: BreachTimes): BreachTimes {
  return perParty(context, (party) => {
    const breaches = acts.filter(
      (act) => act.actor !== party && act.at < (before.get(act.actor)?.sure ?? Infinity),
    );
    const possible = breaches
      .map((act) => ({
        incident: act.incident,
        after: freedAfter(act.release, { party, at: act.at, notice: "earliest" }),
      }))
      .filter(({ after }) => Number.isFinite(after))
      .sort((a, b) => a.after - b.after || (a.incident < b.incident ? -1 : 1));
    return { possible: firstOfTwoIncidents(possible), sure: Infinity };
  });
}

function sureTimes(context: Context, acts: readonly Act[], possible: BreachTimes): BreachTimes {
  return perParty(context, (party) => {
    const sure = acts
      .filter((act) => act.sure && act.actor !== party)
      .filter(
        (act) =>
          releaseAt(possible, act.incident, { actor: act.actor, at: act.latest }) === "bound",
      )
      .map((act) => freedAfter(act.release, { party, at: act.latest, notice: "latest" }) + 1);
    return { possible: possible.get(party)?.possible ?? [], sure: Math.min(Infinity, ...sure) };
  });
}

/** The instant after which a breach at `at` frees the party; with notice, not before its own notice. */
function freedAfter(
  release: Release,
  {
    party,
    at,
    notice,
  }: { readonly party: string; readonly at: Instant; readonly notice: keyof NoticeTime },
): Instant {
  if (release.kind === "free") return at;
  if (release.kind === "none") return Infinity;
  return Math.max(at, (release.from[party]?.[notice] ?? Infinity) - 1);
}

/** Enough to exclude any one incident: the earliest breach, and the earliest of another incident. */
function firstOfTwoIncidents(breaches: PartyRelease["possible"]): PartyRelease["possible"] {
  const first = breaches[0];
  const second = breaches.find(({ incident }) => incident !== first?.incident);
  return [first, second].filter((breach) => breach !== undefined);
}

/** The fact worlds of an incident, release apart; null when there are too many. */
interface Spread {
  readonly incident: Incident;
  readonly facts: readonly FactWorld[] | null;
}

function spreadOut(model: ReadingModel, incident: Incident): Spread {
  const { cuts, eventsMayEnd } = model.frame;
  const facts = factWorlds(situate(model, incident.facts), {
    cuts,
    breachOpen: () => false,
    eventsMayEnd,
  });
  return { incident, facts };
}

function contraryActs(
  model: ReadingModel,
  world: TextWorld,
  { incident, facts }: Spread,
): readonly Act[] {
  if (facts === null) return everyActor(model, world, incident);
  const { from, until } = incident.facts.occurred;
  const latest = Math.max(until, from + 1) - 1;
  const acts = facts.map((fact) => contrary(model, world, fact));
  const [only, ...others] = new Set(facts.map(({ actor }) => actor));
  const sure = only !== undefined && others.length === 0 && acts.every((act) => act?.sure === true);
  return acts.flatMap((act, i) => {
    const fact = facts[i];
    if (act === null || fact === undefined) return [];
    return [
      { incident: incident.id, actor: fact.actor, at: fact.at, latest, sure, release: act.release },
    ];
  });
}

/** An incident with too many combinations to enumerate may have been a breach by anyone from its first instant on. */
function everyActor(model: ReadingModel, world: TextWorld, incident: Incident): readonly Act[] {
  const { from, until } = incident.facts.occurred;
  const strongest = strongestOf(world.rules.map(({ release }) => release));
  if (strongest === undefined) return [];
  const act = { incident: incident.id, at: from, latest: until, sure: false, release: strongest };
  return model.context.instrument.parties.map((actor) => ({ ...act, actor }));
}

/** A right used by conduct frees earlier than one that needs notice. */
function strongestOf(releases: readonly Release[]): Release | undefined {
  return (
    releases.find(({ kind }) => kind === "free") ?? releases.find(({ kind }) => kind === "notice")
  );
}

/** Whether the fact world is, or may be by an open edge, a contrary act; and what its breach would give. */
function contrary(
  model: ReadingModel,
  world: TextWorld,
  fact: FactWorld,
): { readonly sure: boolean; readonly release: Release } | null {
  const { context, edges } = model;
  const outcome = outcomeOf({ context, edges, fact, rules: world.rules, released: false });
  const violations = outcome.cells.filter(({ value }) => value === "violation");
  if (violations.length === 0) return null;
  const broken = violations.flatMap(({ clauses }) => clauses);
  const releases = world.rules
    .filter(({ id }) => broken.includes(id))
    .map(({ release }) => release);
  const strongest = strongestOf(releases);
  if (strongest === undefined) return null;
  return { sure: violations.length === outcome.cells.length, release: strongest };
}

function perParty(context: Context, release: (party: string) => PartyRelease): BreachTimes {
  return new Map(context.instrument.parties.map((party) => [party, release(party)]));
}

function isEqual(a: BreachTimes, b: BreachTimes): boolean {
  return JSON.stringify([...a], stringifyInfinity) === JSON.stringify([...b], stringifyInfinity);
}

function stringifyInfinity(_key: string, value: unknown): unknown {
  return value === Infinity ? "never" : value;
}
