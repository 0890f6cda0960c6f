// Workload W of ASSESS: a SYNTHETIC million of incidents against 350,000 objects and three zones of 1,000 corners under four readings, from
// columns to verdicts; beside it what others would take for the geometry alone. TRUCELINE_ROWS asks for another number of rows.
import { performance } from "node:perf_hooks";
// What is timed is the compiled program; the sources only lend their types and make the record.
import type * as Assess from "../src/assess/assess.ts";
import type * as BuildIndex from "../src/geo/kernel/build-index.ts";
import type * as Prepare from "../src/assess/sweep/prepare.ts";
import type * as Sweeping from "../src/assess/sweep/sweep.ts";
import { ordinaryMemory, sharedMemory } from "../src/geo/kernel/columns.ts";
import { LISTED, syntheticColumns, syntheticZones } from "../test/kit/synthetic-record.ts";
import { FULL, workloadInput } from "../test/kit/workload.ts";
import { withFlatbush, withTurf } from "./assess/baselines.ts";
import type { Work } from "./assess/baselines.ts";
import { Clock, compiled } from "./assess/clock.ts";
import { besidePostGis } from "./assess/gis.ts";
import type { Workload } from "./assess/clock.ts";
import { streamRecord } from "./assess/streams.ts";
import { timeVerdicts } from "./assess/verdicts.ts";
import type { Figure, SampledBench, Samples } from "./bench.ts";

const ROWS = Number(process.env["TRUCELINE_ROWS"] ?? 1_000_000);
/** Rows that others are asked about. */
const FEWER = Math.min(ROWS, 100_000);
const ROUNDS = 3;
const [MEASURED_BY_FLATBUSH, MEASURED_BY_TURF] = [10_000, 2];
const MORE = 1000;
/** Metres: the furthest that the text asks about. */
const REACH = 5000;
const BATCHES = 10;

const NAMES = {
  gis: `geometry of ${FEWER} rows with PostGIS (natural SQL, GiST, its own workers)`,
  flatbush: `geometry of ${FEWER} rows with flatbush and naive point in polygon (extrapolated from ${MEASURED_BY_FLATBUSH})`,
  turf: `geometry of ${FEWER} rows with a loop over turf.js (extrapolated from ${MEASURED_BY_TURF})`,
  index: `index of ${FULL.points + FULL.segments} objects`,
  few: `geometry of ${FEWER} rows on one thread`,
  alone: `geometry of ${ROWS} rows on one thread`,
  both: `situate and sweep ${ROWS} rows to totals, two workers, objects indexed before`,
  again: "all four readings again after a change of wording",
  keystroke: "keystroke: the changed text read, checked, judged, totals",
  more: `${MORE} further rows, totals current`,
  zone: `another drawing of one zone over ${ROWS} rows, totals current, one thread`,
  object: `one more port over ${ROWS} rows, totals current, one thread`,
  streamed: `${BATCHES * ROWS} rows to totals in ${BATCHES} batches, objects indexed first, two workers, a process of its own`,
  streaming: `streaming limit: the bytes of ${ROWS} rows read and written once`,
};
const ofMillion = ROWS / 1e6;

export const bench: SampledBench = {
  name: "assess",
  what: `SYNTHETIC record of ${ROWS} rows x ${FULL.points} points and ${FULL.segments} segments in ${LISTED.length} kinds x 3 zones x 4 readings, seed ${FULL.seed}`,
  baseline: { name: NAMES.gis },
  sample,
  must: {
    [NAMES.index]: 500,
    [NAMES.both]: 1600 * ofMillion,
    [NAMES.again]: 50,
    [NAMES.keystroke]: 100,
    [NAMES.more]: 20,
    [NAMES.streamed]: 1600 * ofMillion * BATCHES,
  },
  goal: {
    [NAMES.index]: 200,
    [NAMES.both]: 800 * ofMillion,
    [NAMES.again]: 5,
    [NAMES.keystroke]: 16,
    [NAMES.more]: 5,
    [NAMES.streamed]: 800 * ofMillion * BATCHES,
  },
};

async function sample(): Promise<Samples> {
  const input = workloadInput(FULL, sharedMemory);
  const columns = syntheticColumns({ ...FULL, incidents: ROWS }, sharedMemory);
  const { register } = input;
  if (register === undefined) throw new RangeError("the workload lists no objects");
  const workload = { input, columns, register };
  const clock = new Clock();
  const gis = await besidePostGis(workload, { rows: FEWER, reach: REACH, name: NAMES.gis }, clock);
  timeOthers(workload, clock);
  await timeGeometry(workload, clock);
  await timeVerdicts(workload, NAMES, clock, { more: MORE });
  const streamed = await streamRecord(ROWS, BATCHES);
  clock.note(NAMES.streamed, streamed.milliseconds);
  clock.memoryMb.set(NAMES.streamed, streamed.peakMb);
  const found = (name: string) => clock.median(name);
  const ratio = (name: string, least: number, goal: number | null): Figure => ({
    name: `${name}: this many times as long as here`,
    found: found(name) / found(NAMES.few),
    unit: "x",
    must: { least },
    goal,
  });
  return {
    times: clock.times,
    rows: new Map([
      [NAMES.gis, FEWER],
      [NAMES.flatbush, FEWER],
      [NAMES.turf, FEWER],
      [NAMES.few, FEWER],
      [NAMES.alone, ROWS],
      [NAMES.both, ROWS],
      [NAMES.streamed, BATCHES * ROWS],
    ]),
    memoryMb: clock.memoryMb,
    figures: [
      ratio(NAMES.gis, 150, 500),
      ratio(NAMES.turf, 10_000, null),
      ratio(NAMES.flatbush, 15, null),
      ...gis.figures,
      ...processorTimes(clock),
      {
        name: `processor time of ${NAMES.streamed}`,
        found: streamed.processorMs,
        unit: "ms",
        must: null,
        goal: null,
      },
      {
        name: `most memory of ${NAMES.streamed}`,
        found: streamed.peakMb,
        unit: "MB",
        must: { most: 1600 },
        goal: 1000,
      },
    ],
    failed: gis.failed,
    versions: gis.versions,
  };
}

/** Of what is awaited at a keystroke. */
function processorTimes(clock: Clock): readonly Figure[] {
  return [NAMES.again, NAMES.keystroke, NAMES.more].map((name) => ({
    name: `processor time of ${name}`,
    found: clock.median(name, clock.cpuTimes),
    unit: "ms",
    must: null,
    goal: null,
  }));
}

/** Each of them measures the geometry alone, on rows that have a place of their own. */
function timeOthers({ register, columns }: Workload, clock: Clock): void {
  const work = {
    shapes: register.shapes,
    kinds: LISTED.length,
    zones: syntheticZones(1000, FULL.seed),
    places: columns.target,
    reach: REACH,
  };
  clock.note(NAMES.flatbush, extrapolated(withFlatbush(work), work, MEASURED_BY_FLATBUSH));
  clock.note(NAMES.turf, extrapolated(withTurf(work), work, MEASURED_BY_TURF));
}

async function timeGeometry({ input, columns, register }: Workload, clock: Clock): Promise<void> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { codeRange, prepareSweep } = await compiled<typeof Prepare>("assess/sweep/prepare.js");
  const { settleRange } = await compiled<typeof Sweeping>("assess/sweep/sweep.js");
  const { indexShapes } = await compiled<typeof BuildIndex>("geo/kernel/build-index.js");
  const reach = LISTED.map(() => REACH);
  for (let round = 0; round < ROUNDS; round++) {
    await clock.time(NAMES.index, () =>
      indexShapes(register.shapes, { reach, allocate: ordinaryMemory }),
    );
    for (const [name, until] of [
      [NAMES.few, FEWER],
      [NAMES.alone, ROWS],
    ] as const) {
      const prepared = prepareSweep(modelsOf({ ...input }), columns, ordinaryMemory);
      await clock.time(name, () => {
        codeRange(prepared, { from: 0, until });
        settleRange(prepared, { from: 0, until });
      });
    }
    clock.note(NAMES.streaming, streamed(columns.count));
  }
}

/** As many milliseconds as FEWER rows would take. Rows of a region have no position and are left out. */
function extrapolated(measure: (row: number) => number, { places }: Work, rows: number): number {
  const some = Array.from({ length: Math.min(places.count, 2 * rows) }, (_, row) => row).filter(
    (row) => (places.radius[row] ?? NaN) >= 0,
  );
  const measured = some.slice(0, rows);
  const startedAt = performance.now();
  let sum = 0;
  for (const row of measured) sum += measure(row);
  if (Number.isNaN(sum)) throw new RangeError("a baseline measured nothing");
  return ((performance.now() - startedAt) * FEWER) / measured.length;
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
