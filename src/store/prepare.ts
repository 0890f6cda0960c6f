// From requests to one batch (RECORD 6, step 2): admitted against what their authors see, stamped, committed, hashed, signed.
import { randomBytes } from "node:crypto";
import type { CanonicalValue } from "../model/canonical.ts";
import type { SamePerson } from "../record/fold/persons.ts";
import { refusals } from "../record/fold/admit.ts";
import { foldOnto } from "../record/fold/fold.ts";
import type { RecordState } from "../record/fold/state.ts";
import { Working } from "../record/fold/working.ts";
import { SALT_BYTES } from "../record/bytes/commitment.ts";
import { commitEntry } from "../record/kinds/commit-entry.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import type { Draft, Entry } from "../record/kinds/entry.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";
import { faulty, problem, sound } from "../record/problem.ts";
import type { Checked, RecordProblem } from "../record/problem.ts";
import type { Stamped } from "./clock.ts";
import { forgottenCopies } from "./copies.ts";
import { commitFast, encodeFast, sha256 } from "./hashing.ts";
import type { Removal, Store } from "./store.ts";

/** What somebody wants kept, whole or not at all. */
export interface AppendRequest {
  readonly drafts: readonly Draft[];
  /** What the author may see: what they may not is to them as if it were not there. */
  readonly viewer: Viewer;
  /** Attachments by SHA-256 in hexadecimal. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** Idempotency key; null = none. */
  readonly key: string | null;
}

/** Entries of one request, ready to be kept. */
export interface Prepared {
  /** What the author's state becomes; null when they do not see all of these entries. */
  readonly after: RecordState | null;
  readonly entries: readonly CommittedEntry[];
  readonly removals: readonly Removal[];
}

export interface Preparing {
  readonly store: Store;
  readonly samePerson: SamePerson;
  /** Ids of entries that stand before these in the same batch, with their index. */
  readonly pending: ReadonlyMap<string, number>;
  /** Index of the first entry. */
  readonly first: number;
  readonly stamp: Stamped;
}

/** The request's entries after `state`, or everything that keeps them out. */
export function prepare(
  state: RecordState,
  { drafts, viewer }: AppendRequest,
  how: Preparing,
): Checked<Prepared> {
  const problems: RecordProblem[] = [];
  const entries: CommittedEntry[] = [];
  const takenId = takenIds(drafts, how);
  const working = new Working(state);
  for (const draft of drafts) {
    const found = [
      ...takenId(draft),
      ...unsealable(draft, how),
      ...unseenRemovals(draft, viewer, how),
      ...forgottenCopies(draft, viewer, how.store),
      ...refusals(working.asked, draft, { now: how.stamp.recordedAt, ...how }),
    ];
    const entry: Entry = { ...draft, ...how.stamp };
    const done = commitEntry(COMMITTING, entry);
    problems.push(...found, ...done.problems);
    if (found.length > 0 || done.value === null) continue;
    foldOnto(working, entry);
    entries.push(done.value);
  }
  if (problems.length > 0)
    return faulty(...new Map(problems.map((one) => [textOf(one), one])).values());
  const removals = drafts.flatMap((draft) => removalsOf(draft, how));
  const seesAll =
    viewer.restricted &&
    drafts.every(({ compartment }) => compartment === null || viewer.compartments.has(compartment));
  return sound({ entries, removals, after: seesAll ? working.done() : null });
}

/** An id that the author cannot see is taken all the same; its leaf is open to everybody, so this tells nothing new. */
function takenIds(
  drafts: readonly Draft[],
  { store, pending }: Preparing,
): (draft: Draft) => readonly RecordProblem[] {
  const taken = store.taken(drafts.map(({ id }) => id));
  return ({ id }) =>
    pending.has(id) || taken.has(id)
      ? [problem("duplicate-id", `"${id}" is in the record already`, id)]
      : [];
}

function unsealable({ id, compartment }: Draft, { store }: Preparing): readonly RecordProblem[] {
  if (compartment === null || store.seals(compartment)) return [];
  const message = `no key for the compartment "${compartment}"; nothing is sealed without one`;
  return [problem("bad-value", message, id)];
}

/** A redaction names what its author can see and what is still there. */
function unseenRemovals(draft: Draft, viewer: Viewer, how: Preparing): readonly RecordProblem[] {
  return removalsOf(draft, how).flatMap(({ index, row, fields }) => {
    const entry = how.store.read(index, viewer);
    if (entry === null || row !== null) return [];
    const names = [...Object.keys(entry.openings), ...(entry.sealed === null ? [] : ["entry"])];
    return fields
      .filter((name) => !names.includes(name))
      .map((name) =>
        problem("unknown-field", `"${entry.leaf.id}" shows you no "${name}"`, draft.id),
      );
  });
}

function textOf({ code, message, at }: RecordProblem): string {
  return `${code}\n${message}\n${at}`;
}

const ROW_ID = /^(.+)\.(\d{1,3})$/;

/** What a redaction takes out of the store, by index; only what was on disk before can be taken out. */
function removalsOf({ kind, fields }: Draft, { store }: Preparing): readonly Removal[] {
  if (kind !== "redaction" || !isList(fields["removes"])) return [];
  return fields["removes"].flatMap((one: CanonicalValue): readonly Removal[] => {
    const [id, names] = isMap(one) ? [one["entry"], one["fields"]] : [];
    if (!isText(id) || !isList(names)) return [];
    const removed = names.filter((name) => isText(name));
    const index = store.indexOf(id);
    if (index !== null) return [{ index, row: null, fields: removed }];
    const [, batch = "", row = ""] = ROW_ID.exec(id) ?? [];
    const whole = store.indexOf(batch);
    return whole === null ? [] : [{ index: whole, row: Number(row), fields: removed }];
  });
}

const COMMITTING = { sha256, drawSalt, commit: commitFast, encode: encodeFast };

const POOL_BYTES = SALT_BYTES * 1024;
let pool = new Uint8Array();
let used = 0;

/** Salts are drawn a thousand at a time: one call to the system for each would cost more than hashing. */
export function drawSalt(): Uint8Array {
  if (used >= pool.length) [pool, used] = [randomBytes(POOL_BYTES), 0];
  used += SALT_BYTES;
  return pool.subarray(used - SALT_BYTES, used);
}
