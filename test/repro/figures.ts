// The figures whose bytes must be the same wherever and however they are worked out: assess, compare, talks of the real case, and a sweep
// on some number of threads. `parts` are the program's own, or faulty ones that must be found out.
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { assessCase, compareReadings } from "../../src/assess/index.ts";
import { modelsOf } from "../../src/assess/assess.ts";
import type { SweepRefusal, Sweep } from "../../src/assess/sweep/sweep.ts";
import { sweptTotals } from "../../src/assess/sweep/totals.ts";
import type { Case, CaseFiles } from "../../src/case/case.ts";
import { loadCase } from "../../src/case/load-case.ts";
import { SweepPool, shareColumns } from "../../src/cli/sweep-pool.ts";
import { assessJson } from "../../src/cli/json/assess.ts";
import { ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import type { ReadingId } from "../../src/model/id.ts";
import { caseReadings } from "../../src/report/case-card.ts";
import { meetingLines, statementLines } from "../../src/report/talk-lines.ts";
import { syntheticColumns } from "../kit/synthetic-record.ts";
import { workloadInput } from "../kit/workload.ts";

/** Works a case's figures out; each is printed as JSON and hashed. */
export interface FigureParts {
  readonly assess: (theCase: Case) => object;
  readonly compare: (theCase: Case) => object;
  readonly talks: (theCase: Case) => object;
}

const PAIRS = 4;

export const SOUND_FIGURES: FigureParts = {
  assess: (theCase) => {
    const options = { engine: "truceline", logHead: theCase.logHead, hold: new Map(), list: true };
    const rest = { units: new Map(), window: null, open: null };
    return assessJson(assessCase(theCase), { ...options, ...rest });
  },
  compare: (theCase) =>
    pairsOf(caseReadings(theCase).map(({ id }) => id)).map((pair) => {
      const { sets, alone, last, ...rest } = compareReadings(theCase, pair);
      return { ...rest, sets, alone, last };
    }),
  talks: (theCase) => ({
    meetings: meetingLines(theCase, theCase.meetings, null),
    statements: statementLines(theCase, theCase.statements, null),
  }),
};

function pairsOf(ids: readonly ReadingId[]): readonly (readonly [ReadingId, ReadingId])[] {
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
  return pairs.slice(0, PAIRS);
}

/** One hash a figure. `files` come in whatever order. */
export async function figureHashes(
  files: CaseFiles,
  { threads, parts }: { readonly threads: number; readonly parts: FigureParts },
): Promise<Readonly<Record<string, string>>> {
  const { value: theCase } = loadCase(files);
  if (theCase === null) throw new Error("the case does not load");
  return {
    assess: hashOf(parts.assess(theCase)),
    compare: hashOf(parts.compare(theCase)),
    talks: hashOf(parts.talks(theCase)),
    sweep: hashOf(await sweptOn(threads)),
  };
}

const SIZES = { incidents: 2_000, points: 3_000, segments: 500, seed: 7 };
// Workers run compiled code.
const script = pathToFileURL(new URL("../../dist/cli/sweep-worker.js", import.meta.url).pathname);

async function sweptOn(threads: number): Promise<object> {
  const models = modelsOf(workloadInput(SIZES, ordinaryMemory));
  const columns = shareColumns(syntheticColumns(SIZES, ordinaryMemory));
  const pool = new SweepPool(threads, script);
  try {
    const sweep = whole(await pool.sweep(models, columns));
    return sweep.readings.map((reading) => [reading.id, sweptTotals(sweep, reading)]);
  } finally {
    await pool.stop();
  }
}

function whole(sweep: Sweep | SweepRefusal): Sweep {
  if (sweep.kind === "refused") throw new Error(sweep.why);
  return sweep;
}

function hashOf(value: object): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
