// Entries that change things: corrections, withdrawals, links, merges, decisions, redactions. What speaks of a thing that this state
// does not have (known later, or not for this viewer) changes nothing.
import type { CanonicalValue } from "../../model/canonical.ts";
import { compareText } from "../../model/problem.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { ReviewState } from "../kinds/decision.ts";
import type { Entry } from "../kinds/entry.ts";
import type { Kind } from "../kinds/kinds.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import type { Change, Review, Stamp, Thing } from "./state.ts";
import type { Working } from "./working.ts";

/** Where a correction keeps its values, by the class of the fields. */
export const CORRECTION_SETS = ["set", "setRestricted", "setSealed"] as const;

type ChangeThing = (working: Working, thing: Thing, entry: Entry) => Thing;

/** What each kind that speaks of a thing makes of it. */
const CHANGES = {
  correction: (_working, thing, entry) => correct(thing, entry),
  decision: (_working, thing, entry) => ({ ...thing, review: decided(entry) }),
  link: (_working, thing, entry) => withReports(thing, [...thing.reports, ...reportOf(entry)]),
  merge: (working, thing, entry) => {
    mergeInto(working, thing, entry);
    return thing;
  },
  split: (working, thing, entry) => {
    splitFrom(working, entry);
    return thing;
  },
  unlink: (_working, thing, entry) =>
    withReports(
      thing,
      thing.reports.filter((id) => !reportOf(entry).includes(id)),
    ),
  withdrawal: (_working, thing, entry) => ({
    ...thing,
    withdrawals: [...thing.withdrawals, stampOf(entry)],
  }),
} as const satisfies Partial<Record<Kind, ChangeThing>>;

/** A kind that changes the thing it speaks of, and must have seen its heads. */
export type ChangeKind = keyof typeof CHANGES;

export function isChangeKind(kind: Kind): kind is ChangeKind {
  return Object.hasOwn(CHANGES, kind);
}

/** Folds an entry of such a kind. */
export function foldChange(working: Working, entry: Entry, kind: ChangeKind): void {
  const thing = entry.of === null ? undefined : working.thing(entry.of);
  if (thing === undefined) return;
  const moved: Thing = { ...thing, heads: headsAfter(thing, entry) };
  working.set(CHANGES[kind](working, moved, entry));
}

function withReports(thing: Thing, reports: readonly EntryId[]): Thing {
  return { ...thing, reports: [...new Set(reports)].sort(compareText) };
}

/** Heads that the author had seen give way to the entry; others, which the author had not, stay beside it. */
function headsAfter(thing: Thing, entry: Entry): readonly EntryId[] {
  return [...thing.heads.filter((head) => !entry.parents.includes(head)), entry.id];
}

function correct(thing: Thing, entry: Entry): Thing {
  const set = CORRECTION_SETS.flatMap((name) => membersOf(entry.fields[name]));
  const unset = textsOf(entry.fields["unset"]);
  const fields: Record<string, CanonicalValue> = { ...thing.fields, ...Object.fromEntries(set) };
  for (const name of unset) delete fields[name];
  const hidden = entry.hidden ?? {};
  const gone = Object.keys(hidden);
  for (const name of gone) delete fields[name];
  const names = [...new Set([...set.map(([name]) => name), ...unset, ...gone])];
  const reason = isText(entry.fields["reason"]) ? entry.fields["reason"] : "";
  const changes = names.map((field): Change => {
    const [before, after] = [thing.fields[field] ?? null, fields[field] ?? null];
    return { ...stampOf(entry), field, before, after, reason };
  });
  const setBy = { ...thing.setBy, ...Object.fromEntries(names.map((name) => [name, entry.id])) };
  const redacted = { ...thing.redacted, ...hidden };
  return { ...thing, fields, setBy, redacted, changes: [...thing.changes, ...changes] };
}

function decided(entry: Entry): Review {
  const second = entry.fields["secondPerson"];
  // `to` was checked against the rule of `decision`.
  const state = entry.fields["to"] as ReviewState;
  return { state, by: { ...stampOf(entry), secondPerson: isText(second) ? second : null } };
}

function mergeInto(working: Working, into: Thing, entry: Entry): void {
  const parts = idsOf(entry.fields["incidents"])
    .map((id) => working.thing(id))
    .filter((thing) => thing !== undefined);
  const before = parts.map((thing): Review => thing.review ?? { state: "reported", by: null });
  const incidents = parts.map(({ id }) => id);
  working.setMerge(entry.id, { id: entry.id, into: into.id, incidents, before });
  const by = { ...stampOf(entry), secondPerson: null };
  for (const thing of parts) {
    working.set({ ...thing, mergedInto: into.id, review: { state: "merged", by } });
  }
}

function splitFrom(working: Working, entry: Entry): void {
  const [id] = idsOf([entry.fields["merge"] ?? null]);
  const merge = id === undefined ? null : working.merge(id);
  if (merge === null) return;
  for (const [i, incident] of merge.incidents.entries()) {
    const thing = working.thing(incident);
    const review = merge.before[i] ?? null;
    if (thing !== undefined) working.set({ ...thing, mergedInto: null, review });
  }
  working.setMerge(merge.id, null);
}

/** Removes values from the state; that they are gone from the disk is the store's part. */
export function foldRedaction(working: Working, entry: Entry): void {
  const removes = entry.fields["removes"];
  for (const one of isList(removes) ? removes : []) {
    const [id] = idsOf([isMap(one) ? (one["entry"] ?? null) : null]);
    if (!isMap(one) || id === undefined) continue;
    const corrected = working.known(id)?.kind === "correction" ? working.known(id)?.of : null;
    const thing = working.thing(corrected ?? id);
    if (thing === undefined) continue;
    const stamp = stampOf(entry);
    working.set(
      corrected === null || corrected === undefined
        ? withoutValues(thing, namesIn(thing, textsOf(one["fields"])), stamp)
        : withoutCorrected(thing, { by: id, names: textsOf(one["hides"]), stamp }),
    );
  }
}

function withoutValues(thing: Thing, names: readonly string[], stamp: Stamp): Thing {
  // A corrected field shows the correction's value, which is another entry's to lose.
  const gone = names.filter((name) => thing.setBy[name] === undefined);
  const fields: Fields = Object.fromEntries(
    Object.entries(thing.fields).filter(([name]) => !gone.includes(name)),
  );
  const redacted = { ...thing.redacted, ...Object.fromEntries(names.map((name) => [name, stamp])) };
  const changes = thing.changes.map((change, i) =>
    names.includes(change.field) && isFirstOf(thing.changes, i)
      ? { ...change, before: null }
      : change,
  );
  return { ...thing, fields, redacted, changes };
}

/** `read` of a row is all that was read from it; where it came from is its batch's to say. */
function namesIn(thing: Thing, names: readonly string[]): readonly string[] {
  const isRow = thing.created.entry !== thing.id;
  if (!isRow || !names.includes("read")) return names;
  return Object.keys(thing.fields).filter((name) => name !== "sources");
}

/** Values that a correction gave: the field reads redacted, not as it was before; unless a later correction stands. */
function withoutCorrected(
  thing: Thing,
  {
    by,
    names,
    stamp,
  }: { readonly by: EntryId; readonly names: readonly string[]; readonly stamp: Stamp },
): Thing {
  const isShown = (name: string): boolean => names.includes(name) && thing.setBy[name] === by;
  const fields: Fields = Object.fromEntries(
    Object.entries(thing.fields).filter(([name]) => !isShown(name)),
  );
  const redacted = { ...thing.redacted, ...Object.fromEntries(names.map((name) => [name, stamp])) };
  const changes = thing.changes.map((change, i) => {
    if (!names.includes(change.field)) return change;
    if (change.entry === by) return { ...change, after: null };
    const last = thing.changes.slice(0, i).findLast(({ field }) => field === change.field);
    return last?.entry === by ? { ...change, before: null } : change;
  });
  return { ...thing, fields, redacted, changes };
}

function isFirstOf(changes: readonly Change[], index: number): boolean {
  return changes.findIndex(({ field }) => field === changes[index]?.field) === index;
}

function reportOf(entry: Entry): readonly EntryId[] {
  return idsOf([entry.fields["report"] ?? null]);
}

function idsOf(value: CanonicalValue | undefined): readonly EntryId[] {
  return textsOf(value)
    .map(parseEntryId)
    .filter((id) => id !== null);
}

function textsOf(value: CanonicalValue | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => isText(one)) : [];
}

function membersOf(
  value: CanonicalValue | undefined,
): readonly (readonly [string, CanonicalValue])[] {
  return isMap(value) ? Object.entries(value) : [];
}

function stampOf({ id, actor, recordedAt }: Entry): Stamp {
  return { entry: id, actor, recordedAt };
}
