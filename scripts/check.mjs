// `npm run check`: every promise of the house, one after the other, none skipped because an earlier one failed.
// `--summary FILE` also writes {passed, failed, steps} as JSON for .ci/run.
import { writeFileSync } from "node:fs";
import { run } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

/** Each is the npm script `check:<name>`. */
const STEPS = ["types", "lint", "format", "floors", "unused", "docs", "web"];

/** Random pairs for the corpus here; `npm run check:conformance` alone tries 20,000. */
const FEW_PAIRS = "1500";

const steps = [];
await step("build", async () => {
  await setUpOrExit();
  return 0;
});
for (const name of STEPS) {
  await step(name, () => run("npm", ["run", "--silent", `check:${name}`]));
}
await step("conformance", () =>
  run("npm", ["run", "--silent", "check:conformance", "--", FEW_PAIRS]),
);
report(steps);

async function step(name, work) {
  process.stdout.write(`\ncheck:${name}\n`);
  const startedAt = performance.now();
  const passed = (await work()) === 0;
  steps.push({ name, passed, seconds: (performance.now() - startedAt) / 1000 });
}

function report(all) {
  const failed = all.filter((one) => !one.passed).length;
  process.stdout.write("\n");
  for (const { name, passed, seconds } of all) {
    const mark = passed ? "passed" : "FAILED";
    process.stdout.write(`${name.padEnd(11)} ${mark} ${seconds.toFixed(1).padStart(7)} s\n`);
  }
  const summary = { passed: all.length - failed, failed, steps: all };
  const [flag, file] = process.argv.slice(2);
  if (flag === "--summary" && file !== undefined) writeFileSync(file, JSON.stringify(summary));
  process.exitCode = failed === 0 ? 0 : 1;
}
