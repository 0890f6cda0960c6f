// Workload W of ASSESS: a SYNTHETIC million of incidents against 350,000 objects and three zones of 1,000 corners under four readings, from
// columns to verdicts; beside it what others would take for the geometry alone. `SIZES.incidents` rows; TRUCELINE_ROWS asks for another number.
import { performance } from "node:perf_hooks";
// What is timed is the compiled program; the sources only lend their types and make the record.
import type * as AddRows from "../src/assess/sweep/add-rows.ts";
import type * as Assess from "../src/assess/assess.ts";
import type * as BuildIndex from "../src/geo/kernel/build-index.ts";
import type * as Pool from "../src/cli/sweep-pool.ts";
import type * as Prepare from "../src/assess/sweep/prepare.ts";
import type * as Sweep from "../src/assess/sweep/sweep.ts";
import type * as Totals from "../src/assess/sweep/totals.ts";
import type { AssessInput } from "../src/assess/context.ts";
import type { ObjectRegister } from "../src/assess/object-register.ts";
import type { IncidentColumns } from "../src/assess/sweep/columns.ts";
import { ordinaryMemory, sharedMemory } from "../src/geo/kernel/columns.ts";
import { LISTED, syntheticColumns, syntheticZones } from "../test/kit/synthetic-record.ts";
import { FULL, workloadInput, workloadText } from "../test/kit/workload.ts";
import { withFlatbush, withTurf } from "./assess/baselines.ts";
import type { Work } from "./assess/baselines.ts";
import type { SampledBench, Samples } from "./bench.ts";

const ROWS = Number(process.env["TRUCELINE_ROWS"] ?? 1_000_000);
const ROUNDS = 3;
const [FEW, FEWER] = [10_000, 2];
const MORE = 1000;
/** Metres: the furthest that the text asks about. */
const REACH = 5000;

const NAMES = {
  flatbush: `geometry with flatbush and naive point in polygon (extrapolated from ${FEW} rows)`,
  turf: `geometry with a loop over turf.js (extrapolated from ${FEWER} rows)`,
  index: `index of ${FULL.points + FULL.segments} objects and three zones`,
  alone: `geometry of ${ROWS} rows on one thread`,
  settled: "what the kernel leaves to the plain functions",
  both: `${ROWS} rows to totals on two workers`,
  again: `all four readings again after a change of wording`,
  more: `${MORE} further rows, totals current`,
  streaming: `streaming limit: the bytes of ${ROWS} rows read and written once`,
};

export const bench: SampledBench = {
  name: "assess",
  what: `SYNTHETIC record of ${ROWS} rows x ${FULL.points} points and ${FULL.segments} segments in ${LISTED.length} kinds x 3 zones x 4 readings, seed ${FULL.seed}`,
  baseline: { name: NAMES.flatbush },
  sample,
  must: {
    [NAMES.index]: 500,
    [NAMES.both]: 1600 * (ROWS / 1e6),
    [NAMES.again]: 50,
    [NAMES.more]: 20,
  },
};

async function compiled<T>(path: string): Promise<T> {
  return (await import(new URL(`../dist/${path}`, import.meta.url).href)) as T;
}

/** Milliseconds by name, in the order in which they were first taken. */
class Clock {
  readonly times = new Map<string, number[]>();

  async time<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const found = await run();
    this.note(name, performance.now() - startedAt);
    return found;
  }

  note(name: string, milliseconds: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), milliseconds]);
  }
}

interface Workload {
  readonly input: AssessInput;
  readonly columns: IncidentColumns;
  readonly register: ObjectRegister;
}

async function sample(): Promise<Samples> {
  const input = workloadInput(FULL, sharedMemory);
  const columns = syntheticColumns({ ...FULL, incidents: ROWS }, sharedMemory);
  const { register } = input;
  if (register === undefined) throw new RangeError("the workload lists no objects");
  const clock = new Clock();
  const work = {
    shapes: register.shapes,
    kinds: LISTED.length,
    zones: syntheticZones(1000, FULL.seed),
    places: columns.target,
    reach: REACH,
  };
  clock.note(NAMES.flatbush, extrapolated(withFlatbush(work), work, FEW));
  clock.note(NAMES.turf, extrapolated(withTurf(work), work, FEWER));
  await timeGeometry({ input, columns, register }, clock);
  await timeVerdicts({ input, columns, register }, clock);
  return { times: clock.times, versions: {} };
}

async function timeGeometry({ input, columns, register }: Workload, clock: Clock): Promise<void> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { codeRange, prepareSweep } = await compiled<typeof Prepare>("assess/sweep/prepare.js");
  const { settleRange } = await compiled<typeof Sweep>("assess/sweep/sweep.js");
  const { indexShapes } = await compiled<typeof BuildIndex>("geo/kernel/build-index.js");
  const reach = LISTED.map(() => REACH);
  const all = { from: 0, until: columns.count };
  for (let round = 0; round < ROUNDS; round++) {
    await clock.time(NAMES.index, () =>
      indexShapes(register.shapes, { reach, allocate: ordinaryMemory }),
    );
    const prepared = prepareSweep(modelsOf({ ...input }), columns, ordinaryMemory);
    await clock.time(NAMES.alone, () => codeRange(prepared, all));
    await clock.time(NAMES.settled, () => settleRange(prepared, all));
    clock.note(NAMES.streaming, streamed(columns.count));
  }
}

async function timeVerdicts({ input, columns }: Workload, clock: Clock): Promise<void> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { SweepPool } = await compiled<typeof Pool>("cli/sweep-pool.js");
  const { asksTheSame, judgeSweep } = await compiled<typeof Sweep>("assess/sweep/sweep.js");
  const { sweptTotals } = await compiled<typeof Totals>("assess/sweep/totals.js");
  const { sweepMore } = await compiled<typeof AddRows>("assess/sweep/add-rows.js");
  const totals = (sweep: Sweep.Sweep) => sweep.readings.map((one) => sweptTotals(sweep, one));
  const pool = new SweepPool(2);
  const swept = await clock.time(NAMES.both, async () => {
    const found = sweptOr(await pool.sweep(modelsOf({ ...input }), columns));
    totals(found);
    return found;
  });
  await pool.stop();
  const situations = swept.readings.map((reading) => reading.situations);
  process.stderr.write(
    `${swept.grouped.groups.count} groups; situations by reading: ${situations.join(", ")}\n`,
  );
  const other = workloadText((source) => source.replace("power-grid, nuclear-plant", "power-grid"));
  const instruments = [{ instrument: other, version: "changed" }];
  const changed = modelsOf({ ...input, instruments });
  if (!asksTheSame(changed, swept.prepared))
    throw new RangeError("the changed text asks other things of places");
  await clock.time(NAMES.again, () => totals(judgeSweep(changed, swept.prepared, swept.grouped)));
  const sizes = { ...FULL, incidents: MORE, seed: FULL.seed + 10 };
  const more = syntheticColumns(sizes, ordinaryMemory);
  await clock.time(NAMES.more, () => totals(sweptOr(sweepMore(swept, more))));
}

/** As many milliseconds as all rows would take. Rows of a region have no position and are left out. */
function extrapolated(measure: (row: number) => number, { places }: Work, rows: number): number {
  const some = Array.from({ length: 2 * rows }, (_, row) => row).filter(
    (row) => (places.radius[row] ?? NaN) >= 0,
  );
  const measured = some.slice(0, rows);
  const startedAt = performance.now();
  let sum = 0;
  for (const row of measured) sum += measure(row);
  if (Number.isNaN(sum)) throw new RangeError("a baseline measured nothing");
  return ((performance.now() - startedAt) * ROWS) / measured.length;
}

function sweptOr(found: Sweep.Sweep | Sweep.SweepRefusal): Sweep.Sweep {
  if (found.kind === "refused") throw new RangeError(found.why);
  return found;
}

/** Bytes of a row: place 28, time 16, facts 24, answers 12, group 4. */
const BYTES = 84;

function streamed(rows: number): number {
  const from = new Float64Array((rows * BYTES) / 16).fill(1);
  const startedAt = performance.now();
  const to = new Float64Array(from.length);
  to.set(from);
  if (to.at(-1) !== 1) throw new RangeError("nothing was copied");
  return performance.now() - startedAt;
}
