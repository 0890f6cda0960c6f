// A record of many batches in a process of its own, so that what it takes of memory at its peak is that of the engine: rows are made batch by
// batch into the same memory, and only totals are kept. Started by streams.ts with the rows of a batch and how many batches.
import { performance } from "node:perf_hooks";
import type * as AddTotals from "../../src/assess/add-totals.ts";
import type * as Assess from "../../src/assess/assess.ts";
import type * as Pool from "../../src/cli/sweep-pool.ts";
import type * as Totals from "../../src/assess/sweep/totals.ts";
import type { Prepared } from "../../src/assess/sweep/prepare.ts";
import { sharedMemory } from "../../src/geo/kernel/columns.ts";
import type { Allocate } from "../../src/geo/kernel/columns.ts";
import { syntheticColumns } from "../../test/kit/synthetic-record.ts";
import { FULL, workloadInput } from "../../test/kit/workload.ts";
import { compiled, sweptOr } from "./clock.ts";

/** What the parent reads from standard output. */
export interface Streamed {
  readonly rows: number;
  /** From the text and the unsorted objects to the totals of all rows; making the rows is left out. */
  readonly milliseconds: number;
  /** Processor time of all threads meanwhile. */
  readonly processorMs: number;
  /** The most that was resident at any time, rows and all. */
  readonly peakMb: number;
}

const [rows = 0, batches = 0] = process.argv.slice(2).map(Number);
process.stdout.write(JSON.stringify(await streamed(rows, batches)));

async function streamed(rowsOfBatch: number, count: number): Promise<Streamed> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { SweepPool } = await compiled<typeof Pool>("cli/sweep-pool.js");
  const { sweptTotals } = await compiled<typeof Totals>("assess/sweep/totals.js");
  const { addSwept } = await compiled<typeof AddTotals>("assess/add-totals.js");
  const input = workloadInput(FULL, sharedMemory);
  const again = sameMemory();
  const spent = { milliseconds: 0, processorMs: 0 };
  const pool = new SweepPool(2);
  const models = modelsOf({ ...input });
  let standing: Prepared | undefined;
  let sums: readonly Totals.SweptTotals[] = [];
  for (let batch = 0; batch < count; batch++) {
    const sizes = { ...FULL, incidents: rowsOfBatch, seed: FULL.seed + 100 + batch };
    const own = syntheticColumns(sizes, again());
    const [startedAt, usedBefore] = [performance.now(), process.cpuUsage()];
    const options = standing === undefined ? {} : { standing };
    const found = sweptOr(await pool.sweep(models, own, options));
    standing ??= found.prepared;
    const totals = found.readings.map((one) => sweptTotals(found, one));
    sums = sums.length === 0 ? totals : sums.map((one, i) => addSwept(one, totals[i] ?? one));
    const used = process.cpuUsage(usedBefore);
    spent.milliseconds += performance.now() - startedAt;
    spent.processorMs += (used.user + used.system) / 1000;
  }
  await pool.stop();
  const all = rowsOfBatch * count;
  if (sums.some(({ totals }) => totals.incidents + totals.aggregates !== all))
    throw new RangeError("the batches do not add up");
  return { rows: all, ...spent, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** Each round is handed the same pieces of shared memory; it has to ask for the same sizes in the same order. */
function sameMemory(): () => Allocate {
  const pieces: (ArrayBuffer | SharedArrayBuffer)[] = [];
  return () => {
    let next = 0;
    return (bytes) => {
      const known = pieces[next];
      const piece = known?.byteLength === bytes ? known : sharedMemory(bytes);
      pieces[next++] = piece;
      return piece;
    };
  };
}
