// A state as text and back (RECORD 7), in parts: what was set since an earlier state, by place, so that a snapshot costs what changed
// and a state is there before all of it was read. What a file holds is checked by whoever reads it (store/snapshots.ts).
import type { EntryId } from "../bytes/entry-id.ts";
import { BucketMap, PLACES } from "./bucket-map.ts";
import type { Known, Merge, RecordState, Thing } from "./state.ts";

/** Raised whenever the fold, or this form, says something else of the same entries; a frozen test asks for it. */
export const FOLD_VERSION = 1;

/** All of a state but its maps. */
export type SnapshotHead = Omit<RecordState, "things" | "merges" | "known">;

/** Things; what else is known by id; merges. */
type Part = readonly [
  things: readonly Thing[],
  known: readonly (readonly [EntryId, Known])[],
  merges: readonly (readonly [EntryId, Merge | null])[],
];

export function snapshotHead(state: RecordState): SnapshotHead {
  const { things: _things, merges: _merges, known: _known, ...head } = state;
  return head;
}

/** What `state` sets otherwise than `before`, from which it was folded; a text for each place, "" for nothing. */
export function* snapshotParts(state: RecordState, before: RecordState): IterableIterator<string> {
  for (let place = 0; place < PLACES; place++) {
    const things = state.things.changedAt(place, before.things);
    const merges = state.merges.changedAt(place, before.merges);
    // What made a thing is known by the thing.
    const made = new Set(things.map(([id]) => id));
    const known = state.known.changedAt(place, before.known).filter(([id]) => !made.has(id));
    const isEmpty = things.length + merges.length + known.length === 0;
    yield isEmpty ? "" : JSON.stringify([things.map(([, thing]) => thing), known, merges]);
  }
}

/** The state of these parts; `textsAt` gives those of a place, the earliest snapshot's first, when they are first needed. */
export function stateFrom(
  head: SnapshotHead,
  textsAt: (place: number) => readonly string[],
): RecordState {
  const parts = new Map<number, Buckets>();
  const at = (place: number): Buckets => {
    const known = parts.get(place) ?? bucketsIn(textsAt(place));
    parts.set(place, known);
    return known;
  };
  return {
    ...head,
    things: BucketMap.lazy((place) => at(place).things),
    merges: BucketMap.lazy((place) => at(place).merges),
    known: BucketMap.lazy((place) => at(place).known),
  };
}

interface Buckets {
  readonly things: ReadonlyMap<string, Thing>;
  readonly merges: ReadonlyMap<string, Merge | null>;
  readonly known: ReadonlyMap<string, Known>;
}

function bucketsIn(texts: readonly string[]): Buckets {
  const things = new Map<string, Thing>();
  const merges = new Map<string, Merge | null>();
  const known = new Map<string, Known>();
  for (const text of texts) {
    // The text is one that `snapshotParts` wrote: the file's hash was checked.
    const [ofThings, ofKnown, ofMerges] = JSON.parse(text) as Part;
    for (const thing of ofThings) {
      things.set(thing.id, thing);
      known.set(thing.id, thing);
    }
    for (const [id, one] of ofKnown) known.set(id, one);
    for (const [id, merge] of ofMerges) merges.set(id, merge);
  }
  return { things, merges, known };
}
