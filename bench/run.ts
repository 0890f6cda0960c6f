// `npm run bench [NAME...] [-- --json]`: runs the benches, prints a table each, keeps bench/results/<name>.json.
// The exit code is 1 when a contender took longer than it may.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { table } from "../src/cli/print/table.ts";
import { isMet, timeBench, timingsOf } from "./bench.ts";
import type { Bench, Figure, Ratio, SampledBench, Timing } from "./bench.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const asked = process.argv.slice(2);
const json = asked.includes("--json");
const names = asked.filter((name) => !name.startsWith("--"));

type FoundRatio = Ratio & { readonly value: number };

interface Result {
  readonly bench: string;
  readonly what: string;
  readonly machine: ReturnType<typeof machine>;
  readonly timings: readonly Timing[];
  readonly ratios?: readonly FoundRatio[];
  readonly figures: readonly Figure[];
  /** What could not be measured, and why. */
  readonly failed: Readonly<Record<string, string>>;
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
process.exitCode = results.length > 0 && results.every(isPassed) ? 0 : 1;

function isPassed({ timings, ratios = [], figures, failed }: Result): boolean {
  return (
    timings.every(isInTime) &&
    ratios.every(({ value, must }) => value >= must) &&
    figures.every(isMet) &&
    Object.keys(failed).length === 0
  );
}

async function runOne(bench: Bench | SampledBench): Promise<Result> {
  const before = machine();
  const { timings, versions, ratios, figures, failed } = await timed(bench);
  const result = {
    bench: bench.name,
    what: bench.what,
    machine: { ...before, ...versions },
    timings,
    ...(ratios.length === 0 ? {} : { ratios }),
    figures,
    failed,
  };
  mkdirSync(join(folder, "results"), { recursive: true });
  writeFileSync(
    join(folder, "results", `${bench.name}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  if (!json) process.stdout.write(render(bench, result) + ratios.map(ratioLine).join(""));
  return result;
}

async function timed(bench: Bench | SampledBench) {
  if (!("sample" in bench))
    return { timings: timeBench(bench), versions: {}, ratios: [], figures: [], failed: {} };
  const samples = await bench.sample();
  const { versions, ratios = [], figures = [], failed = new Map<string, string>() } = samples;
  const timings = timingsOf(bench, samples);
  const medianOf = (name: string): number =>
    timings.find((timing) => timing.name === name)?.medianMs ?? Number.NaN;
  const found = ratios.map((ratio) => ({
    ...ratio,
    value: medianOf(ratio.of[0]) / medianOf(ratio.of[1]),
  }));
  return { timings, versions, ratios: found, figures, failed: Object.fromEntries(failed) };
}

function render(
  bench: Bench | SampledBench,
  { timings, figures, failed, machine }: Result,
): string {
  const right = (...head: readonly string[]) => ({ head, align: "right" as const });
  const columns = [
    { head: ["Contender"], align: "left" as const, elastic: true },
    right("Median", "ms"),
    right("10-90 %", "ms"),
    right("Times as fast", "as the first"),
    right("Incidents", "a second"),
    right("MB"),
    right("May take", "ms"),
    right("Goal", "ms"),
    right("In time"),
  ];
  const rows = timings.map((timing) => [
    timing.name,
    timing.medianMs.toFixed(2),
    `${timing.lowMs.toFixed(2)}-${timing.highMs.toFixed(2)}`,
    timing.ratio.toFixed(2),
    timing.perSecond?.toLocaleString("en") ?? "",
    timing.memoryMb?.toFixed(0) ?? "",
    timing.mustMs === null ? "" : String(timing.mustMs),
    timing.goalMs === null ? "" : String(timing.goalMs),
    timing.mustMs === null ? "" : isInTime(timing) ? "yes" : "NO",
  ]);
  const more = [
    ...figures.map(figureLine),
    ...Object.entries(failed).map(([name, why]) => `${name}: FAILED, ${why}`),
    JSON.stringify(machine),
  ];
  const head = `${bench.name}: ${bench.what}; times beside ${bench.baseline.name}`;
  return `${head}\n${table(columns, rows, 150)}\n${more.join("\n")}\n`;
}

function figureLine(figure: Figure): string {
  const { name, found, unit, must, goal } = figure;
  const asked =
    must === null ? "" : "least" in must ? `, at least ${must.least}` : `, at most ${must.most}`;
  const hoped = goal === null ? "" : `, hopes for ${goal}`;
  return `${name}: ${Number(found.toPrecision(4))} ${unit}${asked}${hoped}: ${isMet(figure) ? "yes" : "NO"}`;
}

function ratioLine({ name, value, must, goal }: FoundRatio): string {
  const verdict = value >= must ? "yes" : "NO";
  return `${name}: ${value.toFixed(3)}, must be ${must}, goal ${goal}: ${verdict}\n`;
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
