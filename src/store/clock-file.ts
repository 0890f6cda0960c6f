// What the clocks said when this run of the machine first wrote to a record: so that a clock set between two commands is noticed too.
import { join } from "node:path";
import { clockStart } from "./clock.ts";
import type { Clock, ClockStart } from "./clock.ts";
import { readIfThere } from "./disk.ts";
import type { Disk } from "./disk.ts";

const FILE = "clock";

/** Where the start is kept, and for which run of the machine; null: it cannot be told, so each process begins anew. */
interface Kept {
  readonly path: string;
  readonly run: string;
}

/** The start of this run; now, and kept, when none is known. Nothing is kept where the clock does not tell its run. */
export function knownStart(folder: string, clock: Clock, disk: Disk): ClockStart {
  const kept = keptAt(folder, clock);
  const known = kept === null ? null : readStart(kept);
  if (known !== null) return known;
  const start = clockStart(clock);
  if (kept !== null) writeStart(kept, start, disk);
  return start;
}

/** What is held against from here, for this and every later process of this run. */
export function keepStart(folder: string, clock: Clock, start: ClockStart, disk: Disk): void {
  const kept = keptAt(folder, clock);
  if (kept !== null) writeStart(kept, start, disk);
}

function keptAt(folder: string, clock: Clock): Kept | null {
  const run = clock.run?.() ?? null;
  return run === null ? null : { path: join(folder, FILE), run };
}

function writeStart({ path, run }: Kept, { now, steady }: ClockStart, disk: Disk): void {
  disk.replaceFile(path, `${JSON.stringify({ run, now, steady })}\n`);
}

/** Null for another run, and for a file that cannot be read: it may be deleted at any time. */
function readStart({ path, run }: Kept): ClockStart | null {
  const bytes = readIfThere(path);
  if (bytes === null) return null;
  try {
    const said: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isStart(said) && said.run === run ? { now: said.now, steady: said.steady } : null;
  } catch {
    return null;
  }
}

function isStart(said: unknown): said is ClockStart & { readonly run: unknown } {
  if (typeof said !== "object" || said === null) return false;
  return (
    "run" in said &&
    "now" in said &&
    "steady" in said &&
    Number.isSafeInteger(said.now) &&
    Number.isSafeInteger(said.steady)
  );
}
