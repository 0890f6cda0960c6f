// Fills the code columns of a range of rows from what the kernel says; what it does not settle is left UNCODED for the plain functions
// (settle.ts). Runs in workers: plain columns and numbers only.
import type { DiscColumns } from "../../geo/kernel/columns.ts";
import { UNSETTLED, situateRows, situatedColumns } from "../../geo/kernel/situate.ts";
import type { SituatedColumns } from "../../geo/kernel/situate.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import { widestDisc } from "../../geo/kernel/sort-rows.ts";
import type { RowRange } from "../../geo/kernel/sort-rows.ts";
import type { CodeTask } from "./code-task.ts";
import type { Plan } from "./plan.ts";
import { slotCount, slotOf } from "./slots.ts";

/** The code of a row that the plain functions have to be asked about. */
export const UNCODED = 0xffff;

/** Rows of one batch: what the kernel writes of them fits a processor's memory near by. */
const BATCH = 1 << 16;

/** Writes the codes of every question of the plan for the rows of a range; `codes[question][row]`. */
export function codeRows(
  plan: Plan,
  discs: DiscColumns,
  range: RowRange,
  codes: readonly Uint16Array[],
): void {
  for (const { question } of plan.tasks) codes[question]?.fill(UNCODED, range.from, range.until);
  const { index } = plan;
  const tasks = plan.tasks.filter(({ kind }) => kind !== "plain");
  if (tasks.length === 0) return;
  const batch = Math.min(BATCH, range.until - range.from);
  const out = index === null ? null : situatedColumns(index, batch, ordinaryMemory);
  for (let from = range.from; from < range.until; from += BATCH) {
    const count = Math.min(BATCH, range.until - from);
    const rows = { from: 0, until: count };
    const some = slice(discs, from, from + count);
    if (index !== null && out !== null) situateRows(index, some, rows, out);
    for (const task of tasks) {
      const into = codes[task.question]?.subarray(from, from + count);
      if (into !== undefined) codeTask(plan, task, { discs: some, out, into });
    }
  }
}

function slice(discs: DiscColumns, from: number, until: number): DiscColumns {
  return {
    count: until - from,
    lon: discs.lon.subarray(from, until),
    lat: discs.lat.subarray(from, until),
    radius: discs.radius.subarray(from, until),
  };
}

interface Coding {
  readonly discs: DiscColumns;
  readonly out: SituatedColumns | null;
  readonly into: Uint16Array;
}

function codeTask({ index }: Plan, task: CodeTask, { discs, out, into }: Coding): void {
  const { radius } = discs;
  const widest = index === null ? Infinity : widestDisc(index.nearest);
  const isUsable = (row: number) => (radius[row] ?? NaN) >= 0 && (radius[row] ?? NaN) <= widest;
  if (task.kind === "zone" && index !== null && out !== null) {
    const zones = index.zones.length;
    for (let row = 0; row < into.length; row++) {
      const relation = isUsable(row)
        ? (out.relations[row * zones + task.zone] ?? UNSETTLED)
        : UNSETTLED;
      into[row] = relation === UNSETTLED ? UNCODED : relation;
    }
  }
  if (task.kind === "range")
    for (let row = 0; row < into.length; row++)
      if (isUsable(row))
        into[row] = rangeCode(task, row, { layers: index?.nearest.layers ?? 0, out, radius });
}

interface Ranging {
  readonly layers: number;
  readonly out: SituatedColumns | null;
  readonly radius: Float64Array;
}

/** The slots of both bounds, or UNCODED where one lies too near to a bound of the texts. */
function rangeCode(
  task: Extract<CodeTask, { kind: "range" }>,
  row: number,
  ranging: Ranging,
): number {
  const { layers, out, radius } = ranging;
  const { sure, maybe, bounds } = task;
  let [low, high] = [Infinity, Infinity];
  if (out !== null) {
    const at = row * layers;
    for (let i = 0; i < sure.length; i++) {
      const layer = at + (sure[i] ?? 0);
      low = Math.min(low, out.nearest.low[layer] ?? 0);
      high = Math.min(high, out.nearest.high[layer] ?? 0);
    }
    for (let i = 0; i < maybe.length; i++)
      low = Math.min(low, out.nearest.low[at + (maybe[i] ?? 0)] ?? 0);
  }
  const own = radius[row] ?? 0;
  const least = task.isAnywhere ? -Infinity : low - own;
  const most = high + own;
  for (let i = 0; i < bounds.length; i++) {
    const bound = bounds[i] ?? 0;
    const border = task.border + task.borderPart * (bound + own);
    if (Math.abs(least - bound) < border || Math.abs(most - bound) < border) return UNCODED;
  }
  return slotOf(bounds, Math.max(0, least)) * slotCount(bounds) + slotOf(bounds, most);
}
