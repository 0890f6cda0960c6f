// A draft as a form shows it: the text as far as it is without errors, and what its fields may be set to. The form and the source are
// two skins of one text: a field that is set changes its words in the file (terms/edit-terms.ts).
import type { Desk, DraftText } from "../case/draft.ts";
import { compareText } from "../model/problem.ts";
import type { Instrument } from "../terms/ast.ts";
import { rootOf } from "../terms/parse-terms.ts";
import { peek, peekKeys } from "../terms/scope.ts";
import type { TemplateGround } from "../terms/templates.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";

export interface DraftForm {
  /** The text that this is of. */
  readonly text: string;
  readonly instrument: Instrument;
  /** Fields that `common` gives to every clause without its own. */
  readonly shared: readonly string[];
  readonly ground: FormGround;
}

/** What the case gives to a clause that is added. */
export type FormGround = Omit<TemplateGround, "instrument" | "words">;

/** Null for a text with an error. */
export function formOf(desk: Desk, draft: DraftText): DraftForm | null {
  const { loaded } = desk.read(draft);
  if (loaded === null) return null;
  const { instrument } = loaded;
  const { parties } = instrument;
  const shared = peekKeys(peek(rootOf(draft.text, draft.name), "common"));
  return { text: draft.text, instrument, shared, ground: { ...groundOf(desk), parties } };
}

/** What a case gives to any text: its parties, the first day of its record, its first time zone. */
export function groundOf({ theCase }: Desk): FormGround {
  const { incidents, instruments, settings, acts, kinds } = theCase;
  const bound = new Set(instruments.flatMap(({ instrument }) => instrument.parties));
  const parties = [...settings.parties.keys()]
    .filter((id) => bound.size === 0 || bound.has(id))
    .sort(compareText);
  const days = incidents.map(({ day }) => day).sort(compareText);
  return {
    parties,
    acts: [...acts.nodes.keys()].sort(compareText),
    kinds: rootsOf(kinds),
    day: days[0] ?? "2000-01-01",
    zone: settings.timeZones[0] ?? "UTC",
  };
}

/** Nodes that are of no other: together they are everything. */
export function rootsOf({ nodes }: Vocabulary): readonly string[] {
  const roots = [...nodes.values()].filter((node) => node.is.length === 0);
  return roots.map(({ id }) => id).sort(compareText);
}
