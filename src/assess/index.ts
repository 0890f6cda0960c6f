// The door of assessment: incidents x readings -> verdicts, totals, comparisons, explanations.
export { assessCase, incidentOf, readingIds, requireReading } from "./assess.ts";
export type { AssessOptions, AssessedReading, AssessedRow, Assessment } from "./assess.ts";
export type { AssessInput } from "./context.ts";
export { UnknownNameError } from "./errors.ts";
export { explainIncident } from "./explain.ts";
export type { ExplainOptions } from "./explain.ts";
export type { Hold } from "./hold.ts";
export { holdersOf } from "./holders.ts";
export { boundsBy, boundsOf, latestFigure, totalsOf } from "./totals.ts";
export { compareReadings } from "./wording.ts";
export { REASONS } from "./verdict.ts";
export type * from "./verdict.ts";
export { parseScenarios } from "./scenario-file.ts";
export type { Scenario, ScenarioFile } from "./scenario-file.ts";
export { runScenarios } from "./scenarios.ts";
export type { Coverage, ScenarioFailure, ScenarioReport, ScenarioResult } from "./scenarios.ts";
export { openQuestions } from "./open-questions.ts";
export type { OpenAnswer, OpenQuestion } from "./open-questions.ts";
