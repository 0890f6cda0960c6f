// `npm run bench [NAME...] [-- --json]`: runs the benches, prints a table each, keeps bench/results/<name>.json.
// The exit code is 1 when a contender took longer than it may.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { table } from "../src/cli/print/table.ts";
import { timeBench, timingsOf } from "./bench.ts";
import type { Bench, SampledBench, Timing } from "./bench.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const asked = process.argv.slice(2);
const json = asked.includes("--json");
const names = asked.filter((name) => !name.startsWith("--"));

interface Result {
  readonly bench: string;
  readonly what: string;
  readonly machine: ReturnType<typeof machine>;
  readonly timings: readonly Timing[];
}

const results: Result[] = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".bench.ts"))
  .sort()) {
  if (names.length > 0 && !names.includes(file.replace(".bench.ts", ""))) continue;
  const module = (await import(pathToFileURL(join(folder, file)).href)) as {
    readonly bench: Bench | SampledBench;
  };
  results.push(await runOne(module.bench));
}
if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
if (results.length === 0) process.stderr.write(`no bench is called ${names.join(" or ")}\n`);
process.exitCode =
  results.length > 0 && results.every(({ timings }) => timings.every(isInTime)) ? 0 : 1;

async function runOne(bench: Bench | SampledBench): Promise<Result> {
  const before = machine();
  const { timings, versions } = await timed(bench);
  const result = {
    bench: bench.name,
    what: bench.what,
    machine: { ...before, ...versions },
    timings,
  };
  mkdirSync(join(folder, "results"), { recursive: true });
  writeFileSync(
    join(folder, "results", `${bench.name}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  if (!json) process.stdout.write(render(bench, timings));
  return result;
}

async function timed(bench: Bench | SampledBench) {
  if (!("sample" in bench)) return { timings: timeBench(bench), versions: {} };
  const { times, versions } = await bench.sample();
  return { timings: timingsOf(bench, times), versions };
}

function render(bench: Bench | SampledBench, timings: readonly Timing[]): string {
  const right = (...head: readonly string[]) => ({ head, align: "right" as const });
  const columns = [
    { head: ["Contender"], align: "left" as const, elastic: true },
    right("Median", "ms"),
    right("10-90 %", "ms"),
    right("Times as fast", `as ${bench.baseline.name}`),
    right("May take", "ms"),
    right("In time"),
  ];
  const rows = timings.map((timing) => [
    timing.name,
    timing.medianMs.toFixed(2),
    `${timing.lowMs.toFixed(2)}-${timing.highMs.toFixed(2)}`,
    timing.ratio.toFixed(2),
    timing.mustMs === null ? "" : String(timing.mustMs),
    timing.mustMs === null ? "" : isInTime(timing) ? "yes" : "NO",
  ]);
  return `${bench.name}: ${bench.what}\n${table(columns, rows, 100)}\n`;
}

function isInTime({ medianMs, mustMs }: Timing): boolean {
  return mustMs === null || medianMs <= mustMs;
}

function machine(): object {
  const [first] = cpus();
  return {
    cpu: first?.model ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    /** Of the minute before: other work on the machine shows here. */
    load: loadavg()[0],
  };
}
