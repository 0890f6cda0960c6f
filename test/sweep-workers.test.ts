// Workers over shared memory give the bytes of one thread, on the SYNTHETIC record; and its verdicts are the judge's own.
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelsOf } from "../src/assess/assess.ts";
import { judge } from "../src/assess/judge.ts";
import { situate } from "../src/assess/situation.ts";
import { factsAt } from "../src/assess/sweep/columns.ts";
import { sweepMore } from "../src/assess/sweep/add-rows.ts";
import { asksTheSame, judgeSweep, sweepColumns, verdictAt } from "../src/assess/sweep/sweep.ts";
import type { Sweep, SweepRefusal } from "../src/assess/sweep/sweep.ts";
import { addSwept } from "../src/assess/add-totals.ts";
import { sweptTotals } from "../src/assess/sweep/totals.ts";
import { SweepPool, shareColumns } from "../src/cli/sweep-pool.ts";
import type { Progress } from "../src/cli/sweep-pool.ts";
import { ordinaryMemory, sharedMemory } from "../src/geo/kernel/columns.ts";
import { syntheticColumns } from "./kit/synthetic-record.ts";
import { workloadInput, workloadText } from "./kit/workload.ts";

const SIZES = { incidents: 250, points: 3000, segments: 500, seed: 7 };
const input = workloadInput(SIZES, ordinaryMemory);
const models = modelsOf(input);
const columns = syntheticColumns(SIZES, ordinaryMemory);
const alone = swept(sweepColumns(models, columns));
// Workers run compiled code, which every test run builds first.
const script = pathToFileURL(new URL("../dist/cli/sweep-worker.js", import.meta.url).pathname);

describe.each([1, 2])("%i workers", (threads) => {
  let pool: SweepPool;
  beforeAll(() => {
    pool = new SweepPool(threads, script);
  });
  afterAll(() => pool.stop());

  test.each([250, 30])("give the bytes of one thread, in chunks of %i rows", async (chunk) => {
    const shared = swept(await pool.sweep(models, shareColumns(columns), { chunk }));
    expect(shared.prepared.keys.questions).toEqual(alone.prepared.keys.questions);
    expect(shared.prepared.rowGroups).toEqual(alone.prepared.rowGroups);
    expect(shared.grouped.groups).toEqual(alone.grouped.groups);
    expect(shared.readings.map(({ ofGroup }) => ofGroup)).toEqual(
      alone.readings.map(({ ofGroup }) => ofGroup),
    );
  });
});

describe("a sweep on workers", () => {
  let pool: SweepPool;
  beforeAll(() => {
    pool = new SweepPool(2, script);
  });
  afterAll(() => pool.stop());

  test("says how far it has come, and uses again what stands", async () => {
    const steps: Progress[] = [];
    const again = swept(
      await pool.sweep(models, shareColumns(columns), {
        standing: alone.prepared,
        chunk: 100,
        progress: (step) => steps.push(step),
      }),
    );
    expect(again.readings.map(({ ofGroup }) => ofGroup)).toEqual(
      alone.readings.map(({ ofGroup }) => ofGroup),
    );
    expect(again.prepared.plans.map(({ plan }) => plan)).toEqual(
      alone.prepared.plans.map(({ plan }) => plan),
    );
    expect(steps.map(({ done }) => done)).toHaveLength(Math.ceil(columns.count / 100));
    const last = steps.at(-1);
    expect([last?.done, last?.of, last?.secondsLeft]).toEqual([columns.count, columns.count, 0]);
    expect(last?.perSecond).toBeGreaterThan(0);
  });

  test("that is cancelled refuses, and the next one is whole", async () => {
    const refused = await pool.sweep(models, shareColumns(columns), {
      signal: AbortSignal.abort(),
    });
    const cancelled = { kind: "refused", why: "cancelled before it was done" };
    expect(refused).toEqual(cancelled);
    const underWay = new AbortController();
    const ended = await pool.sweep(models, shareColumns(columns), {
      signal: underWay.signal,
      chunk: 40,
      progress: () => underWay.abort(),
    });
    expect(ended).toEqual(cancelled);
    const next = swept(await pool.sweep(models, shareColumns(columns)));
    expect(next.prepared.rowGroups).toEqual(alone.prepared.rowGroups);
  });

  test("whose workers die says so, and gives no number", async () => {
    const dying = new SweepPool(2, script);
    const answer = dying.sweep(models, shareColumns(columns));
    // Waited for from the beginning, else the refusal may come while nobody does.
    await Promise.all([expect(answer).rejects.toThrow("a worker ended with code"), dying.stop()]);
  });
});

test("totals of batches add up to those of the whole", () => {
  const [first, second] = [0, 1].map((batch) => {
    const half = syntheticColumns({ ...SIZES, incidents: 120, seed: 11 + batch }, ordinaryMemory);
    const sweep = swept(sweepColumns(models, half));
    return sweep.readings.map((reading) => sweptTotals(sweep, reading));
  });
  first?.forEach((one, i) => {
    const other = second?.[i] ?? one;
    const sum = addSwept(one, other);
    expect(sum.id).toBe(one.id);
    expect(sum.totals.atMost).toBe(one.totals.atMost + other.totals.atMost);
    expect(sum.totals.undetermined.facts).toBe(
      one.totals.undetermined.facts + other.totals.undetermined.facts,
    );
    expect(sum.byParty["RU"]?.atMost).toBe(
      (one.byParty["RU"]?.atMost ?? 0) + (other.byParty["RU"]?.atMost ?? 0),
    );
    const reasons = new Set([...Object.keys(one.byReason), ...Object.keys(other.byReason)]);
    expect(new Set(Object.keys(sum.byReason))).toEqual(reasons);
  });
});

test("a synthetic record is the same for the same seed, wherever it lies", () => {
  const again = syntheticColumns(SIZES, sharedMemory);
  expect(again.target).toEqual(columns.target);
  expect(again.dimensions.things.codes).toEqual(columns.dimensions.things.codes);
  const other = syntheticColumns({ ...SIZES, seed: 8 }, ordinaryMemory);
  expect(other.target.lon).not.toEqual(columns.target.lon);
});

test("verdicts of synthetic rows are the judge's own, regions and all", () => {
  const areas = [...columns.target.area].filter((area) => area >= 0);
  expect(areas.length).toBeGreaterThan(0);
  for (const reading of alone.readings) {
    for (let row = 0; row < columns.count; row += 3) {
      const situation = situate(reading.model, factsAt(columns, row));
      const own = judge(reading.model, situation, columns.idOf(row));
      expect(verdictAt(alone, reading, row), `row ${row} under ${reading.id}`).toEqual(own);
    }
  }
});

test("a change of wording that asks the same of places starts from the groups", () => {
  const narrower = workloadText((source) => source.replace("power-grid, nuclear-plant", "gas"));
  const changed = modelsOf({ ...input, instruments: [{ instrument: narrower, version: "b" }] });
  expect(asksTheSame(changed, alone.prepared)).toBe(true);
  const again = judgeSweep(changed, alone.prepared, alone.grouped);
  const whole = swept(sweepColumns(changed, columns));
  expect(again.readings.map(({ ofGroup }) => ofGroup)).toEqual(
    whole.readings.map(({ ofGroup }) => ofGroup),
  );
  expect(again.readings.map(({ verdicts }) => verdicts)).not.toEqual(
    alone.readings.map(({ verdicts }) => verdicts),
  );
  const further = workloadText((source) => source.replace("within: 500", "within: 700"));
  const asking = modelsOf({ ...input, instruments: [{ instrument: further, version: "c" }] });
  expect(asksTheSame(asking, alone.prepared)).toBe(false);
});

test("further rows are swept beside those that stand, with the verdicts of a whole sweep", () => {
  const more = syntheticColumns({ ...SIZES, incidents: 40, seed: 8 }, ordinaryMemory);
  const [added, whole] = [swept(sweepMore(alone, more)), swept(sweepColumns(models, more))];
  const totals = (sweep: Sweep) => sweep.readings.map((reading) => sweptTotals(sweep, reading));
  expect(totals(added)).toEqual(totals(whole));
});

function swept(found: Sweep | SweepRefusal): Sweep {
  if (found.kind === "refused") throw new Error(found.why);
  return found;
}
