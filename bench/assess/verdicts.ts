// The second stage and the whole way: a million rows on two workers, other wordings, further rows, and many batches of which only the
// totals are kept.
import type * as AddRows from "../../src/assess/sweep/add-rows.ts";
import type * as AddTotals from "../../src/assess/add-totals.ts";
import type * as Assess from "../../src/assess/assess.ts";
import type * as Pool from "../../src/cli/sweep-pool.ts";
import type * as Sweeping from "../../src/assess/sweep/sweep.ts";
import type * as Totals from "../../src/assess/sweep/totals.ts";
import { ordinaryMemory, sharedMemory } from "../../src/geo/kernel/columns.ts";
import { syntheticColumns } from "../../test/kit/synthetic-record.ts";
import { FULL, workloadText } from "../../test/kit/workload.ts";
import { compiled } from "./clock.ts";
import type { Clock, Workload } from "./clock.ts";

export type VerdictNames = Readonly<
  Record<"both" | "again" | "keystroke" | "more" | "streamed", string>
>;

const ROUNDS = 3;
/** What the narrow answer names instead of two of its kinds. */
const WORDINGS = ["power-grid", "nuclear-plant", "oil-depot", "substation", "hydro-plant", "port"];

export async function timeVerdicts(
  workload: Workload,
  names: VerdictNames,
  clock: Clock,
  sizes: { readonly batches: number; readonly more: number },
): Promise<void> {
  const { SweepPool } = await compiled<typeof Pool>("cli/sweep-pool.js");
  const { sweptTotals } = await compiled<typeof Totals>("assess/sweep/totals.js");
  const totals = (sweep: Sweeping.Sweep) => sweep.readings.map((one) => sweptTotals(sweep, one));
  const pool = new SweepPool(2);
  const swept = await timeWhole(workload, { name: names.both, pool, totals }, clock);
  await timeWordings(workload, { names, swept, totals }, clock);
  const { sweepMore } = await compiled<typeof AddRows>("assess/sweep/add-rows.js");
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const seed = FULL.seed + 10 + round;
    const more = syntheticColumns({ ...FULL, incidents: sizes.more, seed }, ordinaryMemory);
    await clock.time(names.more, () => totals(sweptOr(sweepMore(swept, more))));
  }
  await timeBatches(workload, { name: names.streamed, pool, swept, batches: sizes.batches }, clock);
  await pool.stop();
}

type TotalsOf = (sweep: Sweeping.Sweep) => readonly Totals.SweptTotals[];

/** Every round with readings that were never judged; the objects are indexed in the first one, which is not timed. */
async function timeWhole(
  { input, columns }: Workload,
  {
    name,
    pool,
    totals,
  }: { readonly name: string; readonly pool: Pool.SweepPool; readonly totals: TotalsOf },
  clock: Clock,
): Promise<Sweeping.Sweep> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  let swept = sweptOr(await pool.sweep(modelsOf({ ...input }), columns));
  for (let round = 0; round < ROUNDS; round++) {
    const standing = swept.prepared;
    swept = await clock.time(name, async () => {
      const found = sweptOr(await pool.sweep(modelsOf({ ...input }), columns, { standing }));
      totals(found);
      return found;
    });
    clock.noteMemory(name);
  }
  const { groups } = swept.grouped;
  const states = swept.readings.map(({ situations }) => situations).join(", ");
  process.stderr.write(`${groups.count} groups; last states by reading: ${states}\n`);
  return swept;
}

interface Wordings {
  readonly names: VerdictNames;
  readonly swept: Sweeping.Sweep;
  readonly totals: TotalsOf;
}

/** Every round is a wording that was never judged. */
async function timeWordings(
  { input }: Workload,
  { names, swept, totals }: Wordings,
  clock: Clock,
): Promise<void> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { asksTheSame, judgeSweep } = await compiled<typeof Sweeping>("assess/sweep/sweep.js");
  const worded = (words: string) => {
    const instrument = workloadText((text) => text.replace("power-grid, nuclear-plant", words));
    return modelsOf({ ...input, instruments: [{ instrument, version: words }] });
  };
  for (const words of WORDINGS) {
    const changed = worded(words);
    if (!asksTheSame(changed, swept.prepared))
      throw new RangeError("the changed text asks other things of places");
    await clock.time(names.again, () => totals(judgeSweep(changed, swept.prepared, swept.grouped)));
    await clock.time(names.keystroke, () =>
      totals(judgeSweep(worded(`${words}, bridge`), swept.prepared, swept.grouped)),
    );
  }
}

interface Batches {
  readonly name: string;
  readonly pool: Pool.SweepPool;
  readonly swept: Sweeping.Sweep;
  readonly batches: number;
}

/** Making a batch is not timed; of each only its totals are kept. */
async function timeBatches(
  { columns }: Workload,
  { name, pool, swept, batches }: Batches,
  clock: Clock,
): Promise<void> {
  const { sweptTotals } = await compiled<typeof Totals>("assess/sweep/totals.js");
  const { addSwept } = await compiled<typeof AddTotals>("assess/add-totals.js");
  let [spent, rows] = [0, 0];
  let sums: readonly Totals.SweptTotals[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const sizes = { ...FULL, incidents: columns.count, seed: FULL.seed + 100 + batch };
    const own = syntheticColumns(sizes, sharedMemory);
    const startedAt = performance.now();
    const found = sweptOr(await pool.sweep(swept.readings, own, { standing: swept.prepared }));
    const totals = found.readings.map((one) => sweptTotals(found, one));
    sums = sums.length === 0 ? totals : sums.map((one, i) => addSwept(one, totals[i] ?? one));
    spent += performance.now() - startedAt;
    rows += own.count;
    clock.noteMemory(name);
  }
  if (sums.some(({ totals }) => totals.incidents + totals.aggregates !== rows))
    throw new RangeError("the batches do not add up");
  clock.note(name, spent);
}

function sweptOr(found: Sweeping.Sweep | Sweeping.SweepRefusal): Sweeping.Sweep {
  if (found.kind === "refused") throw new RangeError(found.why);
  return found;
}
