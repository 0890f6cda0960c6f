// What the judge decides of one incident, from as few cells as it takes. No meaning of its own: it leaves out columns of the judge's
// matrix that are there already, and a property test holds the two equal. Whole batches are swept (sweep/).
import type { Facts } from "../model/incident.ts";
import type { Instant, Interval } from "../model/instant.ts";
import { columnsByCell } from "./cell-columns.ts";
import type { CellColumns } from "./cell-columns.ts";
import { outcomeIn } from "./columns.ts";
import type { Column } from "./columns.ts";
import { cellsOf } from "./fact-world.ts";
import { decisionOf, matrixOf, stateOf } from "./judge.ts";
import type { Decision, Matrix } from "./judge.ts";
import { narrowed } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import { releaseCuts } from "./release.ts";
import { situate } from "./situation.ts";
import { rowWords, textRows } from "./text-rows.ts";
import type { TextRow } from "./text-rows.ts";
import { keptFor } from "./undated.ts";
import type { Undated } from "./undated.ts";

/** What the judge decides of an incident, which is left out of the breaches that may free its own actor. */
export function decide(model: ReadingModel, facts: Facts, incident: string): Decision {
  const rows = textRows(model);
  const cuts = [...new Set(rows.flatMap(({ times }) => releaseCuts(times, incident)))];
  cuts.sort((a, b) => a - b);
  const parts = cellsOf(facts.occurred, model.frame.cuts).length + cuts.length;
  const cells = columnsByCell(model, facts, parts);
  if (cells !== null)
    return decided(model, facts, {
      rows,
      columns: releasedColumns(cells, { rows, incident, cuts }),
    });
  const situation = situate(model, facts);
  return decisionOf(model, situation, matrixOf(model, situation, incident));
}

/** Situations that come to the same columns are decided alike. */
function decided(
  model: ReadingModel,
  facts: Facts,
  {
    rows,
    columns,
  }: {
    readonly rows: readonly TextRow[];
    readonly columns: ReadonlyMap<string, ReleasedColumn>;
  },
): Decision {
  const known = keptFor(DECIDED, model);
  const key = `${rowWords(model, rows)} ${[...columns.keys()].join("|")}`;
  const decision =
    known.get(key) ??
    decisionOf(model, situate(model, facts), matrixOfColumns(model, rows, [...columns.values()]));
  known.set(key, decision);
  return decision;
}

const DECIDED = new WeakMap<Undated, Map<string, Decision>>();

/** How release looks to one incident. */
export interface Seen {
  readonly rows: readonly TextRow[];
  readonly incident: string;
  readonly cuts: readonly Instant[];
}

/** A column, and in which rows its actor is free. */
interface ReleasedColumn {
  readonly column: Column;
  readonly free: readonly boolean[];
}

/** Columns differ by who acted, by the rows in which that actor is free, and by where the rules fail. */
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
        kept.set(`${actor} ${bits} ${column.failures?.key ?? ""}`, { column, free });
      }
    }
  }
  return kept;
}

function matrixOfColumns(
  model: ReadingModel,
  rows: readonly TextRow[],
  columns: readonly ReleasedColumn[],
): Matrix {
  return {
    rows,
    facts: columns.map(({ column }) => column.fact),
    released: rows.map((_, row) => columns.map(({ free }) => free[row] === true)),
    outcomes: rows.map(({ world, edges }, row) =>
      columns.map(({ column, free }) =>
        narrowed(outcomeIn(model, world, { column, released: free[row] === true }), edges),
      ),
    ),
  };
}

/** Every way to be "free in these rows" that the actor may have within the cell; where it is open, both. */
export function waysToBeFree(
  { rows, incident, cuts }: Seen,
  cell: Interval,
  actor: string,
): readonly (readonly boolean[])[] {
  return cellsOf(cell, cuts).flatMap((part) => {
    const states = rows.map(({ times }) => stateOf(times, incident, { cell: part, actor }));
    const surely = states.map((state) => state === "free");
    if (!states.includes("open")) return [surely];
    return [surely, states.map((state) => state !== "bound")];
  });
}
