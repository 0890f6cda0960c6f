// The second stage and the whole way: a million rows on two workers, other wordings, and further rows.
import type * as AddRows from "../../src/assess/sweep/add-rows.ts";
import type * as Assess from "../../src/assess/assess.ts";
import type * as Pool from "../../src/cli/sweep-pool.ts";
import type * as Sweeping from "../../src/assess/sweep/sweep.ts";
import type * as Totals from "../../src/assess/sweep/totals.ts";
import { ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import { syntheticColumns } from "../../test/kit/synthetic-record.ts";
import { FULL, workloadText } from "../../test/kit/workload.ts";
import { compiled, sweptOr } from "./clock.ts";
import type { Clock, Workload } from "./clock.ts";

export type VerdictNames = Readonly<Record<"both" | "again" | "keystroke" | "more", string>>;

const ROUNDS = 3;
/** What the narrow answer names instead of two of its kinds. */
const WORDINGS = ["power-grid", "nuclear-plant", "oil-depot", "substation", "hydro-plant", "port"];

export async function timeVerdicts(
  workload: Workload,
  names: VerdictNames,
  clock: Clock,
  sizes: { readonly more: number },
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
