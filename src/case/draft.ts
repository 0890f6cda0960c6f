// A text that is not (or not yet) part of a case, read against all that the case knows: its vocabularies, parties, sources, zones.
import type { Problem } from "../model/problem.ts";
import type { Case, CaseFiles, LoadedInstrument } from "./case.ts";
import { loadTerms } from "../terms/check-terms.ts";
import { loadCase, loadWithContext } from "./load-case.ts";

export interface Draft {
  /** The case without the draft. */
  readonly theCase: Case | null;
  /** Null when the draft has an error. */
  readonly loaded: LoadedInstrument | null;
  /** Of the draft alone, sorted by place. */
  readonly problems: readonly Problem[];
}

/** Reads `text` as if it stood in `terms/` of the case under its file name; a text of that name there is set aside. */
export function readDraft(files: CaseFiles, { name, text }: DraftText): Draft {
  const file = `terms/${name}`;
  const { value, problems } = loadCase(new Map(files).set(file, text));
  const own = problems.filter(({ at }) => at?.file === file);
  return {
    theCase: files.get(file) === text ? value : loadCase(files).value,
    loaded:
      [...(value?.instruments ?? []), ...(value?.versions ?? [])].find(
        (loaded) => loaded.file === file,
      ) ?? null,
    problems: own,
  };
}

/** A case at hand that drafts are read against again and again, as somebody types them. */
export interface Desk {
  readonly theCase: Case;
  /** What the case's own files have to say. */
  readonly problems: readonly Problem[];
  /** The same as `readDraft` finds; costs the text alone. */
  readonly read: (draft: DraftText) => Omit<Draft, "theCase">;
}

export interface DraftText {
  /** `energy.terms.md`: the ending says how it is read. */
  readonly name: string;
  readonly text: string;
}

/** Loads the case once. Null when it cannot be used. */
export function openDesk(files: CaseFiles): Desk | null {
  const { value: theCase, context, problems } = loadWithContext(files);
  if (theCase === null || context === null) return null;
  return {
    theCase,
    problems,
    read: ({ name, text }) => {
      const { value, problems: own } = loadTerms(text, { file: `terms/${name}`, context });
      return { loaded: value === null ? null : { ...value, text }, problems: own };
    },
  };
}
