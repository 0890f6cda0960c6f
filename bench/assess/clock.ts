// What the parts of the assess bench share: the workload, a clock that keeps every round, and the way to the compiled program.
import { performance } from "node:perf_hooks";
import type { AssessInput } from "../../src/assess/context.ts";
import type { ObjectRegister } from "../../src/assess/object-register.ts";
import type { IncidentColumns } from "../../src/assess/sweep/columns.ts";
import type { Sweep, SweepRefusal } from "../../src/assess/sweep/sweep.ts";
import { cpuMs } from "../../test/kit/cpu.ts";

export interface Workload {
  readonly input: AssessInput;
  readonly columns: IncidentColumns;
  readonly register: ObjectRegister;
}

/** A module of the compiled program, by its path in dist/. */
export async function compiled<T>(path: string): Promise<T> {
  return (await import(new URL(`../../dist/${path}`, import.meta.url).href)) as T;
}

/** Milliseconds by name, in the order in which they were first taken. */
export class Clock {
  readonly times = new Map<string, number[]>();
  /** Processor time of the same rounds: it does not run while others have the machine. */
  readonly cpuTimes = new Map<string, number[]>();
  /** The most memory of the process at the moments that were noted. */
  readonly memoryMb = new Map<string, number>();

  async time<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    const [startedAt, worked] = [performance.now(), cpuMs()];
    const found = await run();
    this.note(name, performance.now() - startedAt);
    this.cpuTimes.set(name, [...(this.cpuTimes.get(name) ?? []), cpuMs() - worked]);
    return found;
  }

  note(name: string, milliseconds: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), milliseconds]);
  }

  noteMemory(name: string): void {
    const now = process.memoryUsage().rss / 2 ** 20;
    this.memoryMb.set(name, Math.max(now, this.memoryMb.get(name) ?? 0));
  }

  /** NaN where nothing was timed. */
  median(name: string, times = this.times): number {
    const sorted = [...(times.get(name) ?? [])].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  }
}

/** The sweep, where it was not refused. */
export function sweptOr(found: Sweep | SweepRefusal): Sweep {
  if (found.kind === "refused") throw new RangeError(found.why);
  return found;
}
