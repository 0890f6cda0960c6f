// Runs an engine over the corpus and keeps score by group.
import { differences } from "./corpus.ts";
import type { ConformanceCase } from "./corpus.ts";
import { judgedBySweep, judgedPlainly } from "./plain-judge.ts";
import { judgedByProduct, unsupported } from "./product.ts";
import { judgedBySecond } from "./second.ts";

/** Cases of one group. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The engine's records cannot express what the case needs. */
  readonly unsupported: number;
}

/** What an engine reached. Failures are `case reading: what differs`, in the order of the corpus. */
export interface Score {
  readonly engine: string;
  readonly groups: ReadonlyMap<string, Tally>;
  readonly failures: readonly string[];
}

/** `product` is what screens show, `judge` what it must equal, `sweep` the batches, `second` the brute force apart from it. */
const ENGINES = {
  product: { judge: judgedByProduct, unsupported },
  judge: { judge: judgedPlainly, unsupported },
  sweep: { judge: judgedBySweep, unsupported },
  second: { judge: judgedBySecond, unsupported: (): readonly string[] => [] },
};

/** The engines of which score is kept. */
export type EngineName = keyof typeof ENGINES;

/** Their names, in the order of the score. */
export const ENGINE_NAMES: readonly EngineName[] = ["product", "judge", "sweep", "second"];

/** Runs the cases; a judge that throws has failed the case. */
export function runEngine(engine: EngineName, cases: readonly ConformanceCase[]): Score {
  const groups = new Map<string, Tally>();
  const failures: string[] = [];
  for (const each of cases) {
    const tally = groups.get(each.group) ?? { passed: 0, failed: 0, unsupported: 0 };
    const wrong = ENGINES[engine].unsupported(each).length > 0 ? null : wrongOf(engine, each);
    const fate = wrong === null ? "unsupported" : wrong.length > 0 ? "failed" : "passed";
    groups.set(each.group, { ...tally, [fate]: tally[fate] + 1 });
    failures.push(...(wrong ?? []));
  }
  return { engine, groups, failures };
}

function wrongOf(engine: EngineName, each: ConformanceCase): readonly string[] {
  const { id, expect } = each;
  try {
    const found = ENGINES[engine].judge(each, Object.keys(expect));
    return Object.entries(expect).flatMap(([reading, expected]) => {
      const verdict = found[reading];
      const says = verdict === undefined ? ["no such reading"] : differences(expected, verdict);
      return says.length === 0 ? [] : [`${engine} ${id} ${reading}: ${says.join("; ")}`];
    });
  } catch (error) {
    return [`${engine} ${id}: ${String(error)}`];
  }
}
