// Damaged files through the doors they come in by: no door throws, all answer in time, every problem has its place, and twice the
// same file gives twice the same report. A sample of what stays valid is linted and judged too.
import { assessCase } from "../../src/assess/index.ts";
import { parseScenarios } from "../../src/assess/scenario-file.ts";
import { lintLoaded } from "../../src/case/lint-case.ts";
import { loadCase } from "../../src/case/load-case.ts";
import { namesOfCase } from "../../src/case/names-of-case.ts";
import { parseMapping } from "../../src/intake/mapping.ts";
import { isZonePath } from "../../src/case/zones.ts";
import { readAreas } from "../../src/geo/geojson.ts";
import { compareText } from "../../src/model/problem.ts";
import type { Problem } from "../../src/model/problem.ts";
import { loadTerms } from "../../src/terms/check-terms.ts";
import { parseKinds, parseMeans } from "../../src/terms/parse-vocabulary.ts";
import { cpuMs } from "../kit/cpu.ts";
import type { Home, Seedling } from "./corpus.ts";
import { seedlings } from "./corpus.ts";
import { randomOf } from "../../src/model/random.ts";
import { below, mutate } from "./mutate.ts";
import type { Random } from "./mutate.ts";

export interface FuzzReport {
  readonly documents: number;
  readonly valid: number;
  readonly judged: number;
  /** How many documents gave each code, codes in order. */
  readonly codes: ReadonlyMap<string, number>;
  readonly slowest: { readonly ms: number; readonly what: string };
  /** What must not be, with the number of the document; empty when all is well. */
  readonly faults: readonly string[];
}

/** Every so many documents are read twice and their reports compared. */
const TWICE = 10;
/** Every so many valid texts are linted and judged. */
const JUDGED = 20;
const MOST_FAULTS = 20;
/** Problems that speak of a whole case or a missing file, which have no place to point at. */
const PLACELESS = new Set(["C401"]);

export interface FuzzOptions {
  readonly documents: number;
  readonly seed: number;
  /** A file that takes more processor time is a fault. */
  readonly mostMs: number;
}

/** Tries so many damaged files from a seed; stops after `MOST_FAULTS`. */
export function fuzz({ documents, seed, mostMs }: FuzzOptions): FuzzReport {
  const pools = seedlings();
  const random = randomOf(seed);
  const codes = new Map<string, number>();
  const faults: string[] = [];
  const counts = { documents: 0, valid: 0, judged: 0 };
  let slowest = { ms: 0, what: "" };
  while (counts.documents < documents && faults.length < MOST_FAULTS) {
    const seedling = draw(pools, random);
    const what = `document ${counts.documents} of seed ${seed}, from ${seedling.home?.folder ?? "the corpus:"} ${seedling.path}`;
    const isAgain = counts.documents++ % TWICE === 0;
    const start = cpuMs();
    const tried = attempt(seedling, { isAgain, isJudged: counts.valid % JUDGED === 0 });
    const ms = cpuMs() - start - tried.judgedMs;
    if (tried.isValid) counts.valid++;
    if (tried.isJudged) counts.judged++;
    for (const code of tried.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (ms > slowest.ms) slowest = { ms, what };
    const slow = ms > mostMs ? [`took ${Math.round(ms)} ms`] : [];
    faults.push(...[...tried.faults, ...slow].map((wrong) => `${what}: ${wrong}`));
  }
  const sorted = new Map([...codes].sort(([a], [b]) => compareText(a, b)));
  return { ...counts, codes: sorted, slowest, faults };
}

function draw(pools: readonly (readonly Seedling[])[], random: Random): Seedling {
  const pool = pools[below(random, pools.length)] ?? [];
  const from = pool[below(random, pool.length)];
  if (from === undefined) throw new Error("there is nothing to damage");
  return { ...from, text: mutate(from.text, random) };
}

interface Attempt {
  readonly codes: ReadonlySet<string>;
  readonly faults: readonly string[];
  readonly isValid: boolean;
  readonly isJudged: boolean;
  /** Not held to the limit of time: what a sound text costs to judge, the bench says. */
  readonly judgedMs: number;
}

function attempt(
  seedling: Seedling,
  { isAgain, isJudged }: { readonly isAgain: boolean; readonly isJudged: boolean },
): Attempt {
  try {
    const { problems, judge } = enter(seedling);
    const differs =
      isAgain && JSON.stringify(enter(seedling).problems) !== JSON.stringify(problems);
    const before = cpuMs();
    if (isJudged) judge?.();
    const judgedMs = cpuMs() - before;
    return {
      codes: new Set(problems.map(({ code }) => code)),
      faults: [...wrongIn(problems), ...(differs ? ["read twice, told differently"] : [])],
      isValid: judge !== null,
      isJudged: isJudged && judge !== null,
      judgedMs,
    };
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      codes: new Set(),
      faults: [`threw ${told}`],
      isValid: false,
      isJudged: false,
      judgedMs: 0,
    };
  }
}

interface Entered {
  readonly problems: readonly Problem[];
  /** Lints and judges by a text that is still valid; null for anything else. */
  readonly judge: (() => void) | null;
}

function enter({ path, text, home }: Seedling): Entered {
  if (home === null) {
    const { problems } = path.endsWith("kinds.yaml")
      ? parseKinds(text, { file: path })
      : path.endsWith("means.yaml")
        ? parseMeans(text, { file: path })
        : loadTerms(text, { file: path });
    return { problems, judge: null };
  }
  if (!path.startsWith("terms/"))
    return { problems: problemsOf({ path, text, home }), judge: null };
  const { loaded, problems } = home.desk.read({ name: path.slice("terms/".length), text });
  if (loaded === null) return { problems, judge: null };
  const judge = (): void => {
    lintLoaded(home.desk.theCase, loaded, home.files);
    assessCase({ ...home.desk.theCase, instruments: [loaded] });
  };
  return { problems, judge };
}

function problemsOf({ path, text, home }: Seedling & { readonly home: Home }): readonly Problem[] {
  if (isZonePath(path)) return readAreas(text, path).problems;
  if (path.startsWith("scenarios/"))
    return parseScenarios(text, { file: path, input: home.desk.theCase }).problems;
  if (path.startsWith("mappings/"))
    return parseMapping(text, path, namesOfCase(home.desk.theCase)).problems;
  return loadCase(new Map(home.small).set(path, text)).problems;
}

function wrongIn(problems: readonly Problem[]): readonly string[] {
  const placeless = problems.filter(({ at, code }) => at === null && !PLACELESS.has(code));
  const misplaced = problems.filter(
    ({ at }) => at !== null && !(at.line >= 1 && at.column >= 1 && at.endColumn > at.column),
  );
  const wordy = problems.filter(({ message }) => message === "" || message.length > 1_100);
  return [
    ...placeless.map(({ code, message }) => `${code} has no place: ${message}`),
    ...misplaced.map(({ code, at }) => `${code} has a place that is none: ${JSON.stringify(at)}`),
    ...wordy.map(({ code, message }) => `${code} has ${message.length} characters`),
    ...(problems.length > 5_000 ? [`${problems.length} problems`] : []),
  ];
}
