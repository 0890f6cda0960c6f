// `npm run check:gis [-- ROWS]`: the distance and zone part of a sweep beside PostGIS, row by row, on the SYNTHETIC record of workload W;
// the kernel's distances beside the geodesic, over the antimeridian and near the poles too. A missing tool fails.
import { modelsOf } from "../src/assess/assess.ts";
import { codeRange, prepareSweep } from "../src/assess/sweep/prepare.ts";
import { settleRange } from "../src/assess/sweep/sweep.ts";
import { ordinaryMemory } from "../src/geo/kernel/columns.ts";
import { compare } from "../test/gis/compare.ts";
import { geodesicMeters, kernelMeters, randomPairs } from "../test/gis/pairs.ts";
import type { PairsAsked } from "../test/gis/pairs.ts";
import { NoPostGisError, PostGis } from "../test/gis/postgis.ts";
import { load, measure, opinionOf } from "../test/gis/second-opinion.ts";
import { syntheticColumns } from "../test/kit/synthetic-record.ts";
import { FULL, workloadInput } from "../test/kit/workload.ts";

const ROWS = Number(process.argv[2] ?? 100_000);
const REACH = 5000;
/** Metres. */
const WITHIN = 0.1;

let failed = 0;
say(`seed ${FULL.seed}`);
pairs("60 S to 75 N", { count: 5000, seed: FULL.seed, south: -60, north: 75 });
pairs("over the antimeridian", {
  count: 1000,
  seed: FULL.seed + 1,
  south: -60,
  north: 75,
  lon: 180,
});
pairs("75 N to the pole", { count: 1000, seed: FULL.seed + 2, south: 75, north: 90 });
pairs("60 S to the pole", { count: 1000, seed: FULL.seed + 3, south: -90, north: -60 });
try {
  await rows();
} catch (error) {
  if (!(error instanceof NoPostGisError)) throw error;
  fail(error.message);
}
say(failed === 0 ? "passed" : `FAILED ${failed}`);
process.exitCode = failed === 0 ? 0 : 1;

function pairs(what: string, asked: PairsAsked): void {
  let [worst, refused] = [0, 0];
  const words = new Set<string>();
  for (const pair of randomPairs(asked)) {
    const own = kernelMeters(pair);
    if (typeof own === "string") {
      refused++;
      words.add(own);
    } else worst = Math.max(worst, Math.abs(own - geodesicMeters(pair)));
  }
  const why = refused === 0 ? "" : `, ${refused} refused: ${[...words].join("; ")}`;
  say(
    `${asked.count} pairs up to 25 km, ${what}: at most ${worst.toFixed(3)} m from the geodesic${why}`,
  );
  // Not "worst > WITHIN": a distance that is no number has to fail as well.
  if (!(worst <= WITHIN)) fail(`more than ${WITHIN} m`);
  if (refused === asked.count) fail("no pair was measured");
}

async function rows(): Promise<void> {
  const input = workloadInput(FULL, ordinaryMemory);
  const { register } = input;
  if (register === undefined) throw new RangeError("the workload lists no objects");
  const models = modelsOf(input);
  const columns = syntheticColumns({ ...FULL, incidents: ROWS }, ordinaryMemory);
  const prepared = prepareSweep(models, columns, ordinaryMemory);
  const all = { from: 0, until: ROWS };
  codeRange(prepared, all);
  settleRange(prepared, all);
  const asked = { prepared, shapes: register.shapes, reach: REACH };
  const gis = await PostGis.start();
  try {
    load(gis, asked);
    measure(gis, asked);
    const found = compare(models, asked, opinionOf(gis, asked));
    say(
      `${gis.version()}: ${found.rows} incidents with a place of their own (of ${ROWS}), ${found.answers} answers about zones and nearness: ` +
        `${found.wrong} differ, ${found.onBorder} more within a metre of a bound; ` +
        `of ${found.verdicts} verdicts ${found.otherVerdicts} differ`,
    );
    if (found.wrong > 0) fail(`${found.wrong} answers differ though no bound is near`);
    if (found.otherVerdicts > found.onBorder * models.length)
      fail("more verdicts differ than answers");
    if (found.rows < ROWS / 2) fail("too few rows were compared");
  } finally {
    await gis.stop();
  }
}

function fail(why: string): void {
  failed++;
  say(`FAILED ${why}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
