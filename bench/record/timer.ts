// Milliseconds on the wall and of the processor, by name: on a machine that others use only the second can be compared.
import { performance } from "node:perf_hooks";

export class Timer {
  readonly wall = new Map<string, number[]>();
  readonly #processor = new Map<string, number[]>();

  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const found = await work();
    push(this.wall, name, performance.now() - startedAt);
    const { user, system } = process.cpuUsage(before);
    push(this.#processor, name, (user + system) / 1000);
    return found;
  }

  /** Keeps the slowest two of a hundred of what was timed under that name: a page's p99. */
  slowestOf(name: string): void {
    const all = [...(this.wall.get(name) ?? [])].sort((a, b) => a - b);
    this.wall.set(name, all.slice(Math.floor(all.length * 0.98)));
  }

  /** Median of the processor's time; NaN where nothing was timed. */
  processor(name: string): number {
    const all = [...(this.#processor.get(name) ?? [])].sort((a, b) => a - b);
    return all[Math.floor(all.length / 2)] ?? Number.NaN;
  }
}

function push(times: Map<string, number[]>, name: string, ms: number): void {
  times.set(name, [...(times.get(name) ?? []), ms]);
}
