// The door of terms: parse, check, identify, print texts and vocabularies; show problems.
export type * from "./ast.ts";
export { canonicalTerms, termsVersion } from "./canonical-terms.ts";
export { checkTerms, loadTerms } from "./check-terms.ts";
export { NO_CONTEXT } from "./context.ts";
export type { LoadedText, TermsContext, TermsOptions } from "./context.ts";
export { formatPlace, formatProblem } from "./format-problem.ts";
export type { SourceText } from "./format-problem.ts";
export { parseKinds, parseMeans } from "./parse-vocabulary.ts";
export type { MeansFile } from "./parse-vocabulary.ts";
export { parseTerms } from "./parse-terms.ts";
export { printTerms } from "./print-terms.ts";
export { edgeQuestion, otherLeaf, vocabulary } from "./vocabulary.ts";
export type { Membership, Vocabulary } from "./vocabulary.ts";
