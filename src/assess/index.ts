// The door of assessment: incidents x readings -> verdicts, totals, comparisons, explanations.
export { assessCase, incidentOf, readingIds, requireReading } from "./assess.ts";
export type { AssessOptions, AssessedReading, AssessedRow, Assessment } from "./assess.ts";
export type { AssessInput } from "./context.ts";
export { UnknownNameError } from "./errors.ts";
export { boundsBy, boundsOf, latestFigure, totalsOf } from "./totals.ts";
export { compareReadings } from "./wording.ts";
export { REASONS } from "./verdict.ts";
export type * from "./verdict.ts";
