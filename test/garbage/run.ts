// `npm run check:garbage`: every hostile file at its full size, in this process, whose heap is capped by the script that starts it.
// Prints for each its codes, processor time and the peak of memory so far; ends with 1 when a file is not answered as it should be.
import { HOSTILE, coast } from "./hostile.ts";
import { faultsOf, tryFile } from "./try-file.ts";
import type { Tried } from "./try-file.ts";

/** Milliseconds of processor time for one file. */
const MOST_MS = 60_000;
/** Kilobytes; the heap's cap and what the engine itself takes. */
const MOST_KILOBYTES = 2_000_000;

let failed = 0;
for (const { name, path, code, make } of HOSTILE) {
  const tried = tryFile(path, make(1));
  tell(name, tried, tried.problems.some((one) => one.code === code) ? [] : [`no ${code}`]);
}
const taken = tryFile("zones/coast.geojson", coast(1_000_000));
tell("a coast of a million positions", taken, taken.problems.length === 0 ? [] : ["not taken"]);
const peak = process.resourceUsage().maxRSS;
if (peak > MOST_KILOBYTES) failed++;
process.stdout.write(`${HOSTILE.length + 1} files, ${failed} not answered; peak ${peak} kB\n`);
process.exitCode = failed === 0 ? 0 : 1;

function tell(name: string, tried: Tried, wrong: readonly string[]): void {
  const faults = [...wrong, ...faultsOf(tried), ...(tried.ms > MOST_MS ? ["too slow"] : [])];
  failed += faults.length > 0 ? 1 : 0;
  const codes = [...new Set(tried.problems.map(({ code }) => code))].join(" ");
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1_000);
  const said = faults.length === 0 ? "ok" : `NOT OK (${faults.join("; ")})`;
  process.stdout.write(
    `${said}: ${name}: ${tried.problems.length} problems (${codes}), ${Math.round(tried.ms)} ms, peak ${megabytes} MB\n`,
  );
}
