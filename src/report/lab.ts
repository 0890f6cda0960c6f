// What the What-if lab asks of a case (WEB 6): a text to start from, and what a text that is being edited would cover. Nothing here
// is asked of a server: the page has the case's files and does the same as the shell.
import type { AssessedReading } from "../assess/assess.ts";
import { semanticDiff, wordsOf } from "../assess/diff/semantic.ts";
import type { SemanticDiff } from "../assess/diff/semantic.ts";
import type { TooMany } from "../assess/lint/space.ts";
import { whatIf } from "../assess/whatif.ts";
import type { Move } from "../assess/whatif.ts";
import type { Desk, DraftText } from "../case/draft.ts";
import { sha256Hex } from "../model/hash.ts";
import type { ReadingId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { letterOf } from "./patterns.ts";
import { heldFor, printWhatIf } from "./what-if.ts";
import type { HeldFor } from "./what-if.ts";

/** A text as it stands in the editor, and the period it is tried for. */
export interface LabDraft extends DraftText {
  readonly period: HeldFor;
}

export interface LabAnswer {
  /** Of the draft that was asked about (`draftHash`): no figure is shown beside another. */
  readonly hash: string;
  /** Of the draft alone, sorted by place. */
  readonly problems: readonly Problem[];
  /** Null when the draft has an error. */
  readonly figures: LabFigures | null;
}

export interface LabFigures {
  /** `sha256:...` of the hash that the figures were worked out for; the same as the answer's. */
  readonly hash: string;
  /** Name that the draft's readings go by (`energy-draft`). */
  readonly name: string;
  /** Of the text's meaning: comments and layout do not change it. */
  readonly version: string;
  /** Readings of the draft, in id order. */
  readonly own: readonly AssessedReading[];
  /** Readings at hand that it is set against, in id order. */
  readonly base: readonly AssessedReading[];
  readonly moves: readonly Move[];
  /** Incidents counted; whole-night totals are none of them. */
  readonly incidents: number;
  /** Reading id -> one letter for each incident counted (v, n, u, c), in id order: patterns of any readings at hand. */
  readonly letters: Readonly<Record<ReadingId, string>>;
  /** What `truceline whatif --json` prints for the same text and period, byte for byte. */
  readonly printed: string;
}

/** What a draft changes apart from the record: `base` is the text of the same id, null where the case has none or the draft is wrong. */
export interface LabMeaning {
  readonly hash: string;
  readonly base: string | null;
  readonly diff: SemanticDiff | TooMany | null;
}

/** Compares a draft with the case's text of its id over every situation that the two tell apart. Costs more than a pass. */
export function meaningOf(desk: Desk, draft: LabDraft): LabMeaning {
  const { theCase } = desk;
  const { loaded } = desk.read(draft);
  const hash = draftHash(draft);
  const before = theCase.instruments.find(
    ({ instrument }) => instrument.id === loaded?.instrument.id,
  );
  if (loaded === null || before === undefined) return { hash, base: null, diff: null };
  const after = heldFor(theCase, loaded, draft.period);
  const diff = semanticDiff(wordsOf(theCase, before), wordsOf({ ...theCase }, after));
  return { hash, base: before.instrument.id, diff };
}

/** Equal for equal drafts: their name, text and period. */
export function draftHash({ name, text, period: { start, end } }: LabDraft): string {
  return `sha256:${sha256Hex(JSON.stringify([name, start ?? null, end ?? null, text]))}`;
}

/** Reads, checks and judges a draft over the record as it is. Costs a pass over the record; the texts at hand are judged once. */
export function tryDraft(desk: Desk, draft: LabDraft): LabAnswer {
  const { loaded, problems } = desk.read(draft);
  const hash = draftHash(draft);
  if (loaded === null) return { hash, problems, figures: null };
  const { theCase } = desk;
  const found = whatIf(theCase, [heldFor(theCase, loaded, draft.period)]);
  const name = found.candidates[0]?.name ?? loaded.instrument.id;
  const rows = found.rows.filter(({ incident }) => !incident.aggregate);
  const isOwn = ({ instrument }: AssessedReading): boolean => instrument === name;
  const letters = found.readings.map(({ id }) => [
    id,
    rows.map(({ verdicts }) => letterOf(verdicts.get(id))).join(""),
  ]);
  const figures: LabFigures = {
    hash,
    name,
    version: loaded.version,
    own: found.readings.filter(isOwn),
    base: found.readings.filter((one) => !isOwn(one)),
    moves: found.moves,
    incidents: found.incidents,
    letters: Object.fromEntries(letters),
    printed: printWhatIf(found, draft.period),
  };
  return { hash, problems, figures };
}
