// The verdict of an incident from as few cells as it takes (ASSESS, "Sweep"). No meaning of its own: it leaves out columns of the
// judge's matrix that are there already, and a property test holds the two equal.
import type { Facts } from "../model/incident.ts";
import type { Instant, Interval } from "../model/instant.ts";
import { columnsByCell } from "./cell-columns.ts";
import type { CellColumns } from "./cell-columns.ts";
import { distinctColumns, outcomeIn } from "./columns.ts";
import type { Column } from "./columns.ts";
import type { BreachTimes } from "./context.ts";
import { cellsOf } from "./fact-world.ts";
import { columnsOf, decisionOf, matrixOf, stateOf } from "./judge.ts";
import type { Decision, Matrix } from "./judge.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import { breachTimes, releaseCuts } from "./release.ts";
import { situate } from "./situation.ts";
import type { Situation } from "./situation.ts";

/** What the judge decides of an incident, which is left out of the breaches that may free its own actor. */
export function sweep(model: ReadingModel, facts: Facts, incident: string): Decision {
  const times = breachTimes(model);
  const cuts = [...new Set(times.flatMap((one) => releaseCuts(one, incident)))];
  cuts.sort((a, b) => a - b);
  const parts = cellsOf(facts.occurred, model.frame.cuts).length + cuts.length;
  const cells = columnsByCell(model, facts, parts);
  if (cells !== null)
    return decided(model, facts, releasedColumns(cells, { times, incident, cuts }));
  const situation = situate(model, facts);
  return decisionOf(model, situation, matrixOf(model, situation, incident));
}

/** The same of a situation alone, under a reading in which no breach frees anybody. */
export function sweepSituation(model: ReadingModel, situation: Situation): Decision {
  const all = columnsOf(model, situation, "");
  if (all === null) return decisionOf(model, situation, null);
  const free = model.worlds.map(() => false);
  const columns = distinctColumns(model, all.facts, ({ actor }) => actor);
  const kept = columns.map((column) => ({ column, free }));
  return decisionOf(model, situation, matrixOfColumns(model, kept));
}

/** Situations that come to the same columns are decided alike. */
function decided(
  model: ReadingModel,
  facts: Facts,
  columns: ReadonlyMap<string, ReleasedColumn>,
): Decision {
  const known = DECIDED.get(model.frame) ?? new Map<string, Decision>();
  DECIDED.set(model.frame, known);
  const key = [...columns.keys()].join("|");
  const decision =
    known.get(key) ??
    decisionOf(model, situate(model, facts), matrixOfColumns(model, [...columns.values()]));
  known.set(key, decision);
  return decision;
}

const DECIDED = new WeakMap<Frame, Map<string, Decision>>();

/** How release looks to one incident. */
interface Seen {
  /** One a text world. */
  readonly times: readonly BreachTimes[];
  readonly incident: string;
  readonly cuts: readonly Instant[];
}

/** A column, and in which text worlds its actor is free. */
interface ReleasedColumn {
  readonly column: Column;
  readonly free: readonly boolean[];
}

/** Columns differ by who acted, by the worlds in which that actor is free, and by where the rules fail. */
function releasedColumns(
  cells: readonly CellColumns[],
  seen: Seen,
): ReadonlyMap<string, ReleasedColumn> {
  const kept = new Map<string, ReleasedColumn>();
  for (const { cell, columns } of cells) {
    const freeOf = new Map<string, readonly (readonly boolean[])[]>();
    for (const column of columns) {
      const { actor } = column.fact;
      const ways = freeOf.get(actor) ?? waysToBeFree(seen, cell, actor);
      freeOf.set(actor, ways);
      for (const free of ways) {
        const bits = free.map(Number).join("");
        kept.set(`${actor} ${bits} ${column.failures ?? ""}`, { column, free });
      }
    }
  }
  return kept;
}

function matrixOfColumns(model: ReadingModel, columns: readonly ReleasedColumn[]): Matrix {
  const { worlds } = model;
  return {
    worlds,
    facts: columns.map(({ column }) => column.fact),
    released: worlds.map((_, row) => columns.map(({ free }) => free[row] === true)),
    outcomes: worlds.map((world, row) =>
      columns.map(({ column, free }) =>
        outcomeIn(model, world, { column, released: free[row] === true }),
      ),
    ),
  };
}

/** Every row of "free in these text worlds" that the actor may have within the cell; where it is open, both. */
function waysToBeFree(
  { times, incident, cuts }: Seen,
  cell: Interval,
  actor: string,
): readonly (readonly boolean[])[] {
  return cellsOf(cell, cuts).flatMap((part) => {
    const states = times.map((one) => stateOf(one, incident, { cell: part, actor }));
    const surely = states.map((state) => state === "free");
    if (!states.includes("open")) return [surely];
    return [surely, states.map((state) => state !== "bound")];
  });
}
