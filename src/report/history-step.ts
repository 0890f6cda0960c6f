// One entry as a step of a history: who, when in the three times, on what sources, and what it changed field by field.
import { formatInstant } from "../model/instant.ts";
import { knownAt, sourcesOf } from "../record/fold/as-of.ts";
import type { Publications } from "../record/fold/as-of.ts";
import { CORRECTION_SETS } from "../record/fold/fold-change.ts";
import type { RecordState } from "../record/fold/state.ts";
import type { Fields } from "../record/kinds/check-fields.ts";
import { STATES } from "../record/kinds/decision.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import type { Entry } from "../record/kinds/entry.ts";
import type { Kind } from "../record/kinds/kinds.ts";
import { isList, isText } from "../record/kinds/value.ts";
import { fieldText } from "./field-text.ts";

/** One field of one step as text; null = it was or is absent. */
export interface FieldStep {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A decision of review, with all that RECORD 9 asks of it. */
export interface DecisionStep {
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly reasons: readonly string[];
  /** Ids of what was looked at, and of what settled a contest. */
  readonly examined: readonly string[];
  readonly settles: readonly string[];
  /** Null: decided by one person. */
  readonly secondPerson: string | null;
}

/** One entry of the record about an incident. */
export interface HistoryStep {
  readonly entry: string;
  readonly kind: Kind;
  /** What it speaks of; null: it made the thing that bears its id. */
  readonly of: string | null;
  /** Pseudonym; null: a seed, written by whoever made the case. */
  readonly actor: string | null;
  /** ISO instant; null: a seed, recorded when the case was made. */
  readonly recordedAt: string | null;
  /** Since when its sources had it published (RECORD 3); `assumed`: none says its day. Null: it names no source. */
  readonly known: { readonly at: string | null; readonly assumed: boolean } | null;
  /** Who claims it, for claims. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly decision: DecisionStep | null;
  /** Ids. */
  readonly sources: readonly string[];
  /** What it set, by name; values that were redacted are absent. */
  readonly fields: readonly FieldStep[];
}

export interface Around {
  readonly state: RecordState;
  readonly published: Publications;
  readonly zone: string;
  readonly isSeeds: boolean;
}

/** The step of an entry; `state` is that after all entries. */
export function stepOf(entry: Entry, around: Around): HistoryStep {
  const { id, kind, of, actor, recordedAt, fields } = entry;
  const { by, reason } = fields;
  return {
    entry: id,
    kind,
    of,
    actor: around.isSeeds ? null : actor,
    recordedAt: around.isSeeds ? null : formatInstant(recordedAt),
    known: knownOf(entry, around),
    by: kind === "claim" && isText(by) ? by : null,
    reason: isText(reason) ? reason : null,
    decision: kind === "decision" ? decisionOf(fields) : null,
    sources: sourcesOf(entry),
    fields: fieldSteps(entry, around.state),
  };
}

/** The recording is a time of its own: where nothing else says when, there is no time of report. */
function knownOf(entry: Entry, { published, zone, isSeeds }: Around): HistoryStep["known"] {
  const isReported = sourcesOf(entry).length > 0 || entry.kind === "source";
  const { at, isAssumed } = knownAt(entry, published, zone);
  if (!isReported && at === entry.recordedAt) return null;
  const isUnknown = isSeeds && at === entry.recordedAt;
  return { at: isUnknown ? null : formatInstant(at), assumed: isAssumed };
}

function decisionOf(fields: Fields): DecisionStep {
  const { from, to, secondPerson } = fields;
  const list = (name: string): readonly string[] => {
    const value = fields[name];
    return isList(value) ? value.filter((one) => isText(one)) : [];
  };
  return {
    from: stateOf(from),
    to: stateOf(to),
    reasons: list("reasons"),
    examined: list("examined"),
    settles: list("settles"),
    secondPerson: isText(secondPerson) ? secondPerson : null,
  };
}

function stateOf(value: Fields[string] | undefined): ReviewState {
  const state = STATES.find((one) => one === value);
  if (state === undefined) throw new RangeError(`a decision of the record names no state`);
  return state;
}

/** Said by members of the step; a correction's values are in its changes. */
const SAID: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  claim: ["by", "source"],
  correction: [...CORRECTION_SETS, "unset", "reason", "source"],
  decision: ["from", "to", "reasons", "examined", "settles", "secondPerson"],
  redaction: [],
};
const SAID_BY_ALL: readonly string[] = ["reason", "source", "sources"];

function fieldSteps({ id, kind, of, fields }: Entry, state: RecordState): readonly FieldStep[] {
  const thing = of === null ? undefined : state.things.get(of);
  const changes = (thing?.changes ?? []).filter((change) => change.entry === id);
  const changed = changes.map(({ field, before, after }) => ({
    field,
    before: before === null ? null : fieldText(field, before),
    after: after === null ? null : fieldText(field, after),
  }));
  const said = SAID[kind] ?? SAID_BY_ALL;
  const set = Object.entries(fields)
    .filter(([name]) => !said.includes(name))
    .map(([field, value]) => ({ field, before: null, after: fieldText(field, value) }));
  return [...changed, ...set];
}
