// One sweep of the SYNTHETIC record in this process's locale and each of the time zones named, its rows in order and shuffled: prints a
// hash of its groups, verdicts and totals by zone. `test/same-bytes.test.ts` starts it under several locales.
import { createHash } from "node:crypto";
import { modelsOf } from "../../src/assess/assess.ts";
import type { IncidentColumns } from "../../src/assess/sweep/columns.ts";
import { sweepColumns, verdictAt } from "../../src/assess/sweep/sweep.ts";
import { sweptTotals } from "../../src/assess/sweep/totals.ts";
import { ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import { randomOf } from "../../src/model/random.ts";
import { syntheticColumns } from "../kit/synthetic-record.ts";
import { workloadInput } from "../kit/workload.ts";

const SIZES = { incidents: 150, points: 500, segments: 100, seed: 7 };

const hashes = process.argv.slice(2).map((zone, i) => {
  process.env["TZ"] = zone;
  const shown = new Date(0).toLocaleString();
  const columns = syntheticColumns(SIZES, ordinaryMemory);
  const order = shuffled(columns.count);
  const whole = hashOf(columns, [...order.keys()]);
  const back = [...order.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
  // Once is enough: what the zone does to it the first hash shows.
  const turned = i === 0 ? hashOf(picked(columns, order), back) : whole;
  return { zone, shown, whole, turned };
});
process.stdout.write(`${JSON.stringify(hashes)}\n`);

/** Of the verdicts in the order of `rows`, the groups and the totals. */
function hashOf(columns: IncidentColumns, rows: readonly number[]): string {
  const swept = sweepColumns(modelsOf(workloadInput(SIZES, ordinaryMemory)), columns);
  if (swept.kind === "refused") throw new RangeError(swept.why);
  const hash = createHash("sha256").update(JSON.stringify(swept.grouped.groups));
  for (const reading of swept.readings) {
    hash.update(JSON.stringify(sweptTotals(swept, reading)));
    for (const row of rows) hash.update(JSON.stringify(verdictAt(swept, reading, row)));
  }
  return hash.digest("hex");
}

function shuffled(count: number): readonly number[] {
  const next = randomOf(SIZES.seed);
  const keyed = Array.from({ length: count }, (_, row) => [next(), row] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The rows in another order. */
function picked(columns: IncidentColumns, order: readonly number[]): IncidentColumns {
  const { dimensions, target } = columns;
  const floats = (of: Float64Array) => Float64Array.from(order, (row) => of[row] ?? NaN);
  const ints = (of: Int32Array) => Int32Array.from(order, (row) => of[row] ?? 0);
  const of = <T>({
    codes,
    values,
  }: {
    readonly codes: Uint32Array;
    readonly values: readonly T[];
  }) => ({
    codes: Uint32Array.from(order, (row) => codes[row] ?? 0),
    values,
  });
  return {
    ...columns,
    from: floats(columns.from),
    until: floats(columns.until),
    dimensions: {
      actors: of(dimensions.actors),
      acts: of(dimensions.acts),
      means: of(dimensions.means),
      things: of(dimensions.things),
      flags: of(dimensions.flags),
      said: of(dimensions.said),
    },
    target: {
      count: target.count,
      lon: floats(target.lon),
      lat: floats(target.lat),
      radius: floats(target.radius),
      area: ints(target.area),
    },
    day: ints(columns.day),
    aggregate: Uint8Array.from(order, (row) => columns.aggregate[row] ?? 0),
  };
}
