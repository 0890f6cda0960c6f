// What a text requires, at an instant (TERMS 2.8): not yet in force, pending, met, met late, unmet, or unknown. Obligations judge no
// incident and stand in no total.
import type { EventTime } from "../model/event.ts";
import type { ReadingId } from "../model/id.ts";
import type { Instant } from "../model/instant.ts";
import type { Clause, TimePoint } from "../terms/ast.ts";
import { recordedTime } from "./context.ts";
import { endOf, resolvePoint, zoneOf } from "./period.ts";
import { resolveSlot } from "./pick.ts";
import type { Picks } from "./pick.ts";
import type { ReadingModel } from "./reading-model.ts";
import { standingOf } from "./standing.ts";
import type { Cause, Standing } from "./verdict.ts";

/** In the order in which an obligation goes through them. */
export const DUTY_STATES = ["not-in-force", "pending", "met", "late", "unmet"] as const;

export type DutyState = (typeof DUTY_STATES)[number];

export interface Obligation {
  readonly reading: ReadingId;
  readonly clause: string;
  /** Who is bound by it, in id order: one party where each has its own fulfilment. */
  readonly by: readonly string[];
  readonly at: Instant;
  readonly state: DutyState | "unknown";
  /** Every state it may be in, in the order of DUTY_STATES. */
  readonly possible: readonly DutyState[];
  /** Set for unknown only. */
  readonly cause: Cause | null;
  /** Earliest and latest instant by which it had to be fulfilled; null: some possibility has no deadline. */
  readonly due: readonly [Instant, Instant] | null;
  /** Events that fulfil it, in id order; empty: the text names none, so whether it was met stays unknown. */
  readonly fulfilledBy: readonly string[];
  readonly standing: Standing;
}

/** The obligations of one reading at an instant, clauses in the order of the text, parties alphabetical. */
export function obligationsOf(
  { id, model }: { readonly id: ReadingId; readonly model: ReadingModel },
  at: Instant,
): readonly Obligation[] {
  const clauses = [...model.context.instrument.clauses.values()];
  return clauses
    .filter(({ effect }) => effect === "require")
    .flatMap((clause) => dutiesOf(model, clause).map((duty) => judged({ id, model, duty, at })));
}

/** One thing to be done: by some parties together, or by one of them. */
interface Duty {
  readonly clause: Clause;
  readonly by: readonly string[] | null;
  readonly events: readonly string[];
}

function dutiesOf(model: ReadingModel, clause: Clause): readonly Duty[] {
  const { fulfilledBy } = clause;
  if (fulfilledBy?.kind !== "each") {
    return [{ clause, by: null, events: [...(fulfilledBy?.events ?? [])].sort() }];
  }
  const { parties } = model.context.instrument;
  return parties.flatMap((party) => {
    const events = fulfilledBy.parties.get(party);
    return events === undefined ? [] : [{ clause, by: [party], events: [...events].sort() }];
  });
}

interface Judging {
  readonly id: ReadingId;
  readonly model: ReadingModel;
  readonly duty: Duty;
  readonly at: Instant;
}

/** One value in every world is the state; else it is unknown, because rows vary (facts), columns vary (text), or both. */
function judged({ id, model, duty, at }: Judging): Obligation {
  const worlds = model.worlds.flatMap(({ picks }) => picks.map((one) => dutyIn(model, duty, one)));
  const rows = worlds.map((world) => statesIn(model, { duty, world, at }));
  const states = new Set(rows.flatMap((row) => row.map(({ state }) => state)));
  const dues = rows.flatMap((row) => row.map(({ due }) => due));
  const [only, ...others] = states;
  const state = only !== undefined && others.length === 0 ? only : "unknown";
  const by = duty.by ?? [...new Set(worlds.flatMap((world) => world.by))].sort();
  const bounds = [Math.min(...dues), Math.max(...dues)] as const;
  return {
    reading: id,
    clause: duty.clause.id,
    by,
    at,
    state,
    possible: DUTY_STATES.filter((one) => states.has(one)),
    cause: state === "unknown" ? causeOf(rows) : null,
    due: bounds.every(Number.isFinite) ? bounds : null,
    fulfilledBy: duty.events,
    standing: standingOf(model, { actors: by, time: { from: at, until: at + 1 } }),
  };
}

function causeOf(rows: readonly (readonly Possible[])[]): Cause {
  const facts = rows.some((row) => new Set(row.map(({ state }) => state)).size > 1);
  const keys = rows.map((row) => [...new Set(row.map(({ state }) => state))].sort().join());
  const text = new Set(keys).size > 1;
  if (facts && text) return "both";
  return facts ? "facts" : "text";
}

/** The obligation with every choice of a text world made. */
interface DutyWorld {
  readonly by: readonly string[];
  readonly applies: boolean;
  readonly from: Instant;
  readonly waitsFor: readonly string[];
  readonly assumed: ReadonlyMap<string, Instant>;
  readonly dueAt: (start: Instant) => Instant;
}

function dutyIn(model: ReadingModel, { clause }: Duty, picks: Picks): DutyWorld {
  const { context, reading } = model;
  const start = resolveSlot(context, clause.from, { sort: "from", picks });
  const waits = resolveSlot(context, clause.inForce, { sort: "in-force", picks })?.after ?? [];
  const byEvent = start?.kind === "event" ? [start.event] : [];
  const point: TimePoint | null = start === null || start.kind === "event" ? null : start;
  const zone = point === null ? (picks.get("tz") ?? 0) : zoneOf(point.zone, picks);
  const { due } = clause;
  return {
    by: resolveSlot(context, clause.by, { sort: "by", picks }) ?? [],
    applies: resolveSlot(context, clause.applies, { sort: "applies", picks }) ?? true,
    from: point === null ? -Infinity : resolvePoint(point, picks),
    waitsFor: [...new Set([...waits, ...byEvent])].sort(),
    assumed: new Map([...reading.assume].map(([id, when]) => [id, resolvePoint(when, picks)])),
    dueAt: (from) => {
      if (due === null) return Infinity;
      return due.kind === "after" ? endOf(from, due.length, zone) : resolvePoint(due, picks);
    },
  };
}

interface Possible {
  readonly state: DutyState;
  readonly due: Instant;
}

/** Every state over what the record leaves open about the events. */
function statesIn(
  { context }: ReadingModel,
  { duty, world, at }: { readonly duty: Duty; readonly world: DutyWorld; readonly at: Instant },
): readonly Possible[] {
  if (!world.applies) return [{ state: "not-in-force", due: Infinity }];
  const timesOf = (event: string, cuts: readonly Instant[]): readonly Instant[] => {
    const assumed = world.assumed.get(event);
    return assumed === undefined ? timesAt(recordedTime(context, event), cuts) : [assumed];
  };
  const starts = latest(world.waitsFor.map((event) => timesOf(event, [at, at + 1])));
  return starts.flatMap((waited) => {
    const start = Math.max(world.from, waited);
    const due = world.dueAt(start);
    const cuts = [at, at + 1, due - 1, due].filter(Number.isFinite);
    const fulfilled =
      duty.events.length === 0
        ? timesAt("unknown", cuts)
        : latest(duty.events.map((event) => timesOf(event, cuts)));
    return fulfilled.map((done) => ({ state: stateOf({ at, start, due, done }), due }));
  });
}

/** Half-open like every period: at the deadline itself it is too late. */
function stateOf({ at, start, due, done }: Record<"at" | "start" | "due" | "done", Instant>) {
  if (at < start) return "not-in-force";
  if (done <= at) return done < due ? "met" : "late";
  return at < due ? "pending" : "unmet";
}

/** When the last of several events came, in every combination. */
function latest(options: readonly (readonly Instant[])[]): readonly Instant[] {
  const combined = options.reduce<readonly Instant[]>(
    (found, times) => found.flatMap((one) => times.map((time) => Math.max(one, time))),
    [-Infinity],
  );
  return [...new Set(combined)];
}

/** Instants that stand for all at which the event may have come: the bounds of what is known, and the cut points between them. */
function timesAt(time: EventTime | "unknown" | "no", cuts: readonly Instant[]): readonly Instant[] {
  if (time === "no") return [Infinity];
  if (time === "unknown") return [-Infinity, ...cuts, Infinity];
  if (time.kind === "at") return [time.at];
  const [from, last] = time.kind === "between" ? [time.from, time.until - 1] : [time.at, Infinity];
  return [from, ...cuts.filter((cut) => cut > from && cut < last), last];
}
