// `npm run check:crash`: a writer killed at its system calls, power lost after each acknowledgement, disks that fail, logs that were cut,
// bits that changed. Nothing acknowledged may be lost, and nothing lost in silence. A missing tool fails. `-- --seed N` repeats a run,
// `-- --full` tries everything, `-- --sabotage KIND` swaps a faulty part in, and the check must go red.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { randomOf } from "../src/model/random.ts";
import { faultsOfLog, entryTexts, outcomeOfDatabase, readLog } from "../test/crash/damage.ts";
import { replay, TRACED } from "../test/crash/power-loss.ts";
import { faultsAfter, silentLoss } from "../test/crash/recovered.ts";
import { callsIn, requireTool, runWriter } from "../test/crash/run-writer.ts";
import type { Ack, Place } from "../test/crash/run-writer.ts";
import { MissingToolError } from "../test/proof/verifiers.ts";
import { FAULTY_STORES } from "../test/sabotage/store-parts.mjs";
import { optionIn } from "./house/option.mjs";

const BATCHES = 40;
const LAST_BYTES = 4_096;
const AT_ONCE = 2;
const FILE_CALLS = ["pwrite64", "write", "fsync", "fdatasync", "rename", "ftruncate"];
const ERRORS = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EINTR"];
/** Calls whose failure must stop the writer: SQLite tries no second time, and we must not either. */
const MUST_STOP = ["fsync", "fdatasync", "rename"];

const args = process.argv.slice(2);
const isFull = args.includes("--full");
const seed = Number(optionIn(args, "--seed") ?? Date.now() % 1_000_000);
const fault = optionIn(args, "--sabotage") ?? "";
/** `damage` or `writers`: one of the two halves, which run beside each other. */
const part = optionIn(args, "--part");
const parts = fault === "" ? {} : FAULTY_STORES[fault];
const draw = randomOf(seed);
// In memory where there is such a folder: what a call leaves is the same, and hundreds of fsyncs cost nothing.
const folder = mkdtempSync(
  join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "truceline-crash-"),
);
const startedAt = performance.now();
let failed = 0;
let folders = 0;

try {
  if (parts === undefined)
    throw new MissingToolError(`no such fault: ${fault}; ${Object.keys(FAULTY_STORES).join(", ")}`);
  requireTool("strace", ["--version"]);
  requireTool("faketime", ["--version"]);
  if (part === undefined)
    say(`seed ${seed}${fault === "" ? "" : `, with the faulty part ${fault}`}`);
  await (part === "damage"
    ? cutLogs()
    : Promise.all([writers(), part === "writers" ? null : damage()]));
} catch (error) {
  if (!(error instanceof MissingToolError)) throw error;
  say(`FAILED ${error.message}`);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
if (part !== "damage")
  say(
    `${failed === 0 ? "passed" : `FAILED ${failed}`}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s, seed ${seed}`,
  );
process.exitCode = failed === 0 ? 0 : 1;

async function writers(): Promise<void> {
  const places = await placesOf();
  await killPoints(places);
  await failingDisks(places);
  await powerLosses();
  await oldCopies();
  await wrongClocks();
  await twoWriters();
}

/** The part that only computes, beside the part that waits for programs. */
async function damage(): Promise<void> {
  const script = fileURLToPath(import.meta.url);
  const own = [
    ...args.filter((arg) => arg !== "--seed" && arg !== String(seed)),
    "--seed",
    String(seed),
    "--part",
    "damage",
  ];
  const child = spawn(process.execPath, ["--import", "tsx", script, ...own], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  process.stdout.write(out);
  if (code !== 0) failed++;
}

/** The calls of a run that nothing disturbs. */
async function placesOf(): Promise<readonly Place[]> {
  const { trace, acks } = await runWriter({
    ...writer(),
    strace: ["-y", "-e", `trace=${FILE_CALLS.join()}`],
  });
  told(
    "an undisturbed run",
    acks.length === BATCHES ? [] : [`${acks.length} of ${BATCHES} batches were acknowledged`],
  );
  return callsIn(trace);
}

async function killPoints(points: readonly Place[]): Promise<void> {
  // A few more than eighty, for some are not reached: calls come at other counts each time.
  const chosen = isFull ? points : sampled(points, 88);
  let killed = 0;
  await inTurns(chosen, async ({ call, at }) => {
    const how = writer();
    const written = await runWriter({ ...how, strace: inject(call, `signal=SIGKILL:when=${at}`) });
    if (written.isKilled) killed++;
    told(`killed at ${call} ${at}`, await faultsAfter(how.folder, written.acks));
    rmSync(how.folder, { recursive: true, force: true });
  });
  if (killed < chosen.length * 0.9)
    told("kill points", [`only ${killed} of ${chosen.length} were reached`]);
  say(`killed at ${killed} of ${points.length} system calls`);
}

async function failingDisks(places: readonly Place[]): Promise<void> {
  const points = places.flatMap((place) =>
    [...ERRORS, "short"].map((error) => ({ ...place, error })),
  );
  const isSync = ({ call, isCovered }: Pick<Place, "call" | "isCovered">): boolean =>
    MUST_STOP.includes(call) && !isCovered;
  const chosen = isFull
    ? points
    : [
        // Always some at the sync of a commit: only there can a second try hide what the first one lost.
        ...sampled(
          points.filter(({ isOfLog, error }) => isOfLog && error === "EIO"),
          4,
        ),
        ...sampled(points.filter(isSync), 18),
        ...sampled(
          points.filter((place) => !isSync(place)),
          20,
        ),
      ];
  let stopped = 0;
  await inTurns(chosen, async ({ call, at, isCovered, error }) => {
    const how = writer();
    const what = error === "short" ? "retval=1" : `error=${error}`;
    const written = await runWriter({ ...how, strace: inject(call, `${what}:when=${at}`) });
    if (written.stops.length > 0) stopped++;
    const late =
      written.lateAcks > 0 ? [`${written.lateAcks} batches were acknowledged after the stop`] : [];
    const silent =
      error !== "short" &&
      error !== "EINTR" &&
      isSync({ call, isCovered }) &&
      written.stops.length === 0
        ? ["the writer went on"]
        : [];
    // A disk that says it wrote and did not cannot be withstood; it must be told.
    const after = await (error === "short" ? silentLoss : faultsAfter)(how.folder, written.acks);
    told(`${error} at ${call} ${at}`, [...late, ...silent, ...after]);
    rmSync(how.folder, { recursive: true, force: true });
  });
  say(`${chosen.length} injected faults of the disk, ${stopped} of them stopped the writer`);
  await fullDisk();
}

/** A disk without room: files may not grow beyond 200 kB. */
async function fullDisk(): Promise<void> {
  const how = writer();
  const { acks, stops } = await runWriter({
    ...how,
    before: ["sh", "-c", 'trap "" XFSZ; ulimit -f 400; exec "$@"', "sh"],
  });
  const isTold = stops.some((stop) => stop.includes("disk"));
  told("a full disk", [
    ...(isTold ? [] : [`it said: ${stops.join("; ") || "nothing"}`]),
    ...(await faultsAfter(how.folder, acks)),
  ]);
  say(`a full disk after ${acks.length} batches: ${stops[0] ?? "not told"}`);
}

async function powerLosses(): Promise<void> {
  const how = writer();
  const { trace, acks } = await runWriter({
    ...how,
    strace: ["-y", "-xx", "-s", "2000000", "-e", `trace=${TRACED}`],
  });
  const subsets = isFull ? 50 : 2;
  const moments: { readonly acked: readonly Ack[]; readonly image: string }[] = [];
  let count = 0;
  replay(trace, how.folder.slice(0, how.folder.lastIndexOf("/")), ({ ack, write }) => {
    count++;
    const acked = acks.slice(0, count);
    if (acked.at(-1)?.size !== ack.size)
      told("the trace", ["its acknowledgements are not those of the writer"]);
    for (let i = 0; i <= subsets; i++) {
      const image = join(folder, `image-${folders++}`);
      write(image, i === 0 ? () => false : () => draw() < 0.5);
      moments.push({ acked, image });
    }
  });
  if (count !== BATCHES)
    told("power losses", [`${count} of ${BATCHES} acknowledgements are in the trace`]);
  for (const { acked, image } of moments) {
    told(
      `power lost after ${acked.length} batches`,
      await faultsAfter(join(image, name(how.folder)), acked),
    );
    rmSync(image, { recursive: true, force: true });
  }
  say(`power lost after each of ${count} acknowledgements, ${moments.length} disks`);
}

/** The record from before, the checkpoint of later: nothing more may be signed. */
async function oldCopies(): Promise<void> {
  const turns = isFull ? 20 : 4;
  await inTurns(
    Array.from({ length: turns }, (_, turn) => turn),
    async (turn) => {
      const how = { ...writer(), batches: 2 + turn };
      await runWriter(how);
      const kept = `${how.folder}-kept`;
      cpSync(how.folder, kept, { recursive: true });
      await runWriter({ ...how, first: how.batches, batches: 2 });
      const signed = readFileSync(join(how.folder, "signed"), "utf8");
      for (const ending of ["", "-wal"])
        cpSync(
          join(kept, `record.db${existsSync(join(kept, `record.db${ending}`)) ? ending : ""}`),
          join(
            how.folder,
            `record.db${existsSync(join(kept, `record.db${ending}`)) ? ending : ""}`,
          ),
        );
      const { acks, stops } = await runWriter({ ...how, first: how.batches + 9, batches: 2 });
      const isTold =
        stops.every((stop) => stop.startsWith("record-behind-signed-checkpoint")) &&
        stops.length > 0;
      const isSame = readFileSync(join(how.folder, "signed"), "utf8") === signed;
      told(`an old copy of ${how.batches} batches`, [
        ...(acks.length > 0 ? ["it was written to"] : []),
        ...(isTold ? [] : [`it said: ${stops.join("; ") || "nothing"}`]),
        ...(isSame ? [] : ["another checkpoint was signed"]),
      ]);
    },
  );
  say(`${turns} old copies restored: read, not signed`);
}

async function wrongClocks(): Promise<void> {
  for (const shift of isFull ? ["-1h", "-1d", "-365d", "+50m"] : ["-1h", "-365d"]) {
    const how = { ...writer(), batches: 3 };
    const first = await runWriter(how);
    // Node aborts when its steady timer is faked too.
    const env = { FAKETIME_DONT_FAKE_MONOTONIC: "1" };
    const second = await runWriter({ ...how, first: 3, before: ["faketime", "-f", shift], env });
    const acks = [...first.acks, ...second.acks];
    const lost =
      acks.length === 6
        ? []
        : [`${acks.length} of 6 batches were acknowledged: ${second.stops.join("; ")}`];
    told(`a clock of ${shift}`, [...lost, ...(await faultsAfter(how.folder, acks))]);
  }
  await clockAhead();
  say("clocks that were set back: recorded in order; one set ahead: nothing recorded");
}

/** Set ahead between two programs: the second one records nothing and says why. */
async function clockAhead(): Promise<void> {
  const how = { ...writer(), batches: 3 };
  const first = await runWriter(how);
  const env = { FAKETIME_DONT_FAKE_MONOTONIC: "1" };
  const second = await runWriter({ ...how, first: 3, before: ["faketime", "-f", "+365d"], env });
  const isTold =
    second.stops.length > 0 && second.stops.every((one) => one.startsWith("clock-jumped"));
  told("a clock of +365d", [
    ...(second.acks.length === 0 ? [] : ["it was believed"]),
    ...(isTold ? [] : [`it said: ${second.stops.join("; ") || "nothing"}`]),
    ...(await faultsAfter(how.folder, first.acks)),
  ]);
}

async function twoWriters(): Promise<void> {
  const how = { ...writer(), batches: 400 };
  await runWriter({ ...how, batches: 1 });
  const both = await Promise.all([1, 1001].map((first) => runWriter({ ...how, first })));
  const [one, other] = both.map(({ acks }) => acks.length);
  const told2 = both
    .flatMap(({ stops }) => stops)
    .filter((stop) => stop.startsWith("store-in-use"));
  const isOne = (one === 0) !== (other === 0) && told2.length === 1;
  const faults = isOne
    ? []
    : [`they acknowledged ${one} and ${other} batches; told: ${told2.join("; ") || "nothing"}`];
  told("two writers", [
    ...faults,
    ...(await faultsAfter(
      how.folder,
      both.flatMap(({ acks }) => acks),
    )),
  ]);
  say(`two writers: ${told2[0] ?? "none was told"}`);
}

/** A write-ahead log cut at each of its last bytes, with bits that changed; a database with bits that changed. */
async function cutLogs(): Promise<void> {
  const how = { ...writer(), batches: 3 };
  const { acks } = await runWriter({ ...how, leave: true });
  const log = readLog(how.folder);
  const spoiling = { origin: how.folder, work: join(folder, "spoilt"), acks, parts: parts ?? {} };
  for (let cut = Math.max(0, log.length - LAST_BYTES); cut < log.length; cut++) {
    told(`the log cut at ${cut} of ${log.length}`, faultsOfLog(spoiling, log.subarray(0, cut)));
  }
  const flips = isFull ? 8_192 : 1_000;
  for (let i = 0; i < flips; i++) {
    told(`a bit of the log`, faultsOfLog(spoiling, flipped(log)));
  }
  say(
    `the log cut at each of its last ${LAST_BYTES} bytes (of ${log.length}), ${flips} bits of it changed`,
  );
  await databaseBits();
}

async function databaseBits(): Promise<void> {
  const how = { ...writer(), batches: 8 };
  await runWriter(how);
  const database = new Uint8Array(readFileSync(join(how.folder, "record.db")));
  const expected = entryTexts(how.folder);
  const flips = isFull ? 50_000 : 1_000;
  const counts = { told: 0, harmless: 0, silent: 0 };
  for (let i = 0; i < flips; i++) {
    counts[
      outcomeOfDatabase(
        { origin: how.folder, work: join(folder, "database") },
        flipped(database),
        expected,
      )
    ]++;
  }
  told(
    "a bit of the database",
    counts.silent === 0
      ? []
      : [`${counts.silent} of ${flips} changed what is served and were not found`],
  );
  say(
    `${flips} bits of the database: ${counts.told} told, ${counts.harmless} in nothing that is kept, ${counts.silent} silent`,
  );
}

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const at = Math.floor(draw() * bytes.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
  return changed;
}

/** A writer in a folder of its own. */
function writer() {
  return { folder: join(folder, `run-${folders++}`, "record"), first: 0, batches: BATCHES, fault };
}

function inject(call: string, what: string): readonly string[] {
  return ["-e", `trace=${call}`, "-e", `inject=${call}:${what}`, "-o", "/dev/null"];
}

function sampled<T>(all: readonly T[], count: number): readonly T[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () =>
    left.splice(Math.floor(draw() * left.length), 1),
  ).flat();
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function name(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function told(what: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  failed++;
  if (failed <= 20) say(`FAILED ${what}: ${faults.slice(0, 3).join("; ")}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
