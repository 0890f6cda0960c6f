// What surrounds a text when it is read: the case's vocabularies and names, against which its words are checked.
import type { Day } from "../model/instant.ts";
import type { Instrument } from "./ast.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Names known to the case. Null means "not known here": such names are then taken as they come, unchecked. */
export interface TermsContext {
  readonly kinds: Vocabulary | null;
  readonly means: Vocabulary | null;
  readonly acts: Vocabulary | null;
  /** Party ids of the case, bound or not. */
  readonly parties: ReadonlySet<string> | null;
  /** Source id -> day of publication, null when that is not known. Answers are held from that day unless they say more. */
  readonly sources: ReadonlyMap<string, Day | null> | null;
  /** Features of the case's zone files that `{dataset, feature}` may name. */
  readonly features: ReadonlySet<string> | null;
  /** Source id -> its text, where the case keeps it: quotations are looked up there. */
  readonly keptTexts?: ReadonlyMap<string, string>;
}

/** Checks nothing but the text itself. */
export const NO_CONTEXT: TermsContext = {
  kinds: null,
  means: null,
  acts: null,
  parties: null,
  sources: null,
  features: null,
};

/** How a text is to be read. */
export interface TermsOptions {
  /** Path printed in problems; `.md` is read as literate Markdown, all else as YAML. */
  readonly file: string;
  readonly context?: TermsContext;
}

/** A text ready for use, with what identifies it. */
export interface LoadedText {
  readonly instrument: Instrument;
  /** `sha256:<hex>` of the canonical bytes. */
  readonly version: string;
  readonly file: string;
}
