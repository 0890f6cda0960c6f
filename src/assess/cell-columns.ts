// What the rules of a reading make of a situation in each stretch of time between cut points, release apart. Worked out once for a
// class of situations and a stretch: the prologue that looks for breaches and the sweep both start from it. A hot file.
import type { Facts } from "../model/incident.ts";
import type { Interval } from "../model/instant.ts";
import { distinctColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { MAX_FACT_WORLDS, cellsOf, factWorlds, instantOf, mostEventTimes } from "./fact-world.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import { situate } from "./situation.ts";
import { cellRange, situationClass } from "./situation-class.ts";
import { keptFor, timesOf } from "./undated.ts";
import type { Undated } from "./undated.ts";

/** One stretch of the time in which an incident may have happened. */
export interface CellColumns {
  readonly cell: Interval;
  /** They differ by actor, by where a rule fails or by its ground. */
  readonly columns: readonly Column[];
}

/**
 * Columns by stretch, in order. Null where facts hang together, or so many combinations are possible, given `parts` stretches of time,
 * that the limit of TERMS 10 may be met; then every fact world has to be enumerated.
 */
export function columnsByCell(
  model: ReadingModel,
  facts: Facts,
  parts: number,
): readonly CellColumns[] | null {
  const { cuts, events, ages } = model.frame;
  if (facts.joint !== undefined) return null;
  const known = knownOf(model);
  const times = timesOf(model);
  const { number } = situationClass(model, facts);
  const [first] = cellRange(facts.occurred, cuts);
  const mostTimes = mostEventTimes(events, ages);
  const cells: CellColumns[] = [];
  for (const [i, cell] of cellsOf(facts.occurred, cuts).entries()) {
    const key = `${number} ${first + i}`;
    const like = `${number} ${times[first + i]}`;
    const found = known.get(key) ?? inLikeCell(model, facts, { key: like, cell });
    known.set(key, found);
    if (found.worlds * parts * mostTimes > MAX_FACT_WORLDS) return null;
    cells.push({ cell, columns: found.columns });
  }
  return cells;
}

interface InCell {
  readonly columns: readonly Column[];
  /** Fact worlds that they stand for; Infinity over the limit. */
  readonly worlds: number;
}

const KNOWN = new WeakMap<Frame, Map<string, InCell>>();

function knownOf({ frame }: ReadingModel): Map<string, InCell> {
  const known = KNOWN.get(frame) ?? new Map<string, InCell>();
  KNOWN.set(frame, known);
  return known;
}

const KEPT = new WeakMap<Undated, Map<string, InCell>>();

/** Taken from another stretch, or another state of the text, that no rule tells apart from this one. */
function inLikeCell(
  model: ReadingModel,
  facts: Facts,
  { key, cell }: { readonly key: string; readonly cell: Interval },
): InCell {
  const kept = keptFor(KEPT, model);
  const found = kept.get(key);
  if (found !== undefined) return dated(found, cell);
  const made = inCell(model, facts, cell);
  kept.set(key, made);
  return made;
}

/** The same columns at another time. */
function dated({ columns, worlds }: InCell, cell: Interval): InCell {
  const at = instantOf(cell);
  const moved = columns.map(({ fact, failures }) => ({ fact: { ...fact, cell, at }, failures }));
  return { columns: moved, worlds };
}

function inCell(model: ReadingModel, facts: Facts, cell: Interval): InCell {
  const all = factWorlds(situate(model, { ...facts, occurred: cell }), {
    cuts: [],
    breachOpen: () => false,
    ages: model.frame.ages,
  });
  if (all === null) return { columns: [], worlds: Infinity };
  return { columns: distinctColumns(model, all, ({ actor }) => actor), worlds: all.length };
}
