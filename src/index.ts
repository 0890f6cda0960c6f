// The library's door: read a case, judge it, explain, compare. `./terms` and `./assess` are the narrower doors.
export { assessCase, compareReadings, explainIncident, runScenarios } from "./assess/index.ts";
export type {
  Assessment,
  AssessOptions,
  Comparison,
  Explanation,
  Verdict,
} from "./assess/index.ts";
export type { Case, CaseFiles } from "./case/case.ts";
export { loadCase } from "./case/load-case.ts";
export type { Parsed, Problem } from "./model/problem.ts";
export { CaseFolderError } from "./store/errors.ts";
export { readCaseFolder } from "./store/folder.ts";
