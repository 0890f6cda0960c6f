// The door of the log: whether a draft may follow a state. All problems at once; nothing of a batch is kept when one of it has any.
import { didYouMean } from "../../model/nearest.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import { checkFields } from "../kinds/check-fields.ts";
import type { Draft, Entry } from "../kinds/entry.ts";
import { classOf } from "../kinds/field-class.ts";
import type { FieldClass } from "../kinds/kind-rule.ts";
import { ruleOf } from "../kinds/kinds.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import { sourcesOf } from "./as-of.ts";
import { fold } from "./fold.ts";
import { CORRECTION_SETS, isChangeKind } from "./fold-change.ts";
import { refusedPersons } from "./persons.ts";
import type { SamePerson } from "./persons.ts";
import type { RecordState, StateToAsk, Thing } from "./state.ts";
import { refusedTransition } from "./transition.ts";

const SET_OF: Readonly<Record<FieldClass, (typeof CORRECTION_SETS)[number]>> = {
  public: "set",
  restricted: "setRestricted",
  sealed: "setSealed",
};

export interface Admitting {
  /** UTC milliseconds. */
  readonly now: number;
  readonly samePerson: SamePerson;
}

const SET_CLASS: Readonly<Record<(typeof CORRECTION_SETS)[number], FieldClass>> = {
  set: "public",
  setRestricted: "restricted",
  setSealed: "sealed",
};

/** What keeps this draft out; empty when it may be appended. */
export function refusals(
  state: StateToAsk,
  draft: Draft,
  how: Admitting,
): readonly RecordProblem[] {
  const thing = draft.of === null ? undefined : state.things.get(draft.of);
  const named = referredTo(draft);
  return [
    ...knownId(state, draft),
    ...dangling(state, draft, named),
    ...unsealed(state, draft, named),
    ...movedHeads(state, draft, thing),
    ...badCorrection(draft, thing, state),
    ...refusedMerge(state, draft),
    ...openGrant(draft),
    ...unsaidHiding(state, draft),
    ...(thing === undefined ? [] : refusedTransition(state, { draft, thing, ...how })),
    ...refusedPersons(state, draft, how.samePerson),
  ];
}

/** The same for a batch: each draft after those before it. */
export function batchRefusals(
  state: RecordState,
  drafts: readonly Draft[],
  how: Admitting,
): readonly RecordProblem[] {
  let at = state;
  return drafts.flatMap((draft) => {
    const found = refusals(at, draft, how);
    const entry: Entry = { ...draft, recordedAt: how.now, clockSkewMs: 0 };
    if (found.length === 0) at = fold(at, [entry]);
    return found;
  });
}

function knownId(state: StateToAsk, { id }: Draft): readonly RecordProblem[] {
  return state.known.has(id)
    ? [problem("duplicate-id", `"${id}" is in the record already`, id)]
    : [];
}

/** Every id that the draft refers to must be there. */
function dangling(
  state: StateToAsk,
  draft: Draft,
  named: readonly Reference[],
): readonly RecordProblem[] {
  return named
    .filter(([id]) => !state.known.has(id))
    .map(([id, where]) =>
      problem("dangling-id", `"${id}" is not in the record`, `${draft.id}: ${where}`),
    );
}

/** What names something sealed is sealed with it: a reference in the open would show that it is there. */
function unsealed(
  state: StateToAsk,
  draft: Draft,
  named: readonly Reference[],
): readonly RecordProblem[] {
  const needed = named.flatMap(([id]) => state.known.get(id)?.sealedIn ?? []);
  const other = needed.find((one) => !mayName(draft, one));
  if (other === undefined) return [];
  return [
    problem("bad-value", "what names something sealed is sealed in its compartment", draft.id),
  ];
}

function mayName(draft: Draft, sealedIn: string | null | undefined): boolean {
  const isOpen = sealedIn === null || sealedIn === undefined;
  return isOpen || (draft.isSealed && draft.compartment === sealedIn);
}

const REFERENCES = [
  "derivedFrom",
  "report",
  "merge",
  "incidents",
  "settles",
  "examined",
  "statement",
  "statements",
];

/** An id and where it stands. */
type Reference = readonly [id: string, where: string];

/** Each id that a draft names, with where. */
function referredTo(draft: Draft): readonly Reference[] {
  const { fields, kind, of, parents, causedBy } = draft;
  const found: Reference[] = of === null ? [] : [[of, "of"]];
  for (const id of parents) found.push([id, "parents"]);
  for (const id of causedBy) found.push([id, "causedBy"]);
  for (const id of sourcesOf(draft)) found.push([id, "source"]);
  for (const name of REFERENCES) {
    const value = fields[name];
    if (value === undefined) continue;
    for (const id of isList(value) ? value : [value]) if (isText(id)) found.push([id, name]);
  }
  const removes = kind === "redaction" && isList(fields["removes"]) ? fields["removes"] : [];
  for (const one of removes) {
    const id = isMap(one) ? one["entry"] : undefined;
    if (isText(id)) found.push([id, "removes"]);
  }
  return found;
}

/** Heads that the draft may name: a sealed one is no parent of an entry that all can read. */
function movedHeads(
  state: StateToAsk,
  draft: Draft,
  thing: Thing | undefined,
): readonly RecordProblem[] {
  if (!isChangeKind(draft.kind) || thing === undefined) return [];
  const heads = thing.heads.filter((head) => mayName(draft, state.known.get(head)?.sealedIn));
  const unseen = heads.filter((head) => !draft.parents.includes(head));
  if (unseen.length === 0) return [];
  const message = `"${thing.id}" has moved on: ${unseen.join(", ")} came since; expected as parents ${heads.join(", ")}`;
  return [problem("conflict", message, draft.id)];
}

/** A correction names fields of the thing's kind, with values the kind takes, each under its class. */
function badCorrection(
  draft: Draft,
  thing: Thing | undefined,
  state: StateToAsk,
): readonly RecordProblem[] {
  if (draft.kind !== "correction" || thing === undefined) return [];
  const sets = CORRECTION_SETS.flatMap((name) => {
    const value = draft.fields[name];
    return isMap(value) ? [[name, value] as const] : [];
  });
  const merged = { ...thing.fields, ...Object.assign({}, ...sets.map(([, value]) => value)) };
  const unset = isList(draft.fields["unset"]) ? draft.fields["unset"] : [];
  for (const name of unset) if (isText(name)) delete merged[name];
  const misplaced = sets.flatMap(([name, value]) =>
    Object.keys(value)
      .filter((field) => classOf(thing.kind, field, state.policy.classes) !== SET_CLASS[name])
      .map((field) => problem("bad-fields", `"${field}" does not belong into "${name}"`, draft.id)),
  );
  const unknown = unset
    .filter((name) => isText(name) && !Object.hasOwn(ruleOf(thing.kind).fields, name))
    .map((name) => problem("unknown-field", unknownField(thing, String(name)), draft.id));
  return [...checkFields(thing.kind, merged, draft.id), ...misplaced, ...unknown];
}

function unknownField(thing: Thing, name: string): string {
  const near = didYouMean(name, Object.keys(ruleOf(thing.kind).fields));
  const what = `${thing.kind} has no field "${name}"`;
  return near === undefined ? what : `${what}; ${near}`;
}

/** A redaction of a correction says which fields it hides: nothing else tells, once the values are gone. */
function unsaidHiding(state: StateToAsk, draft: Draft): readonly RecordProblem[] {
  const removes = draft.kind === "redaction" ? draft.fields["removes"] : [];
  return (isList(removes) ? removes : []).flatMap((one) => {
    const [id, sets, said] = isMap(one) ? [one["entry"], one["fields"], one["hides"]] : [];
    const known = isText(id) ? state.known.get(id) : undefined;
    const thing = known?.of ? state.things.get(known.of) : undefined;
    if (known?.kind !== "correction" || thing === undefined || !isList(sets)) return [];
    const needed = thing.changes
      .filter(({ entry, after }) => entry === id && after !== null)
      .map(({ field }) => field)
      .filter((field) => sets.includes(SET_OF[classOf(thing.kind, field, state.policy.classes)]));
    const missing = needed.filter((field) => !isList(said) || !said.includes(field));
    if (missing.length === 0) return [];
    const message = `a redaction of a correction names the fields whose values go; "hides" lacks ${missing.join(", ")}`;
    return [problem("missing-field", message, `${draft.id}: fields.removes`)];
  });
}

/** A compartment's name tells something: whom it lets in is sealed in it. */
function openGrant({ kind, fields, isSealed, id }: Draft): readonly RecordProblem[] {
  if (kind !== "policy" || fields["grant"] === undefined || isSealed) return [];
  return [problem("bad-value", "a grant is sealed in the compartment that it opens", id)];
}

/** Only incidents that stand by themselves merge; a split takes back a merge that stands, of the incident it names. */
function refusedMerge(state: StateToAsk, draft: Draft): readonly RecordProblem[] {
  const refuse = (message: string): RecordProblem =>
    problem("transition-refused", message, draft.id);
  if (draft.kind === "split") {
    const id = draft.fields["merge"];
    const merge = isText(id) ? state.merges.get(id) : undefined;
    return merge?.into === draft.of
      ? []
      : [refuse(`"${String(id)}" is no merge of "${draft.of}" that stands`)];
  }
  if (draft.kind !== "merge") return [];
  const ids = isList(draft.fields["incidents"]) ? draft.fields["incidents"] : [];
  const all = [draft.of, ...ids].map((id) => (isText(id) ? parseEntryId(id) : null));
  return [
    ...(new Set(all).size === all.length ? [] : [refuse("an incident does not merge with itself")]),
    ...all.flatMap((id) => cannotMerge(state, id).map(refuse)),
  ];
}

function cannotMerge(state: StateToAsk, id: EntryId | null): readonly string[] {
  const thing = id === null ? undefined : state.things.get(id);
  if (thing === undefined) return [];
  if (thing.kind !== "incident") return [`"${thing.id}" is of kind ${thing.kind}; incidents merge`];
  return thing.mergedInto === null
    ? []
    : [`"${thing.id}" is part of "${thing.mergedInto}" already`];
}
