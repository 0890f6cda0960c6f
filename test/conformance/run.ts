// Runs an engine over the corpus and keeps score by group.
import { differences } from "./corpus.ts";
import type { ConformanceCase } from "./corpus.ts";
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

const ENGINES = {
  product: { judge: judgedByProduct, unsupported },
  second: { judge: judgedBySecond, unsupported: (): readonly string[] => [] },
};

/** Runs the cases; a judge that throws has failed the case. */
export function runEngine(engine: keyof typeof ENGINES, cases: readonly ConformanceCase[]): Score {
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

function wrongOf(engine: keyof typeof ENGINES, each: ConformanceCase): readonly string[] {
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
