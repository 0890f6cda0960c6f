// The last line of .ci/run: `N passed, N failed`, from the tests' report and the checks' summary in the given folder.
// What left no report counts as one failure, so that a crash is never read as success.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, testStatus, checkStatus] = process.argv.slice(2);
const tests = sumTests(read("test.json"), testStatus === "0");
const checks = sumChecks(read("check.json"), checkStatus === "0");
const passed = tests.passed + checks.passed;
const failed = tests.failed + checks.failed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function read(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  } catch {
    return null;
  }
}

function sumTests(report, exitedWell) {
  if (report === null) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.testResults.filter(failedToLoad).length;
  return { passed: report.numPassedTests, failed: atLeastOne(failed, exitedWell) };
}

function failedToLoad(file) {
  return file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed");
}

function sumChecks(summary, exitedWell) {
  if (summary === null) return { passed: 0, failed: 1 };
  return { passed: summary.passed, failed: atLeastOne(summary.failed, exitedWell) };
}

function atLeastOne(failed, exitedWell) {
  return failed === 0 && !exitedWell ? 1 : failed;
}
