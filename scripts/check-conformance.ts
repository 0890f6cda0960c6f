// `npm run check:conformance`: the corpus of conformance/ on both judges, group by group, then product against second judge on
// random texts and incidents (default 20,000 pairs; the first argument changes that, the second is the seed to start from).
// Fails when anything fails or docs/conformance.json tells another score (`--write` writes it); what a judge cannot express yet is
// counted apart and named.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCorpus } from "../test/conformance/corpus.ts";
import type { ConformanceCase } from "../test/conformance/corpus.ts";
import { duel } from "../test/conformance/duel.ts";
import type { Disagreement } from "../test/conformance/duel.ts";
import { scoreLint } from "../test/conformance/lint-corpus.ts";
import { ENGINE_NAMES, runEngine } from "../test/conformance/run.ts";
import type { Score } from "../test/conformance/run.ts";
import { readMore } from "../test/conformance/more.ts";
import { runMore } from "../test/conformance/run-more.ts";
import { scoreFile, together } from "../test/conformance/score.ts";
import { shrinkPair } from "../test/conformance/shrink-pair.ts";

const MOST_SHOWN = 5;

const STORED = fileURLToPath(new URL("../docs/conformance.json", import.meta.url));

const args = process.argv.slice(2);
const [count = 20_000, first = 0] = args.filter((arg) => !arg.startsWith("--")).map(Number);
const cases = readCorpus();
const more = readMore();
const scores = ENGINE_NAMES.map((engine) =>
  together(runEngine(engine, cases), runMore(engine, more)),
);
const lint = scoreLint();
say(tableOf([...cases, ...more], scores));
say(`lint          ${lint.passed} of ${lint.total} faults found`);
for (const { failures } of scores) for (const failure of failures) say(`failed: ${failure}`);
for (const failure of lint.failures) say(`lint: ${failure}`);
const stored = scoreFile(scores, lint);
if (args.includes("--write")) writeFileSync(STORED, stored);
const isStored = readFileSync(STORED, "utf8") === stored;
if (!isStored)
  say("docs/conformance.json tells another score: run with --write and look at the difference");
const { compared, skipped, byVerdict, disagreements } = duel(first, count, MOST_SHOWN);
say(
  `random: ${compared} pairs compared (${JSON.stringify(byVerdict)}), ${skipped} skipped as too many worlds or refused, ${disagreements.length} differ`,
);
for (const disagreement of disagreements) say(wordsOf(disagreement));
const failed = scores.some(({ failures }) => failures.length > 0) || lint.failures.length > 0;
process.exitCode = !isStored || failed || disagreements.length > 0 ? 1 : 0;

function tableOf(
  all: readonly Pick<ConformanceCase, "group">[],
  engines: readonly Score[],
): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  const rows = groups.map((group) => [group, ...engines.map((score) => cellOf(score, group))]);
  const total = ["all", ...engines.map((score) => cellOf(score, null))];
  const head = ["group", ...engines.map(({ engine }) => engine)];
  return [head, ...rows, total]
    .map((row) =>
      row
        .map((cell) => cell.padEnd(24))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

function cellOf({ groups }: Score, name: string | null): string {
  const counted = [...groups]
    .filter(([group]) => name === null || group === name)
    .map(([, tally]) => tally);
  const sum = (pick: (tally: (typeof counted)[number]) => number): number =>
    counted.reduce((all, tally) => all + pick(tally), 0);
  const [passed, failed, without] = [
    sum((t) => t.passed),
    sum((t) => t.failed),
    sum((t) => t.unsupported),
  ];
  const share = passed + failed === 0 ? "-" : `${Math.floor((100 * passed) / (passed + failed))} %`;
  return `${passed}/${passed + failed} ${share}${without > 0 ? ` (${without} not run)` : ""}`;
}

function wordsOf({ seed, pair, says }: Disagreement): string {
  return `disagreement, seed ${seed}: product says ${says.join("; ")} by the second judge\n${JSON.stringify(shrinkPair(pair, says), null, 1)}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
