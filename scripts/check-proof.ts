// `npm run check:proof`: fifteen tamperings x four verifiers, 10,000 single bits, redaction, every tree to 600. A missing tool fails.
// `-- --seed N` repeats a run; `-- --sabotage KIND` swaps a faulty part in, and the check must go red.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tar } from "../src/record/bundle/tar.ts";
import type { Files } from "../src/record/bundle/tar.ts";
import { compareText } from "../src/model/problem.ts";
import { bundleOf, HOW, makeEntries, signLog } from "../test/proof/make-log.ts";
import { keyEvidence } from "../test/proof/key-changes.ts";
import { random } from "../test/proof/random.ts";
import { honest, honestEvidence, TAMPERS } from "../test/proof/tampers.ts";
import {
  buildGo,
  flipsCaughtByGo,
  MissingToolError,
  opensslVersion,
  verifiers,
  VERIFIER_NAMES,
  withGo,
} from "../test/proof/verifiers.ts";
import { FAULTY, SOUND } from "../test/sabotage/parts.ts";
import { runPackage } from "./house/run.mjs";
import { optionIn } from "./house/option.mjs";

const TURNS = 4;
const BUNDLE_FLIPS = 9_000;
const LOG_FLIPS = 1_000;
const CANARIES = 200;

const NO_FILES: Files = new Map();

const args = process.argv.slice(2);
const seed = Number(optionIn(args, "--seed") ?? Date.now() % 1_000_000);
const fault = optionIn(args, "--sabotage");
const parts = fault === undefined ? SOUND : FAULTY[fault];
const folder = mkdtempSync(join(tmpdir(), "truceline-proof-"));
const startedAt = performance.now();
let failed = 0;

try {
  if (parts === undefined)
    throw new MissingToolError(`no such fault: ${fault}; ${Object.keys(FAULTY).join(", ")}`);
  say(
    `seed ${seed}${fault === undefined ? "" : `, with the faulty part ${fault}`}; ${opensslVersion()}`,
  );
  await tamperings();
  await flips();
  keyChanges();
  redactions();
  await trees();
} catch (error) {
  if (!(error instanceof MissingToolError)) throw error;
  say(`FAILED ${error.message}`);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(
  `${failed === 0 ? "passed" : `FAILED ${failed}`}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s, seed ${seed}`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Each tampering at several places; what a verifier cannot read is shown as "-" and counts for nothing. */
async function tamperings(): Promise<void> {
  const all = verifiers(parts ?? SOUND, folder);
  const bases = Array.from({ length: TURNS }, (_, turn) => honest(turn));
  const kinds = { "(honest)": honestEvidence, ...TAMPERS };
  say(`\n${"tampering".padEnd(12)}${VERIFIER_NAMES.map((name) => name.padStart(20)).join("")}`);
  for (const [kind, tamper] of Object.entries(kinds)) {
    const evidence = bases.map(tamper);
    const cells: string[] = [];
    for (const name of VERIFIER_NAMES) {
      const answers: boolean[] = [];
      for (const one of evidence) answers.push(...(await all[name](one)));
      const wanted = answers.filter((accepts) => accepts === (kind === "(honest)")).length;
      failed += answers.length - wanted;
      cells.push(answers.length === 0 ? "-" : `${wanted}/${answers.length}`);
    }
    say(`${kind.padEnd(12)}${cells.map((cell) => cell.padStart(20)).join("")}`);
  }
}

/** Single bits of the files of a bundle and of a log, each tried by us and, beside us, by the Go program. */
async function flips(): Promise<void> {
  const draw = random(seed);
  const { bundle = NO_FILES, log = NO_FILES } = honestEvidence(honest(0));
  await tryFlips("bundle", bundle, { count: BUNDLE_FLIPS, draw });
  await tryFlips("log", log, { count: LOG_FLIPS, draw });
}

async function tryFlips(
  what: "bundle" | "log",
  files: Files,
  { count, draw }: { readonly count: number; readonly draw: (below: number) => number },
): Promise<void> {
  const places = placesIn(files);
  const total = places.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const drawn = Array.from({ length: count }, () => ({ at: draw(total), bit: draw(8) }));
  const byGo = flipsCaughtByGo(buildGo(folder), folder, {
    archive: tar(files),
    flips: drawn.map(({ at, bit }) => [
      placeOf(places, at).offset + at - placeOf(places, at).before,
      bit,
    ]),
    isLog: what === "log",
  });
  const ours = drawn.filter(({ at, bit }) =>
    isCaught(what, flipped(files, placeOf(places, at), { at, bit })),
  ).length;
  const go = await byGo;
  failed += count - ours + (count - go);
  say(`single bits of a ${what} of ${total} bytes: ${count}, caught by us ${ours}, by Go ${go}`);
}

function isCaught(what: "bundle" | "log", files: Files): boolean {
  const { bundle, log } = parts ?? SOUND;
  return (what === "bundle" ? bundle(files, HOW) : log(files, HOW, null)).length > 0;
}

function flipped(
  files: Files,
  { path, bytes, before }: Place,
  { at, bit }: { readonly at: number; readonly bit: number },
): Files {
  const altered = Uint8Array.from(bytes);
  altered[at - before] = (altered[at - before] ?? 0) ^ (1 << bit);
  return new Map(files).set(path, altered);
}

interface Place {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Where its content begins in the archive. */
  readonly offset: number;
  /** Bytes of the files before it. */
  readonly before: number;
}

function placesIn(files: Files): readonly Place[] {
  let [offset, before] = [0, 0];
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => {
      const place = { path, bytes, offset: offset + 512, before };
      offset += 512 + Math.ceil(bytes.length / 512) * 512;
      before += bytes.length;
      return place;
    });
}

function placeOf(places: readonly Place[], at: number): Place {
  const found = places.findLast(({ before, bytes }) => before <= at && bytes.length > 0);
  if (found === undefined) throw new RangeError(`no byte ${at}`);
  return found;
}

/** A log whose key changed twice, under each of its keys and with lies about them, by us and by the Go program. */
function keyChanges(): void {
  const go = buildGo(folder);
  const { bundle: checkBundle, log: checkLog } = parts ?? SOUND;
  const answers = keyEvidence().map((one) => {
    const { bundle = NO_FILES, log = NO_FILES, held = null, vkey, isHonest } = one;
    const how = { ...HOW, vkey };
    const ours = [checkBundle(bundle, how).length === 0, checkLog(log, how, held).length === 0];
    const all = [...ours, ...withGo(go, folder, one)];
    return { all: all.length, right: all.filter((accepts) => accepts === isHonest).length };
  });
  const [all, right] = [answers.map((one) => one.all), answers.map((one) => one.right)].map(sum);
  failed += (all ?? 0) - (right ?? 0);
  say(
    `a log that changed its key twice, ${answers.length} readers: ${right} of ${all} answers right`,
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}

/** After a redaction neither value nor salt is in what anybody gets, and the proofs hold. */
function redactions(): void {
  const everything = { restricted: true, compartments: new Set(["talks"]) };
  const entries = makeEntries(CANARIES, `canary-${seed}`);
  const redacted = entries.map((entry) =>
    (parts ?? SOUND).redact(entry, ["effects", "witness", "redLine"]),
  );
  const files = bundleOf(signLog(redacted), [...redacted.keys()], { viewer: everything });
  const open = redacted.filter(({ sealed }) => sealed === null);
  const archive = Buffer.from(tar(files));
  const gone = entries.flatMap((entry) => {
    const opening = entry.openings["witness"] ?? entry.openings["redLine"];
    return opening === undefined ? [] : [opening];
  });
  const found = gone.filter(
    ({ salt, value }) =>
      archive.includes(Buffer.from(salt)) || archive.includes(JSON.stringify(value)),
  );
  const broken = SOUND.bundle(files, HOW).length;
  failed += found.length + broken;
  say(
    `redacted fields: ${gone.length} in ${entries.length} entries (${open.length} open), found again ${found.length}, proofs broken ${broken}`,
  );
}

/** Every size to 600 against the naive recursion. */
async function trees(): Promise<void> {
  const code = await runPackage("vitest/vitest.mjs", ["run", "src/record/tree", "--reporter=dot"], {
    env: { TRUCELINE_RUNS: "all" },
    quiet: true,
  });
  if (code !== 0) failed++;
  say(
    `trees and proofs of every size to 600 against the recursion: ${code === 0 ? "180,300 inclusion, 180,300 consistency" : "FAILED"}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
