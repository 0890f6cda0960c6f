// `npm run check:repro`: the figures of assess, compare, talks and a sweep under 4 time zones, 3 locales, 2 orders of files and rows and 2
// numbers of threads each; 24 variants must give one hash. `-- --seed N` repeats a run; `-- --sabotage KIND` must turn it red, `--quick`
// (2 zones, 1 locale: 4 variants) is enough for that.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { randomOf } from "../src/model/random.ts";
import { filesOf } from "../test/kit/load-folder.ts";
import { REAL_CASE } from "../test/kit/real-case.ts";
import { figureHashes, SOUND_FIGURES } from "../test/repro/figures.ts";
import { FAULTY_FIGURES } from "../test/sabotage/figures.ts";
import { optionIn } from "./house/option.mjs";

const ZONES = ["UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"];
const LOCALES = ["C", "tr_TR.UTF-8", "uk_UA.UTF-8"];
/** Each process works these out. */
const ORDERS = [
  { name: "as written, 1 thread", isShuffled: false, threads: 1 },
  { name: "shuffled, 2 threads", isShuffled: true, threads: 2 },
] as const;

const args = process.argv.slice(2);
const seed = Number(optionIn(args, "--seed") ?? 2025);
const fault = optionIn(args, "--sabotage");
const isQuick = args.includes("--quick");
const zones = isQuick ? ZONES.slice(1, 3) : ZONES;
const locales = isQuick ? LOCALES.slice(1, 2) : LOCALES;
const parts = fault === undefined ? SOUND_FIGURES : FAULTY_FIGURES[fault];

if (parts === undefined) {
  say(`FAILED no such fault: ${fault}; ${Object.keys(FAULTY_FIGURES).join(", ")}`);
  process.exitCode = 1;
} else if (args.includes("--here")) {
  await here(parts);
} else {
  await everywhere();
}

/** One process of the matrix: a line of JSON an order. */
async function here(of: typeof SOUND_FIGURES): Promise<void> {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const { name, isShuffled, threads } of ORDERS) {
    const files = isShuffled ? shuffled(filesOf(REAL_CASE)) : filesOf(REAL_CASE);
    const hashes = await figureHashes(files, { threads, parts: of });
    say(JSON.stringify({ where: `${timeZone}, ${locale}, ${name}`, hashes }));
  }
}

/** Files in another order, and the rows of incidents and sources in another order within them. */
function shuffled(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const random = randomOf(seed);
  const mixed = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return new Map(
    mixed([...files]).map(([path, text]) => {
      if (!/^record\/(?:incidents|sources)\.yaml$/.test(path)) return [path, text] as const;
      const [head = "", ...rows] = text.split(/^(?=- )/m);
      return [path, head + mixed(rows).join("")] as const;
    }),
  );
}

interface Variant {
  readonly where: string;
  readonly hashes: Readonly<Record<string, string>>;
}

async function everywhere(): Promise<void> {
  const startedAt = performance.now();
  const variants: Variant[] = [];
  for (const zone of zones) {
    const some = await Promise.all(locales.map((locale) => variantsOf(zone, locale)));
    variants.push(...some.flat());
  }
  const expected = zones.length * locales.length * ORDERS.length;
  const places = new Set(variants.map(({ where }) => where));
  let failed = places.size === expected ? 0 : 1;
  if (failed > 0) say(`FAILED ${places.size} different variants ran; expected ${expected}`);
  for (const figure of ["assess", "compare", "talks", "sweep"]) {
    const found = new Map<string, string[]>();
    for (const { where, hashes } of variants) {
      const hash = hashes[figure] ?? "none";
      found.set(hash, [...(found.get(hash) ?? []), where]);
    }
    const [first = "none"] = found.keys();
    if (found.size === 1 && first !== "none") {
      say(`${figure}: one hash in ${variants.length} variants, ${first.slice(0, 16)}`);
      continue;
    }
    failed++;
    say(`FAILED ${figure}: ${found.size} hashes in ${variants.length} variants`);
    for (const [hash, where] of found) say(`  ${hash.slice(0, 16)} ${where.length} x ${where[0]}`);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${failed === 0 ? "passed" : `FAILED ${failed}`}, ${seconds} s, seed ${seed}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Time zone and locale are a process's own: each pair gets one. */
async function variantsOf(zone: string, locale: string): Promise<readonly Variant[]> {
  const own = fileURLToPath(import.meta.url);
  const env = { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale };
  const child = spawn(process.execPath, ["--import", "tsx", own, ...args, "--here"], { env });
  const lines: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => lines.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => complaints.push(bytes));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) {
    say(
      `FAILED ${zone}, ${locale}: ended with ${String(code)}\n${Buffer.concat(complaints).toString()}`,
    );
    return [];
  }
  const text = Buffer.concat(lines).toString().trim();
  return text.split("\n").map((line): Variant => JSON.parse(line));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
