// Workers that share one sweep (ASSESS: `assess` only splits, runs a range and joins; this floor starts the workers). Any number of
// them gives the same bytes as one thread.
import { Worker } from "node:worker_threads";
import type { NamedModel } from "../assess/assess.ts";
import type { IncidentColumns } from "../assess/sweep/columns.ts";
import type { RangeGroups } from "../assess/sweep/group-rows.ts";
import { prepareMore, prepareSweep, splitRows } from "../assess/sweep/prepare.ts";
import type { Prepared, RangeWork } from "../assess/sweep/prepare.ts";
import {
  joinRanges,
  judgeSweep,
  refusalOf,
  refusalOfReadings,
  settleRange,
} from "../assess/sweep/sweep.ts";
import type { Sweep, SweepRefusal } from "../assess/sweep/sweep.ts";
import type { SweepTask } from "../assess/sweep/task.ts";
import { sharedMemory } from "../geo/kernel/columns.ts";
import type { RowRange } from "../geo/kernel/sort-rows.ts";

/** How far a sweep has come. */
export interface Progress {
  /** Rows situated, of all of them. */
  readonly done: number;
  readonly of: number;
  readonly perSecond: number;
  readonly secondsLeft: number;
}

export interface PoolOptions {
  /** A sweep of the same readings that stands: what it indexed is used again. */
  readonly standing?: Prepared;
  readonly progress?: (progress: Progress) => void;
  /** Ends the sweep at the next chunk; nothing of it is kept. */
  readonly signal?: AbortSignal;
  /** Rows of a chunk, for those who watch more closely than by halves of a worker's part. */
  readonly chunk?: number;
}

/** Rows of a chunk: a worker is asked for one after the other, so that a sweep can be watched and ended. More rows share more work. */
const CHUNK = { least: 1 << 17, most: 1 << 19 };

/** Started threads; stop them when no more sweeps are wanted. */
export class SweepPool {
  readonly #workers: readonly Worker[];

  /** `script`: the worker's file, where it does not lie beside this one. */
  constructor(threads: number, script = new URL("./sweep-worker.js", import.meta.url)) {
    this.#workers = Array.from({ length: threads }, () => new Worker(script));
  }

  /** Columns must lie in shared memory (see `shareColumns`), else each worker gets a copy and its answers are lost. */
  async sweep(
    models: readonly NamedModel[],
    columns: IncidentColumns,
    options: PoolOptions = {},
  ): Promise<Sweep | SweepRefusal> {
    const { standing, signal } = options;
    const refused = refusalOf(models.length, columns);
    if (refused !== null) return refused;
    const prepared =
      standing === undefined
        ? prepareSweep(models, columns, sharedMemory)
        : prepareMore(standing, columns, sharedMemory);
    const { plans, keys, rowGroups } = prepared;
    const work: RangeWork = { plans, keys, rowGroups };
    await this.#situate(prepared, work, options);
    if (isCancelled(signal)) return CANCELLED;
    const ranges = splitRows(columns.count, this.#workers.length);
    const groups = await this.#all(ranges.map((range) => ({ kind: "group", work, range })));
    const joined = joinRanges(prepared, groups);
    if (joined.kind === "refused") return joined;
    const { grouped, renumber } = joined;
    const refusedReadings = refusalOfReadings(models.length, grouped);
    if (refusedReadings !== null) return refusedReadings;
    // Rows get the numbers of their groups while the groups are judged here.
    const numbered = this.#all(
      ranges.map((range, i) => {
        return { kind: "renumber", rowGroups, range, renumber: renumber[i] ?? new Uint32Array(0) };
      }),
    );
    let swept: Sweep;
    try {
      swept = judgeSweep(models, prepared, grouped);
    } finally {
      // A worker's next message must not be the answer to this.
      await numbered;
    }
    return isCancelled(signal) ? CANCELLED : swept;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  /** Every worker takes the next chunk until none is left; what it leaves open is settled here while it is at the next. */
  async #situate(
    prepared: Prepared,
    work: RangeWork,
    { progress, signal, chunk: asked }: PoolOptions,
  ): Promise<void> {
    const rows = prepared.columns.count;
    const chunk = asked ?? chunkOf(rows, this.#workers.length);
    const startedAt = performance.now();
    let [next, done] = [0, 0];
    const ask = (worker: Worker): Promise<RowRange> | null => {
      if (next >= rows || isCancelled(signal)) return null;
      const range = { from: next, until: Math.min(rows, next + chunk) };
      next = range.until;
      return answerOf(worker, { kind: "code", work, range }).then(() => range);
    };
    const run = async (worker: Worker): Promise<void> => {
      for (let coded = ask(worker); coded !== null;) {
        const range = await coded;
        coded = ask(worker);
        settleRange(prepared, range);
        done += range.until - range.from;
        const perSecond = (1000 * done) / (performance.now() - startedAt);
        progress?.({ done, of: rows, perSecond, secondsLeft: (rows - done) / perSecond });
      }
    };
    await Promise.all(this.#workers.map(run));
  }

  #all(tasks: readonly SweepTask[]): Promise<readonly (RangeGroups | null)[]> {
    return Promise.all(
      tasks.map((task, i) => {
        const worker = this.#workers[i];
        if (worker === undefined) throw new RangeError("more ranges than workers");
        return answerOf(worker, task);
      }),
    );
  }
}

/** Two chunks for each worker, within the bounds. */
function chunkOf(rows: number, workers: number): number {
  return Math.min(CHUNK.most, Math.max(CHUNK.least, Math.ceil(rows / (2 * workers))));
}

const CANCELLED: SweepRefusal = { kind: "refused", why: "cancelled before it was done" };

function isCancelled(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** One task at a time for each worker, so its next message is the answer. */
function answerOf(worker: Worker, task: SweepTask): Promise<RangeGroups | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown) =>
      reject(error instanceof Error ? error : new Error(String(error)));
    const onExit = (code: number) => reject(new Error(`a worker ended with code ${code}`));
    worker.once("error", onError);
    worker.once("exit", onExit);
    worker.once("message", (answer: RangeGroups | null) => {
      worker.off("error", onError);
      worker.off("exit", onExit);
      resolve(answer);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, no window
    worker.postMessage(task);
  });
}

/** The same columns in memory that workers share. */
export function shareColumns(columns: IncidentColumns): IncidentColumns {
  const { dimensions, target, origin } = columns;
  const places = (of: typeof target) => ({
    count: of.count,
    lon: shareFloats(of.lon),
    lat: shareFloats(of.lat),
    radius: shareFloats(of.radius),
    area: shareInts(of.area),
  });
  const share = <T>({ codes, values }: { codes: Uint32Array; values: readonly T[] }) => {
    const own = new Uint32Array(sharedMemory(codes.byteLength));
    own.set(codes);
    return { codes: own, values };
  };
  const aggregate = new Uint8Array(sharedMemory(columns.aggregate.byteLength));
  aggregate.set(columns.aggregate);
  return {
    ...columns,
    from: shareFloats(columns.from),
    until: shareFloats(columns.until),
    dimensions: {
      actors: share(dimensions.actors),
      acts: share(dimensions.acts),
      means: share(dimensions.means),
      things: share(dimensions.things),
      flags: share(dimensions.flags),
      said: share(dimensions.said),
    },
    target: places(target),
    origin: origin === null ? null : places(origin),
    day: shareInts(columns.day),
    aggregate,
  };
}

function shareFloats(of: Float64Array): Float64Array {
  const own = new Float64Array(sharedMemory(of.byteLength));
  own.set(of);
  return own;
}

function shareInts(of: Int32Array): Int32Array {
  const own = new Int32Array(sharedMemory(of.byteLength));
  own.set(of);
  return own;
}
