// What a bench is, and how it is timed: each contender runs in turn, many rounds, the median counts.
import { performance } from "node:perf_hooks";

export interface Contender {
  readonly name: string;
  /** One round of work; what it returns is kept alive so that no engine can leave it out. */
  readonly run: () => unknown;
}

export interface Bench {
  /** File name of its results. */
  readonly name: string;
  /** What one round does, with its sizes. */
  readonly what: string;
  /** The contender that all others are compared with; measured in the same run. */
  readonly baseline: Contender;
  readonly contenders: readonly Contender[];
  /** Most milliseconds a contender may take, by its name; more fails the run. */
  readonly must: Readonly<Record<string, number>>;
}

/** Milliseconds by contender, and what they were measured with. */
export interface Samples {
  /** How contenders stand to each other; one below its must fails the run. */
  readonly ratios?: readonly Ratio[];
  readonly times: ReadonlyMap<string, readonly number[]>;
  readonly versions: Readonly<Record<string, string>>;
  /** Rows that a contender went through, and megabytes it took, where it says so. */
  readonly rows?: ReadonlyMap<string, number>;
  readonly memoryMb?: ReadonlyMap<string, number>;
  /** What is no time: how many times as fast, how many answers differ. */
  readonly figures?: readonly Figure[];
  /** What could not be measured, and why: it fails the run. */
  readonly failed?: ReadonlyMap<string, string>;
}

/** A number beside what it must be and what it may hope to be. */
export interface Figure {
  readonly name: string;
  readonly found: number;
  readonly unit: string;
  readonly must: { readonly least: number } | { readonly most: number } | null;
  readonly goal: number | null;
}

/** Median of the first over that of the second: 1 is as fast, 0.5 takes twice as long. */
export interface Ratio {
  readonly name: string;
  readonly of: readonly [string, string];
  readonly must: number;
  readonly goal: number;
}

/** A bench that times itself, because what it times runs elsewhere. */
export interface SampledBench extends Pick<Bench, "name" | "what" | "must"> {
  readonly baseline: { readonly name: string };
  /** Milliseconds that are not reached yet and are aimed at. */
  readonly goal?: Readonly<Record<string, number>>;
  readonly sample: () => Promise<Samples>;
}

/** Whether a figure is what it must be; one that is no number is not. */
export function isMet({ found, must }: Figure): boolean {
  if (must === null) return true;
  return "least" in must ? found >= must.least : found <= must.most;
}

export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  /** First and last tenth of the rounds. */
  readonly lowMs: number;
  readonly highMs: number;
  /** Median of the baseline over this median: 2 is twice as fast as the baseline. */
  readonly ratio: number;
  readonly mustMs: number | null;
  readonly goalMs: number | null;
  readonly perSecond?: number;
  readonly memoryMb?: number;
}

/** Times every contender of a bench, the baseline first. */
export function timeBench(bench: Bench): readonly Timing[] {
  const all = [bench.baseline, ...bench.contenders];
  return timingsOf(bench, { times: new Map(all.map((one) => [one.name, timeRounds(one)])) });
}

/** Medians and tenths of what was measured, in the order of `times`. */
export function timingsOf(
  { baseline, must, goal = {} }: Pick<SampledBench, "baseline" | "must" | "goal">,
  { times, rows, memoryMb }: Pick<Samples, "times" | "rows" | "memoryMb">,
): readonly Timing[] {
  const sorted = [...times].map(([name, all]) => [name, [...all].sort((a, b) => a - b)] as const);
  const base = quantile(new Map(sorted).get(baseline.name) ?? [], 0.5);
  return sorted.map(([name, times]) => {
    const medianMs = quantile(times, 0.5);
    return {
      name,
      medianMs,
      lowMs: quantile(times, 0.1),
      highMs: quantile(times, 0.9),
      ratio: base / medianMs,
      mustMs: must[name] ?? null,
      goalMs: goal[name] ?? null,
      ...optional("perSecond", perSecond(rows?.get(name), medianMs)),
      ...optional("memoryMb", memoryMb?.get(name)),
    };
  });
}

function perSecond(rows: number | undefined, milliseconds: number): number | undefined {
  return rows === undefined ? undefined : Math.round((rows / milliseconds) * 1000);
}

function optional<K extends string>(
  key: K,
  value: number | undefined,
): { readonly [_ in K]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [_ in K]: number });
}

/** For each contender. */
const BUDGET_MS = 3000;

let kept: unknown = null;

/** Two rounds to warm up, then as many as fit the budget, at least three. */
function timeRounds({ run }: Contender): readonly number[] {
  const times: number[] = [];
  const stopAt = performance.now() + BUDGET_MS;
  for (let round = -2; round < 3 || performance.now() < stopAt; round++) {
    const startedAt = performance.now();
    kept = run();
    if (round >= 0) times.push(performance.now() - startedAt);
  }
  if (kept === times) throw new RangeError("a bench must not return its own timings");
  return times;
}

/** Of sorted values; the nearest rank. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
