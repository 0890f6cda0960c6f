// What a redaction takes out beside the openings of entries (RECORD 11): files of attachments, and candidates that say the same.
import type { CanonicalValue } from "../model/canonical.ts";
import { canonicalJson } from "../model/canonical.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";
import { withoutRemoved } from "./reach.ts";
import type { Reach, Removal, Store } from "./store.ts";

/** Values that go, by the field that held them. */
export interface Removed {
  readonly field: string;
  readonly value: CanonicalValue;
}

/** A text as long as this is looked for inside others; shorter ones, and what is no text, only where they stand alone under their field. */
const LONG_ENOUGH = 8;

/** What these removals take, of entries as they still stand. */
export function removedBy(
  store: Pick<Store, "read">,
  removals: readonly Removal[],
  reach: Reach,
): readonly Removed[] {
  return removals.flatMap((removal) => {
    const entry = store.read(removal.index, reach);
    return entry === null ? [] : goneOf(entry, removal);
  });
}

function goneOf(entry: CommittedEntry, removal: Removal): readonly Removed[] {
  const left = withoutRemoved(entry, removal);
  const fields = Object.entries(entry.openings).flatMap(([field, { value }]) =>
    Object.hasOwn(left.openings, field) || value === null ? [] : [{ field, value }],
  );
  const row = removal.row === null ? undefined : entry.rows[removal.row];
  const units = [row?.raw, row?.read].flatMap((one) =>
    one === null || one === undefined ? [] : [{ field: "", value: one.value }],
  );
  return [...fields, ...(removal.row === null ? [] : units)];
}

/** SHA-256 of files that go: those of `blob` fields. */
export function blobsIn(removed: readonly Removed[]): readonly string[] {
  return removed.flatMap(({ field, value }) => (field === "blob" && isText(value) ? [value] : []));
}

/** Files that an attachment still names; one that nobody here can open names nothing. */
export function namedBlobs(
  store: Pick<Store, "ofKind" | "read">,
  reach: Reach,
): ReadonlySet<string> {
  const indexes = ["attachment", "sealed"].flatMap((kind) => store.ofKind(kind, 0));
  return new Set(
    indexes.flatMap((index) => {
      const hash = store.read(index, reach)?.openings["blob"]?.value;
      return isText(hash) ? [hash] : [];
    }),
  );
}

/** Whether a candidate says any of it. */
export function says(candidate: CanonicalValue, removed: readonly Removed[]): boolean {
  return removed.some(
    (one) =>
      texts(one.value).some((text) => holdsText(candidate, text)) || holdsField(candidate, one),
  );
}

/** Long texts anywhere in a value. */
function texts(value: CanonicalValue): readonly string[] {
  if (isText(value)) return value.length >= LONG_ENOUGH ? [value] : [];
  return membersOf(value).flatMap(([, one]) => texts(one));
}

function holdsText(value: CanonicalValue, text: string): boolean {
  if (isText(value)) return value.includes(text);
  return membersOf(value).some(([, one]) => holdsText(one, text));
}

function holdsField(value: CanonicalValue, removed: Removed): boolean {
  return membersOf(value).some(
    ([name, one]) =>
      (name === removed.field && canonicalJson(one) === canonicalJson(removed.value)) ||
      holdsField(one, removed),
  );
}

function membersOf(value: CanonicalValue): readonly (readonly [string, CanonicalValue])[] {
  if (isList(value)) return value.map((one) => ["", one] as const);
  return isMap(value) ? Object.entries(value) : [];
}
