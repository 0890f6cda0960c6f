// Findings about what a text says, as far as they need no enumeration of situations (TERMS 6). Form and names are the parser's.
import { withoutTheRest } from "../model/most-problems.ts";
import { compareProblems, hasErrors } from "../model/problem.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import type { Instrument } from "./ast.ts";
import { termsVersion } from "./canonical-terms.ts";
import type { Check } from "./check.ts";
import { checkClauses } from "./check-clauses.ts";
import { checkKinds } from "./check-kinds.ts";
import { checkUnusedNames } from "./check-names-used.ts";
import { checkProvenance } from "./check-provenance.ts";
import { checkQuotes } from "./check-quotes.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkSize } from "./check-size.ts";
import { checkTime } from "./check-time.ts";
import { checkZones } from "./check-zones.ts";
import { NO_CONTEXT } from "./context.ts";
import type { LoadedText, TermsContext, TermsOptions } from "./context.ts";
import { readTermsFile } from "./parse-terms.ts";
import { placesOf } from "./places.ts";
import type { Places } from "./places.ts";

const CHECKS: readonly Check[] = [
  checkKinds,
  checkClauses,
  checkZones,
  checkTime,
  checkQuestions,
  checkUnusedNames,
  checkProvenance,
  checkQuotes,
];

/** Findings that speak of what is missing: they wait while parts of a text cannot be read. */
const OF_ABSENCE: ReadonlySet<string> = new Set([
  "T210",
  "T309",
  "T311",
  "T601",
  "T602",
  "T604",
  "T606",
  "T701",
  "T702",
  "T705",
]);

/** All findings on a text that was read without errors, sorted by place. Cost: about the square of answers and clauses. */
export function checkTerms(
  instrument: Instrument,
  options: { readonly places?: Places; readonly context?: TermsContext } = {},
): readonly Problem[] {
  const { places = () => null, context = NO_CONTEXT } = options;
  const input = { instrument, places, context };
  const large = checkSize(input);
  // The other checks cost about the square of what is too much here.
  if (large.length > 0) return large;
  return CHECKS.flatMap((check) => check(input)).sort(compareProblems);
}

/**
 * Reads, checks and identifies one text: every problem of form, name and meaning at once, sorted by place.
 * `value` is null when there is any error.
 */
export function loadTerms(text: string, options: TermsOptions): Parsed<LoadedText> {
  const { text: read, root, problems: found } = readTermsFile(text, options);
  if (read === null) return { value: null, problems: found };
  const { instrument } = read;
  const findings = checkTerms(instrument, { places: placesOf(root), context: options.context });
  const told = hasErrors(found) ? findings.filter(({ code }) => !OF_ABSENCE.has(code)) : findings;
  const problems = withoutTheRest([...found, ...told].sort(compareProblems), "T801");
  if (hasErrors(problems)) return { value: null, problems };
  return { value: { instrument, version: termsVersion(instrument), file: options.file }, problems };
}
