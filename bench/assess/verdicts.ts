// The second stage and the whole way: a million rows on two workers, other wordings, and further rows.
import type * as AddRows from "../../src/assess/sweep/add-rows.ts";
import type * as Assess from "../../src/assess/assess.ts";
import type * as CheckTerms from "../../src/terms/check-terms.ts";
import type * as Pool from "../../src/cli/sweep-pool.ts";
import type * as Sweeping from "../../src/assess/sweep/sweep.ts";
import type * as Totals from "../../src/assess/sweep/totals.ts";
import { ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import type { Instrument } from "../../src/terms/ast.ts";
import { syntheticColumns } from "../../test/kit/synthetic-record.ts";
import { FULL, workloadText } from "../../test/kit/workload.ts";
import { timeChanges } from "./changes.ts";
import { compiled, sweptOr } from "./clock.ts";
import type { Clock, Workload } from "./clock.ts";

export type VerdictNames = Readonly<
  Record<"both" | "again" | "keystroke" | "more" | "zone" | "object", string>
>;

const ROUNDS = 3;
/** Two kinds of the narrow answer, and what it names instead. */
const AS_IT_STANDS = "power-grid, nuclear-plant";
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
  await timeChanges(workload, { names, swept, totals }, clock);
  await pool.stop();
}

type TotalsOf = (sweep: Sweeping.Sweep) => readonly Totals.SweptTotals[];

/**
 * Every round with readings that were never judged: a clause is called by another name, which nothing that is kept knows. The objects are
 * indexed in the first one, which is not timed.
 */
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
  const readings = (round: number) => {
    const named = (text: string) =>
      text.replace("\n  scope: {effect", `\n  scope-${round}: {effect`);
    const version = `round ${round}`;
    return modelsOf({ ...input, instruments: [{ instrument: workloadText(named), version }] });
  };
  let swept = sweptOr(await pool.sweep(readings(-1), columns));
  for (let round = 0; round < ROUNDS; round++) {
    const standing = swept.prepared;
    const models = readings(round);
    swept = await clock.time(name, async () => {
      const found = sweptOr(await pool.sweep(models, columns, { standing }));
      totals(found);
      return found;
    });
    clock.noteMemory(name);
  }
  const { groups } = swept.grouped;
  const worked = swept.readings.map(({ situations }) => situations).join(", ");
  const alone = swept.readings.map((reading) => reading.alone.size).join(", ");
  process.stderr.write(
    `${groups.count} groups; worked out by reading: ${worked}; rows judged one by one: ${alone}\n`,
  );
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
  const { checkTerms } = await compiled<typeof CheckTerms>("terms/check-terms.js");
  const readText = (words: string) => workloadText((text) => text.replace(AS_IT_STANDS, words));
  const readingsOf = (instrument: Instrument, version: string) =>
    modelsOf({ ...input, instruments: [{ instrument, version }] });
  const judged = (models: readonly Assess.NamedModel[]) => {
    if (!asksTheSame(models, swept.prepared))
      throw new RangeError("the changed text asks other things of places");
    return totals(judgeSweep(models, swept.prepared, swept.grouped));
  };
  // The text as it stands was judged before anybody changes it.
  judged(readingsOf(readText(AS_IT_STANDS), AS_IT_STANDS));
  for (const words of WORDINGS) {
    const changed = readingsOf(readText(words), words);
    await clock.time(names.again, () => judged(changed));
    const typed = `${words}, bridge`;
    await clock.time(names.keystroke, () => {
      const instrument = readText(typed);
      checkTerms(instrument);
      return judged(readingsOf(instrument, typed));
    });
  }
}
