// The record's contrary acts in one text world, release apart (TERMS 2.7): what may be a breach, by whom, from when, and on which
// open edges it hangs. Incidents of one situation are asked once for all worlds.
import type { Facts, Incident } from "../model/incident.ts";
import type { Instant, Interval } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { columnsByCell } from "./cell-columns.ts";
import type { CellColumns } from "./cell-columns.ts";
import { outcomeIn } from "./columns.ts";
import { cellsOf, factWorlds, instantOf } from "./fact-world.ts";
import type { EdgeAnswers } from "./membership.ts";
import { narrowed } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Release } from "./rule.ts";
import { situate } from "./situation.ts";
import { cellRange, situationClass } from "./situation-class.ts";
import type { TextWorld } from "./text-world.ts";
import { keptFor, timesOf, undatedWorld } from "./undated.ts";
import type { Undated } from "./undated.ts";

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

/** The contrary acts that one incident may be. */
export interface IncidentActs {
  readonly acts: readonly Act[];
  /** Open edges on which they hang, sorted. */
  readonly edges: readonly string[];
  /** The same with some of these edges answered. */
  readonly given: (answers: EdgeAnswers) => IncidentActs;
  /** Number of what its situation may be: of one incident, equal numbers and equal instants mean equal acts under every answer. */
  readonly number: number;
}

/** Those of the whole record, for each of the worlds; incidents that are none are left out. */
export function contraryActs(
  model: ReadingModel,
  worlds: readonly TextWorld[],
): readonly (readonly IncidentActs[])[] {
  const { cuts } = model.frame;
  const times = timesOf(model);
  const kept = keptFor(CONTRARY, model);
  const places = worlds.map((world) => undatedWorld(model, world).place);
  const acts = worlds.map((): IncidentActs[] => []);
  for (const { id, facts } of model.context.incidents) {
    const cells = stretchesOf(facts, cuts);
    const contrary =
      facts.joint === undefined ? keptOf(facts, cells) : contraryIn(model, facts, cells);
    const happened = { id, facts, cells };
    for (const [i, place] of places.entries()) {
      const one = contrary[place];
      if (one !== undefined && one.breaches.length > 0) acts[i]?.push(actsOf(one, happened));
    }
  }
  return acts;

  function keptOf(facts: Facts, cells: readonly Interval[]): readonly Contrary[] {
    const [first, last] = cellRange(facts.occurred, cuts);
    const key = `${situationClass(model, facts).number} ${times.slice(first, last + 1).join()}`;
    const contrary = kept.get(key) ?? contraryIn(model, facts, cells);
    kept.set(key, contrary);
    return contrary;
  }
}

/** The stretches of time in which it may have happened, in order of their first instants; rows of joint facts have their own. */
function stretchesOf({ occurred, joint }: Facts, cuts: readonly Instant[]): readonly Interval[] {
  if (joint === undefined) return cellsOf(occurred, cuts);
  const cells = joint.flatMap((row) => cellsOf(row.occurred, cuts));
  const inOrder = [...cells].sort((a, b) => a.from - b.from);
  return inOrder.filter(({ from }, i) => from !== inOrder[i - 1]?.from);
}

/** By situation and what time says in the stretches it lies in: one a text world that may release, in order of their places. */
const CONTRARY = new WeakMap<Undated, Map<string, readonly Contrary[]>>();

/** An incident and the stretches of time that it may have happened in. */
interface Happened extends Pick<Incident, "id" | "facts"> {
  readonly cells: readonly Interval[];
}

function actsOf({ breaches, edges, given, number }: Contrary, incident: Happened): IncidentActs {
  return {
    acts: breaches.map((one) => actOf(one, incident)),
    edges,
    given: (answers) => actsOf(given(answers), incident),
    number,
  };
}

function actOf(
  { actor, stretch, sure, release }: Breach,
  { id, facts: { occurred }, cells }: Happened,
): Act {
  const latest = Math.max(occurred.until, occurred.from + 1) - 1;
  const at = instantOf(cells[stretch] ?? occurred);
  return { incident: id, actor, at, latest, sure, release };
}

/** A contrary act that each incident of one situation may be, in one of the stretches of time that it may have happened in. */
interface Breach extends Pick<Act, "actor" | "sure" | "release"> {
  readonly stretch: number;
}

/** All of one situation. */
interface Contrary {
  readonly breaches: readonly Breach[];
  readonly edges: readonly string[];
  readonly given: (answers: EdgeAnswers) => Contrary;
  /** Its own: no other has it. */
  readonly number: number;
}

/** Release apart. Too many combinations to enumerate: it may be a breach by anyone from the first instant on. */
function contraryIn(
  model: ReadingModel,
  facts: Facts,
  stretches: readonly Interval[],
): readonly Contrary[] {
  const cells = columnsByCell(model, facts, stretches.length) ?? everyFact(model, facts);
  const starts = stretches.map(({ from }) => from);
  return model.worlds.map((world) => {
    if (!mayRelease(world)) return NOTHING;
    if (cells === null) return closed(everyActor(model, world));
    return contraryOf(world, outcomesOf(model, world, { cells, starts }));
  });
}

/** Whether a breach of the world may free anybody. */
export function mayRelease({ rules }: TextWorld): boolean {
  return rules.some(({ release }) => release.kind !== "none");
}

/** The plain way to the same: every fact world is a column of its own. Null over the limit of TERMS 10. */
function everyFact(model: ReadingModel, facts: Facts): readonly CellColumns[] | null {
  const { cuts, ages } = model.frame;
  const situation = situate(model, facts);
  const all = factWorlds(situation, { cuts, breachOpen: () => false, ages });
  if (all === null) return null;
  const inOrder = [...all].sort((a, b) => a.cell.from - b.cell.from);
  return inOrder.map((fact) => ({ cell: fact.cell, columns: [{ fact, failures: null }] }));
}

/** What the world says of one column, if nobody is released. */
interface Seen {
  readonly actor: string;
  readonly stretch: number;
  readonly outcome: Outcome;
}

function outcomesOf(
  model: ReadingModel,
  world: TextWorld,
  {
    cells,
    starts,
  }: { readonly cells: readonly CellColumns[]; readonly starts: readonly Instant[] },
): readonly Seen[] {
  return cells.flatMap(({ cell, columns }) =>
    columns.map((column) => ({
      actor: column.fact.actor,
      stretch: starts.indexOf(cell.from),
      outcome: outcomeIn(model, world, { column, released: false }),
    })),
  );
}

function contraryOf(world: TextWorld, seen: readonly Seen[]): Contrary {
  const acts = seen.map((one): Judged => ({ ...one, act: contrary(world.rules, one.outcome) }));
  const breaches = breachesOf(acts);
  const open = seen.flatMap(({ outcome }) => outcome.hangsOn);
  if (open.length === 0 || isSameForAllAnswers(acts, breaches)) return closed(breaches);
  const edges = [...new Set(open)].sort(compareText);
  const known = new Map<string, Contrary>();
  const given = (answers: EdgeAnswers): Contrary => {
    const key = edges.map((edge) => answers.get(edge)).join();
    const found = known.get(key) ?? contraryOf(world, answered(seen, answers));
    known.set(key, found);
    return found;
  };
  return { breaches, edges, given, number: contraries++ };
}

/** How many there were. */
let contraries = 0;

function answered(seen: readonly Seen[], answers: EdgeAnswers): readonly Seen[] {
  return seen.map((one) => ({ ...one, outcome: narrowed(one.outcome, answers) }));
}

const NOTHING = closed([]);

function closed(breaches: readonly Breach[]): Contrary {
  const given = (): Contrary => contrary;
  const contrary: Contrary = { breaches, edges: [], given, number: contraries++ };
  return contrary;
}

/** Enough to say so: other facts keep it from being sure, and each breach is one in some column whatever the answers. */
function isSameForAllAnswers(acts: readonly Judged[], breaches: readonly Breach[]): boolean {
  const isNeverSure =
    new Set(acts.map(({ actor }) => actor)).size > 1 || acts.some(({ act }) => act === null);
  const closedActs = acts.filter(
    ({ act, outcome }) => act?.sure === true || outcome.hangsOn.length === 0,
  );
  const same = breachesOf(closedActs);
  return (
    isNeverSure &&
    same.length === breaches.length &&
    same.every((one, i) => one.stretch === breaches[i]?.stretch && frees(one, breaches[i]))
  );
}

/** A column and the contrary act that it is or may be. */
interface Judged extends Seen {
  readonly act: Pick<Act, "sure" | "release"> | null;
}

function breachesOf(acts: readonly Judged[]): readonly Breach[] {
  const [only, ...others] = new Set(acts.map(({ actor }) => actor));
  const sure =
    only !== undefined && others.length === 0 && acts.every(({ act }) => act?.sure === true);
  const breaches = acts.flatMap(({ actor, stretch, act }): readonly Breach[] =>
    act === null ? [] : [{ actor, stretch, sure, release: act.release }],
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
  return parties.map((actor) => ({ actor, stretch: 0, sure: false, release: strongest }));
}

/** A right used by conduct frees earlier than one that needs notice. */
function strongestOf(releases: readonly Release[]): Release | undefined {
  return (
    releases.find(({ kind }) => kind === "free") ?? releases.find(({ kind }) => kind === "notice")
  );
}

/** Whether an outcome is, or may be by an open edge, a contrary act; and what its breach would give. */
function contrary(
  rules: TextWorld["rules"],
  { cells }: Outcome,
): { readonly sure: boolean; readonly release: Release } | null {
  const violations = cells.filter(({ value }) => value === "violation");
  if (violations.length === 0) return null;
  const broken = violations.flatMap(({ clauses }) => clauses);
  const strongest = strongestOf(
    rules.filter(({ id }) => broken.includes(id)).map(({ release }) => release),
  );
  if (strongest === undefined) return null;
  return { sure: violations.length === cells.length, release: strongest };
}
