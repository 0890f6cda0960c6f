// The fold (RECORD 7): entries onto a state, in log order. Pure; where batches are cut makes no difference.
import { rowId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { Entry } from "../kinds/entry.ts";
import { foldChange, foldRedaction } from "./fold-change.ts";
import { knownBy } from "./known-by.ts";
import { Working } from "./working.ts";
import type { RecordState, Review, Stamp, Thing } from "./state.ts";

/** An entry, or null for one that this viewer cannot read: it counts in the size and does nothing else. */
export type Folded = Entry | null;

/** The state after these entries. `state` stays as it was; copies only what the entries touch. */
export function fold(state: RecordState, entries: Iterable<Folded>): RecordState {
  const working = new Working(state);
  for (const entry of entries) foldOnto(working, entry);
  return working.done();
}

/** One more entry onto a state that is being worked out. */
export function foldOnto(working: Working, entry: Folded): void {
  if (entry !== null) {
    foldEntry(working, entry);
    working.knownBy = Math.max(working.knownBy, knownBy(entry));
  }
  working.size++;
}

function foldEntry(working: Working, entry: Entry): void {
  switch (entry.kind) {
    case "correction":
    case "decision":
    case "link":
    case "merge":
    case "split":
    case "unlink":
    case "withdrawal":
      working.know(entry.id, { kind: entry.kind, of: entry.of, sealedIn: sealedBy(entry) });
      foldChange(working, entry, entry.kind);
      return;
    case "redaction":
      createThing(working, entry);
      foldRedaction(working, entry);
      return;
    case "rows":
      createThing(working, entry);
      createRows(working, entry);
      return;
    case "policy":
      createThing(working, entry);
      working.setPolicy(entry.fields);
      return;
    case "acceptance":
    case "attachment":
    case "claim":
    case "coverage":
    case "event":
    case "followup":
    case "import":
    case "incident":
    case "instrument":
    case "issue":
    case "key":
    case "layer":
    case "meeting":
    case "object":
    case "observation":
    case "place":
    case "position":
    case "publication":
    case "relation":
    case "report":
    case "round":
    case "source":
    case "statement":
    case "terms":
    case "track":
      createThing(working, entry);
      return;
    default:
      entry.kind satisfies never;
  }
}

function createThing(working: Working, entry: Entry): void {
  const { id, kind, of, fields, hidden } = entry;
  const what = { id, kind, of, fields, sealedIn: sealedBy(entry), redacted: hidden ?? NONE };
  const thing = newThing(what, stampOf(entry), [working.size, 0]);
  working.set(thing);
  // What is known of an entry stands in the thing it made, and never changes there.
  working.know(id, thing);
}

/** Each row is an incident of its own until its report is linked to another one. */
function createRows(working: Working, entry: Entry): void {
  const stamp = stampOf(entry);
  const sources = entry.fields["source"] === undefined ? null : [entry.fields["source"]];
  const sealedIn = sealedBy(entry);
  const known = { kind: "incident", of: null, sealedIn } as const;
  for (const [index, { read }] of entry.rows.entries()) {
    const id = rowId(entry.id, index);
    const fields: Fields = sources === null ? read : { sources, ...read };
    const row = { id, kind: "incident", of: null, fields, sealedIn, redacted: NONE } as const;
    working.know(id, known);
    working.set(newThing(row, stamp, [working.size, index]));
  }
}

/** Shared by the many things that nothing was ever said about. */
const NONE = Object.freeze({});
const NO_ITEMS: readonly never[] = Object.freeze([]);
const UNREVIEWED: Review = Object.freeze({ state: "reported", by: null });

/** Member by member: a spread here costs more than the rest of a fold. */
function newThing(
  what: Pick<Thing, "id" | "kind" | "of" | "fields" | "sealedIn" | "redacted">,
  created: Stamp,
  order: Thing["order"],
): Thing {
  return {
    id: what.id,
    kind: what.kind,
    of: what.of,
    fields: what.fields,
    sealedIn: what.sealedIn,
    order,
    created,
    setBy: NONE,
    changes: NO_ITEMS,
    heads: [created.entry],
    withdrawals: NO_ITEMS,
    redacted: what.redacted,
    review: what.kind === "incident" ? UNREVIEWED : null,
    reports: NO_ITEMS,
    mergedInto: null,
  };
}

function stampOf({ id, actor, recordedAt }: Entry): Stamp {
  return { entry: id, actor, recordedAt };
}

function sealedBy({ isSealed, compartment }: Entry): string | null {
  return isSealed ? compartment : null;
}
