// Scores of the corpus put together, and docs/conformance.json, which is all that may be quoted of them.
import { corpusFile } from "./corpus.ts";
import type { LintScore } from "./lint-corpus.ts";
import type { Score } from "./run.ts";

/** Two parts of one engine's score; no group stands in both. */
export function together(a: Score, b: Score): Score {
  return {
    engine: a.engine,
    groups: new Map([...a.groups, ...b.groups]),
    failures: [...a.failures, ...b.failures],
  };
}

/** The text of docs/conformance.json: passed, failed and unsupported by engine and group. */
export function scoreFile(scores: readonly Score[], lint: LintScore): string {
  const engines = scores.map(({ engine, groups }) => [engine, Object.fromEntries(groups)] as const);
  const faults = {
    passed: lint.passed,
    failed: lint.total - lint.passed - lint.unsupported.length,
    unsupported: lint.unsupported.length,
  };
  const version = corpusFile("VERSION").trim();
  return `${JSON.stringify({ corpus: version, engines: Object.fromEntries(engines), faults }, null, 2)}\n`;
}
