// Fills the code columns of a range of rows from what the kernel says; what it does not settle is left UNCODED for the plain functions
// (settle.ts). Runs in workers: plain columns and numbers only.
import type { DiscColumns } from "../../geo/kernel/columns.ts";
import { UNSETTLED, situateRows, situatedColumns } from "../../geo/kernel/situate.ts";
import type { SituateIndex, SituatedColumns } from "../../geo/kernel/situate.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import { sortByCell, usableDiscs } from "../../geo/kernel/sort-rows.ts";
import type { RowRange, SortedDiscs } from "../../geo/kernel/sort-rows.ts";
import type { CodeTask } from "./code-task.ts";
import type { Plan } from "./plan.ts";
import { slotCount, slotOf } from "./slots.ts";

/** The code of a row that the plain functions have to be asked about. */
export const UNCODED = 0xffff;

/** Discs of one batch: what the kernel writes of them fits a processor's memory near by. */
const BATCH = 1 << 13;

/** Writes the codes of every question of the plan for the rows of a range; `codes[question][row]`. */
export function codeRows(
  plan: Plan,
  discs: DiscColumns,
  range: RowRange,
  codes: readonly Uint16Array[],
): void {
  for (const { question } of plan.tasks) codes[question]?.fill(UNCODED, range.from, range.until);
  const tasks = plan.tasks.filter(({ kind }) => kind !== "plain");
  if (tasks.length === 0) return;
  const { index } = plan;
  const sorted =
    index === null ? usableDiscs(discs, range) : sortByCell(index.nearest, discs, range);
  const most = Math.min(BATCH, sorted.count);
  const out = index === null ? null : situatedColumns(index, most, ordinaryMemory);
  for (let from = 0; from < sorted.count; from += BATCH) {
    const batch = { from, until: Math.min(sorted.count, from + BATCH) };
    if (index !== null && out !== null) situateRows(index, sorted, batch, out);
    for (const task of tasks) {
      const into = codes[task.question];
      if (into !== undefined) codeTask({ index, task, discs: sorted, out }, batch, into);
    }
  }
}

interface Coding<T extends CodeTask = CodeTask> {
  readonly index: SituateIndex | null;
  readonly task: T;
  readonly discs: SortedDiscs;
  readonly out: SituatedColumns | null;
}

function codeTask(coding: Coding, batch: RowRange, into: Uint16Array): void {
  const { task } = coding;
  if (task.kind === "zone") codeZone({ ...coding, task }, batch, into);
  if (task.kind === "range") codeRange({ ...coding, task }, batch, into);
}

function codeZone(
  { index, task, discs, out }: Coding<Extract<CodeTask, { kind: "zone" }>>,
  { from, until }: RowRange,
  into: Uint16Array,
): void {
  if (index === null || out === null) return;
  const zones = index.zones.length;
  for (let disc = from; disc < until; disc++) {
    const relation = out.relations[(disc - from) * zones + task.zone] ?? UNSETTLED;
    into[discs.rows[disc] ?? 0] = relation === UNSETTLED ? UNCODED : relation;
  }
}

/** The slots of both bounds, or UNCODED where one lies too near to a bound of the texts. */
function codeRange(
  { index, task, discs, out }: Coding<Extract<CodeTask, { kind: "range" }>>,
  { from, until }: RowRange,
  into: Uint16Array,
): void {
  const { sure, maybe, isAnywhere, bounds, border, borderPart } = task;
  const layers = index?.nearest.layers ?? 0;
  const slots = slotCount(bounds);
  const slotOfNone = slotOf(bounds, 0);
  for (let disc = from; disc < until; disc++) {
    let low = Infinity;
    let high = Infinity;
    if (out !== null) {
      const at = (disc - from) * layers;
      for (let i = 0; i < sure.length; i++) {
        const layer = at + (sure[i] ?? 0);
        low = Math.min(low, out.nearest.low[layer] ?? 0);
        high = Math.min(high, out.nearest.high[layer] ?? 0);
      }
      for (let i = 0; i < maybe.length; i++)
        low = Math.min(low, out.nearest.low[at + (maybe[i] ?? 0)] ?? 0);
    }
    const own = discs.radius[disc] ?? 0;
    const least = isAnywhere ? -Infinity : low - own;
    const most = high + own;
    // No distance lies on a bound, so that a slot is the number of bounds below it, twice (slots.ts).
    let code = least < 0 ? slotOfNone * slots : 0;
    for (let i = 0; i < bounds.length; i++) {
      const bound = bounds[i] ?? 0;
      const near = border + borderPart * (bound + own);
      if (Math.abs(least - bound) < near || Math.abs(most - bound) < near) {
        code = UNCODED;
        break;
      }
      if (bound < least) code += 2 * slots;
      if (bound < most) code += 2;
    }
    into[discs.rows[disc] ?? 0] = code;
  }
}
