// Release on breach (TERMS 2.7): when, in one text world, the other side's breaches free a party. A prologue over the record;
// sound bounds: a party is surely free only after a sure breach, and possibly free after any possible one.
import type { Incident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { BreachTimes, Context, PartyRelease } from "./context.ts";
import { cellsOf, factWorlds, instantOf } from "./fact-world.ts";
import { columnsByCell } from "./cell-columns.ts";
import type { CellColumns } from "./cell-columns.ts";
import { outcomeIn } from "./columns.ts";
import type { Column } from "./columns.ts";
import type { ReadingModel } from "./reading-model.ts";
import { situate } from "./situation.ts";
import { cellRange, situationClass } from "./situation-class.ts";
import type { Release } from "./rule.ts";
import type { TextWorld } from "./text-world.ts";

/** One possible contrary act of `actor` in an incident, release apart. */
export interface Act {
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
 * Breach times of every world of a model, in order. Each world's are worked out once per context, so that every reading shares them
 * that has the world and answers the same edges; incidents of one situation are asked once for all worlds.
 */
export function breachTimes(model: ReadingModel): readonly BreachTimes[] {
  const { context, edges, worlds } = model;
  const answered = JSON.stringify([...edges].sort(([a], [b]) => compareText(a, b)));
  const known = context.breachTimes.get(answered) ?? new Map<TextWorld["key"], BreachTimes>();
  context.breachTimes.set(answered, known);
  const missing = worlds.filter((world) => mayRelease(world) && !known.has(world.key));
  const acts = missing.length === 0 ? [] : actsOf(model, missing);
  missing.forEach((world, i) => known.set(world.key, settle(context, acts[i] ?? [])));
  return worlds.map((world) => known.get(world.key) ?? NO_BREACHES);
}

const NO_BREACHES: BreachTimes = new Map();

/** The release of a reading as every incident sees it that may not itself be the first breach to free a party. */
export interface ReleaseView {
  /** The cut points of the rules and of release, ascending. */
  readonly cuts: readonly Instant[];
  /** Incidents that see another release than all the others. */
  readonly firsts: ReadonlySet<string>;
}

/** One view for all worlds of a model. */
export function releaseView(model: ReadingModel): ReleaseView {
  const times = breachTimes(model);
  const cuts = [...model.frame.cuts, ...times.flatMap((one) => releaseCuts(one, NO_INCIDENT))];
  const parties = times.flatMap((one) => [...one.values()]);
  const firsts = parties.flatMap(({ possible: [first] }) => first?.incident ?? []);
  return { cuts: [...new Set(cuts)].sort((a, b) => a - b), firsts: new Set(firsts) };
}

const NO_INCIDENT = "";

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
export function settle(context: Context, acts: readonly Act[]): BreachTimes {
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
      .map((act) => ({ incident: act.incident, after: freedAfter(act, party).first }))
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
      .map((act) => freedAfter(act, party).surely + 1);
    const first = sure.reduce((earliest, at) => Math.min(earliest, at), Infinity);
    return { possible: possible.get(party)?.possible ?? [], sure: first };
  });
}

/**
 * The instants after which a breach may free the party at the earliest, and surely frees it. With notice: its own, given after the
 * breach; a notice from before says nothing of it. Infinity: it frees nobody, or not surely.
 */
function freedAfter(
  { release, at, latest }: Act,
  party: string,
): { readonly first: Instant; readonly surely: Instant } {
  if (release.kind === "free") return { first: at, surely: latest };
  const notice = release.kind === "none" ? undefined : release.from[party];
  if (notice === undefined) return { first: Infinity, surely: Infinity };
  return {
    first: at < notice.latest ? Math.max(at, notice.earliest - 1) : Infinity,
    surely: latest < notice.earliest ? notice.latest - 1 : Infinity,
  };
}

/** Enough to exclude any one incident: the earliest breach, and the earliest of another incident. */
function firstOfTwoIncidents(breaches: PartyRelease["possible"]): PartyRelease["possible"] {
  const first = breaches[0];
  const second = breaches.find(({ incident }) => incident !== first?.incident);
  return [first, second].filter((breach) => breach !== undefined);
}

/** A contrary act that each incident of one situation may be; `at` is null for its own first instant. */
interface Breach extends Pick<Act, "actor" | "sure" | "release"> {
  readonly at: Instant | null;
}

/** Contrary acts of the whole record, for each of the worlds. */
function actsOf(model: ReadingModel, worlds: readonly TextWorld[]): readonly (readonly Act[])[] {
  const { cuts } = model.frame;
  const known = new Map<string, readonly (readonly Breach[])[]>();
  const acts = worlds.map((): Act[] => []);
  for (const { id, facts } of model.context.incidents) {
    const key = [situationClass(model, facts).number, ...cellRange(facts.occurred, cuts)].join(" ");
    const breaches = known.get(key) ?? breachesOf(model, worlds, facts);
    known.set(key, breaches);
    breaches.forEach((some, i) => {
      for (const one of some) acts[i]?.push(actOf(one, { id, facts }, cuts));
    });
  }
  return acts;
}

function actOf(
  { actor, at, sure, release }: Breach,
  { id, facts: { occurred } }: Pick<Incident, "id" | "facts">,
  cuts: readonly Instant[],
): Act {
  const [first] = cellsOf(occurred, at === null ? cuts : []);
  const latest = Math.max(occurred.until, occurred.from + 1) - 1;
  const from = first === undefined ? occurred.from : instantOf(first);
  return { incident: id, actor, at: at ?? from, latest, sure, release };
}

/** Release apart. Too many combinations to enumerate: it may be a breach by anyone from the first instant on. */
function breachesOf(
  model: ReadingModel,
  worlds: readonly TextWorld[],
  facts: Incident["facts"],
): readonly (readonly Breach[])[] {
  const { cuts } = model.frame;
  const parts = cellsOf(facts.occurred, cuts).length;
  const cells = columnsByCell(model, facts, parts) ?? everyFact(model, facts);
  if (cells === null) return worlds.map((world) => everyActor(model, world));
  return worlds.map((world) => contraryActs(model, world, cells));
}

/** The plain way to the same: every fact world is a column of its own. Null over the limit of TERMS 10. */
function everyFact(model: ReadingModel, facts: Incident["facts"]): readonly CellColumns[] | null {
  const { cuts, eventsMayEnd } = model.frame;
  const situation = situate(model, facts);
  const all = factWorlds(situation, { cuts, breachOpen: () => false, eventsMayEnd });
  return all?.map((fact) => ({ cell: fact.cell, columns: [{ fact, failures: null }] })) ?? null;
}

function contraryActs(
  model: ReadingModel,
  world: TextWorld,
  cells: readonly CellColumns[],
): readonly Breach[] {
  const start = cells[0]?.cell.from;
  const acts = cells.flatMap(({ cell, columns }) =>
    columns.map((column) => ({
      actor: column.fact.actor,
      // Columns are shared by all that happened within the cell; only its own start is the incident's.
      at: cell.from === start ? null : cell.from,
      act: contrary(model, world, column),
    })),
  );
  const [only, ...others] = new Set(acts.map(({ actor }) => actor));
  const sure =
    only !== undefined && others.length === 0 && acts.every(({ act }) => act?.sure === true);
  const breaches = acts.flatMap(({ actor, at, act }): readonly Breach[] =>
    act === null ? [] : [{ actor, at, sure, release: act.release }],
  );
  return breaches.filter((one, i) => breaches.findIndex((other) => frees(one, other)) === i);
}

/** Fact worlds come in order of time, and a later act of the same effect frees nobody earlier. */
function frees(one: Breach, earlier: Breach): boolean {
  return one.actor === earlier.actor && one.release === earlier.release;
}

function everyActor(model: ReadingModel, world: TextWorld): readonly Breach[] {
  const strongest = strongestOf(world.rules.map(({ release }) => release));
  if (strongest === undefined) return [];
  const parties = model.context.instrument.parties;
  return parties.map((actor) => ({ actor, at: null, sure: false, release: strongest }));
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
  column: Column,
): { readonly sure: boolean; readonly release: Release } | null {
  const outcome = outcomeIn(model, world, { column, released: false });
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
