// Plants named bugs, one at a time, in a copy of the tree and demands that a test goes red: a law that cannot fail proves nothing.
// `npm run check:mutants`. Each mutant names the law of TERMS 8 (or the promise) it breaks. `-- language` plants only those of the
// language, which the conformance corpus has to catch, and prints which tests did; a further argument, only those of that name.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MUTANTS_OF_LANGUAGE } from "./mutants-of-language.mjs";
import { MUTANTS_OF_LAWS } from "./mutants-of-laws.mjs";
import { MUTANTS_OF_ROWS } from "./mutants-of-rows.mjs";

const CORPUS = ["test/conformance.test.ts", "both judges"];
const root = resolve(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "truceline-mutants-"));
const skipped = new Set(["node_modules", "dist", ".git"]);
cpSync(root, copy, {
  recursive: true,
  filter: (path) => !skipped.has(path.slice(root.length + 1).split("/")[0] ?? ""),
});
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const ofLanguage = MUTANTS_OF_LANGUAGE.map((mutant) => [...mutant, ...CORPUS]);
const [, , which = "all", words = ""] = process.argv;
const planted = (
  which === "language" ? ofLanguage : [...MUTANTS_OF_LAWS, ...MUTANTS_OF_ROWS, ...ofLanguage]
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
