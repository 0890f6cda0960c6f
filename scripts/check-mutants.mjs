// Plants named bugs, one at a time, in a copy of the tree and demands that a test goes red: a law that cannot fail proves nothing.
// `npm run check:mutants`. Each mutant names the law of TERMS 8 (or the promise) it breaks. `-- language` plants only those of the
// language, which the conformance corpus has to catch, and prints which tests did; a further argument, only those of that name.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MUTANTS_OF_LANGUAGE } from "./mutants-of-language.mjs";
import { MUTANTS_OF_ROWS } from "./mutants-of-rows.mjs";

const LAWS = "src/assess/laws";
const TABLE = "src/assess/judge.test.ts";
const SWEEP = "src/assess/decide.test.ts";
/** Judge and sweep share the compiled rules: only expectations from elsewhere can catch a fault there. */
const CASES = "test/conformance.test.ts";

/** [name, file, what stands there, what the bug writes, test file, test name pattern] */
const MUTANTS = [
  [
    "P3 a fact's second possibility is dropped",
    "src/assess/situation.ts",
    "for (const { value } of possible) {",
    "for (const { value } of possible.slice(0, 1)) {",
    LAWS,
    "P3",
  ],
  [
    "P4 an open question is filled with its first answer",
    "src/assess/text-world.ts",
    "options: taken ?? live.map((answer) => answer.id)",
    "options: taken ?? live.slice(0, 1).map((answer) => answer.id)",
    LAWS,
    "P4",
  ],
  [
    "P5 only the first kind of a list counts",
    "src/assess/membership.ts",
    "for (const node of nodes) {",
    "for (const node of nodes.slice(0, 1)) {",
    LAWS,
    "P5",
  ],
  [
    "P5 a zone excludes what lies in it",
    "src/assess/atoms.ts",
    '(where.target === null || lies("target", where.target))',
    '(where.target === null) === lies("target", where.target ?? "box")',
    LAWS,
    "P5",
  ],
  [
    "P6 the last clause wins",
    "src/assess/cell.ts",
    "if (prohibitions.length > 0 && !released) {",
    "if (failures.at(-1) === null && prohibitions.length > 0 && !released) {",
    LAWS,
    "P6",
  ],
  [
    "P7 a clause by its name forbids nothing",
    "src/assess/cell.ts",
    'left.filter(({ effect }) => effect === "prohibit")',
    'left.filter(({ effect, id }) => effect === "prohibit" && !id.startsWith("z"))',
    LAWS,
    "P7",
  ],
  [
    "P8 periods are cut at a fixed instant",
    "src/assess/atoms.ts",
    "return period.from <= fact.at && fact.at < until;",
    "return period.from <= fact.at && fact.at < Math.min(until, 1742600000000);",
    LAWS,
    "P8",
  ],
  [
    "P9 only the first party is bound",
    "src/assess/atoms.ts",
    "rule.by.includes(fact.actor)",
    "rule.by.slice(0, 1).includes(fact.actor)",
    LAWS,
    "P9",
  ],
  [
    "P10 the end belongs to the period",
    "src/assess/atoms.ts",
    "fact.at < until;",
    "fact.at <= until;",
    LAWS,
    "P10",
  ],
  [
    "P10 the start does not belong to the period",
    "src/assess/atoms.ts",
    "period.from <= fact.at &&",
    "period.from < fact.at &&",
    LAWS,
    "P10",
  ],
  [
    "P11 a whole-night total is counted",
    "src/assess/totals.ts",
    "all.filter(({ incident }) => !incident.aggregate)",
    "all.filter(({ incident }) => !incident.aggregate || all.length > 2)",
    LAWS,
    "P11",
  ],
  [
    "P11 what is undetermined is left out of at most",
    "src/assess/totals.ts",
    "atMost: counted.filter(({ verdict }) => verdict.maybe).length,",
    'atMost: counted.filter(({ verdict }) => verdict.cause === "facts").length,',
    LAWS,
    "P11",
  ],
  [
    "P13 a flip set is not made minimal",
    "src/assess/wording.ts",
    "if (found.some((smaller) => smaller.every((question) => set.includes(question)))) continue;",
    "",
    LAWS,
    "P13",
  ],
  [
    "P13 any disagreement is explained by the first question",
    "src/assess/wording.ts",
    "if (flips(set)) found.push(set);",
    "found.push(set);",
    LAWS,
    "P13",
  ],
  [
    "P14 why leaves out one input",
    "src/assess/why.ts",
    "if (keeps(needed)) return { inputs: needed, exact: true };",
    "if (keeps(needed)) return { inputs: needed.slice(1), exact: true };",
    LAWS,
    "P14",
  ],
  [
    "P14 why names everything",
    "src/assess/why.ts",
    "if (keeps(needed)) return { inputs: needed, exact: true };",
    "if (keeps(needed)) return { inputs: all, exact: true };",
    LAWS,
    "P14",
  ],
  [
    "P16 printing forgets who is bound",
    "src/terms/clause-to-plain.ts",
    "unless",
    "unlesss",
    "src/terms",
    "",
  ],
  [
    "P20 a reason is lost",
    "src/assess/judge.ts",
    "reason === null ? [] : [reason]",
    'reason === null || reason === "period" ? [] : [reason]',
    LAWS,
    "P20",
  ],
  [
    "`.other` is dropped",
    "src/terms/vocabulary.ts",
    "leaves.push(inner.has(id) ? otherLeaf(id) : id);",
    "if (!inner.has(id)) leaves.push(id);",
    TABLE,
    "",
  ],
  [
    "an equal time counts as earlier",
    "src/assess/release.ts",
    "first !== undefined && at > first.after",
    "first !== undefined && at >= first.after",
    "test/case-scenarios.test.ts",
    "",
  ],
  [
    "`outside` is read as `target`",
    "src/assess/atoms.ts",
    '(where.outside === null || !lies("target", where.outside))',
    '(where.outside === null || lies("target", where.outside))',
    "src/assess/zone.test.ts",
    "",
  ],
  [
    "an open edge counts as in",
    "src/assess/outcome.ts",
    "return [...asked].filter((edge) => !edges.has(edge)).sort(compareText);",
    "return NONE;",
    TABLE,
    "",
  ],
  [
    "an unrecorded condition counts as not met",
    "src/assess/context.ts",
    '?? "no"',
    '&& "no" || "no"',
    TABLE,
    "ship",
  ],
  [
    "P1 an incident frees its own actor",
    "src/assess/intern.ts",
    'const alone = release.firsts.has(id) ? id : "";',
    'const alone = "";',
    SWEEP,
    "P1",
  ],
  [
    "P1 a shared verdict does not see when release begins",
    "src/assess/text-rows.ts",
    "...rows.flatMap(({ times }) => releaseCuts(times, NO_INCIDENT)),",
    "...rows.slice(rows.length).flatMap(({ times }) => releaseCuts(times, NO_INCIDENT)),",
    SWEEP,
    "P1",
  ],
  [
    "P1 the end of an incident belongs to it",
    "src/assess/situation-class.ts",
    "(cut) => cut < last",
    "(cut) => cut <= from",
    SWEEP,
    "P1",
  ],
  [
    "P1 a situation's class forgets who acted",
    "src/assess/situation-class.ts",
    "return JSON.stringify([actors, acts, means, things.sort(), zones, apart, flags]);",
    "return JSON.stringify([acts, means, things.sort(), zones, apart, flags]);",
    SWEEP,
    "P1",
  ],
  [
    "P1 a situation's class forgets its place",
    "src/assess/situation-class.ts",
    'const where = place === "" ? words : words + place;',
    "const where = words;",
    SWEEP,
    "P1",
  ],
  [
    "P1 columns are left out though another actor's",
    "src/assess/decide.ts",
    "kept.set(`${actor} ${bits} ",
    "kept.set(`${bits} ",
    SWEEP,
    "P1",
  ],
  [
    "P1 columns are left out though the actor is free in one",
    "src/assess/decide.ts",
    "kept.set(`${actor} ${bits} ",
    "kept.set(`${actor} ",
    SWEEP,
    "P1",
  ],
  [
    "P1 an open edge is taken for out",
    "src/assess/columns.ts",
    'if (least !== "act" && least !== "kind" && least !== "means") return least ?? "";',
    'return least ?? "";',
    SWEEP,
    "P1",
  ],
  [
    "P1 a released actor's outcome is looked up as a bound one's",
    "src/assess/columns.ts",
    "const key = released ? `released ${failures}` : failures;",
    "const key = failures;",
    SWEEP,
    "P1",
  ],
  [
    "a clause compiled for one answer serves another",
    "src/assess/rules-once.ts",
    "node = node.next.get(picks.get(node.id));",
    "node = [...node.next.values()][0];",
    CASES,
    "the product gives every expected verdict",
  ],
  [
    "the prologue takes every breach for one at its first instant",
    "src/assess/contrary-acts.ts",
    "at: cell.from === start ? null : cell.from,",
    "at: null,",
    SWEEP,
    "the prologue",
  ],
  [
    "the prologue gives readings that answer an edge differently the same breaches",
    "src/assess/text-rows.ts",
    "const answered = JSON.stringify([...edges].sort(([a], [b]) => compareText(a, b)));",
    'const answered = "";',
    SWEEP,
    "the prologue",
  ],
  [
    "the prologue keeps one act of all actors",
    "src/assess/contrary-acts.ts",
    "return one.actor === earlier.actor && one.release === earlier.release;",
    "return one.release === earlier.release;",
    SWEEP,
    "the prologue",
  ],
  [
    "P1 what holds in one stretch of time is taken for another",
    "src/assess/cell-columns.ts",
    "const key = `${number} ${first + i}`;",
    "const key = `${number}`;",
    SWEEP,
    "P1",
  ],
  [
    "a period that an event started has no end of its own",
    "src/assess/reading-model.ts",
    "return [...times, ...rules.flatMap((rule) => endsAfter(rule, id, times))];",
    "return times;",
    "src/assess/event-period.test.ts",
    "",
  ],
];

const root = resolve(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "truceline-mutants-"));
const skipped = new Set(["node_modules", "dist", ".git"]);
cpSync(root, copy, {
  recursive: true,
  filter: (path) => !skipped.has(path.slice(root.length + 1).split("/")[0] ?? ""),
});
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const CORPUS = ["test/conformance.test.ts", "both judges"];
const ofLanguage = MUTANTS_OF_LANGUAGE.map((mutant) => [...mutant, ...CORPUS]);
const [, , which = "all", words = ""] = process.argv;
const planted = (
  which === "language" ? ofLanguage : [...MUTANTS, ...MUTANTS_OF_ROWS, ...ofLanguage]
).filter(([name]) => name.includes(words));

let survived = 0;
for (const [name, file, from, to, test, pattern] of planted) {
  const path = join(copy, file);
  const original = readFileSync(path, "utf8");
  if (!original.includes(from)) {
    console.log(`lost      ${name}: "${from}" no longer stands in ${file}`);
    survived++;
    continue;
  }
  writeFileSync(path, original.replace(from, to));
  const args = [
    "vitest",
    "run",
    test,
    "--reporter=dot",
    ...(pattern === "" ? [] : ["-t", pattern]),
  ];
  const env = { ...process.env, TRUCELINE_RUNS: "all" };
  const { status, stdout, stderr } = spawnSync("npx", args, { cwd: copy, encoding: "utf8", env });
  writeFileSync(path, original);
  const ran = /Tests\s+.*\d+ (failed|passed)/.test(colourless(stdout));
  const killed = status !== 0 && ran;
  if (!killed) survived++;
  const catchers = new Set(
    [...colourless(stderr).matchAll(/FAIL\s+(\S+) > (.+)/g)].map(([, , title]) => title),
  );
  console.log(`${killed ? "killed  " : "SURVIVED"}  ${name}`);
  for (const title of killed ? catchers : []) console.log(`            ${test} > ${title}`);
  if (!killed) console.log(stdout.split("\n").slice(-12).join("\n"));
}
rmSync(copy, { recursive: true, force: true });
console.log(`${planted.length - survived} killed, ${survived} survived`);
process.exit(survived === 0 ? 0 : 1);

function colourless(text) {
  return text.replaceAll(/\u001b\[\d+m/g, "");
}
