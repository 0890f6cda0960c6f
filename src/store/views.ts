// States of the record, one for each sort of reader: what a reader may not see is in no state of theirs (RECORD 4, 7).
import { bytesToHex } from "@noble/hashes/utils.js";
import { EMPTY_STATE } from "../record/fold/state.ts";
import type { RecordState } from "../record/fold/state.ts";
import { fold } from "../record/fold/fold.ts";
import { hiddenBy, withHidden } from "../record/fold/hidden.ts";
import type { HiddenByEntry } from "../record/fold/hidden.ts";
import type { Folded } from "../record/fold/fold.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import type { Classes } from "../record/kinds/field-class.ts";
import { project, PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { readProjected } from "../record/kinds/read-projected.ts";
import { compareText } from "../model/problem.ts";
import { treeRoot } from "../record/tree/proof.ts";
import { hashSource } from "./log-tree.ts";
import { reachOf } from "./reach.ts";
import type { SnapshotOf, Snapshots } from "./snapshots.ts";
import type { Store } from "./store.ts";

/** A record of so many entries is kept in memory as it folds, for views as of an instant. */
const KEPT = 20_000;

/** The states of a store's readers, each made when it is first asked for and then carried on, also over what another process wrote. */
export class Views {
  readonly #store: Store;
  readonly #snapshots: Snapshots | null;
  /** By sort of reader, the size of the last snapshot that was found or made. */
  readonly #kept = new Map<string, number>();
  readonly #states = new Map<string, RecordState>();
  readonly #entries = new Map<string, readonly Folded[]>();
  #classes: Classes;
  /** Entries that were looked through for policies and redactions, which change every view. */
  #size = 0;

  constructor(store: Store, snapshots: Snapshots | null = null) {
    this.#store = store;
    this.#snapshots = snapshots;
    this.#classes = classesIn(store);
    this.#size = this.#head();
  }

  /** Classes in force at the head; they hold for every view of every head (RECORD 3). */
  get classes(): Classes {
    this.#catchUp();
    return this.#classes;
  }

  state(viewer: Viewer): RecordState {
    this.#catchUp();
    const key = viewerKey(viewer);
    const known = this.#states.get(key) ?? this.#found(viewer, this.#size);
    if (known.size === this.#size) return known;
    const state = this.#foldedOn(known, viewer, this.#size);
    this.#states.set(key, state);
    this.#keep(viewer, state);
    return state;
  }

  /** The state of the first `head` entries. */
  at(viewer: Viewer, head: number): RecordState {
    this.#catchUp();
    const newest = this.#states.get(viewerKey(viewer));
    return newest?.size === head ? newest : this.#foldedOn(this.#found(viewer, head), viewer, head);
  }

  /** A large record is folded as it is read: its entries are never in memory at once. */
  #foldedOn(state: RecordState, viewer: Viewer, until: number): RecordState {
    return fold(
      state,
      this.isLarge
        ? this.#reading(viewer, state.size, until)
        : this.entries(viewer, state.size, until),
    );
  }

  #found(viewer: Viewer, most: number): RecordState {
    if (most < (this.#snapshots?.every ?? Infinity)) return EMPTY_STATE;
    const of = this.#snapshotOf(viewer);
    const state = (of === null ? null : this.#snapshots?.find(of, most)) ?? EMPTY_STATE;
    const key = viewerKey(viewer);
    this.#kept.set(key, Math.max(state.size, this.#kept.get(key) ?? 0));
    return state;
  }

  #keep(viewer: Viewer, state: RecordState): void {
    const key = viewerKey(viewer);
    const since = state.size - (this.#kept.get(key) ?? 0);
    if (since < (this.#snapshots?.every ?? Infinity)) return;
    const of = this.#snapshotOf(viewer);
    if (of === null) return;
    this.#snapshots?.keep(of, state, () => this.#turn() === of.turn);
    this.#kept.set(key, state.size);
  }

  /** Null for whoever opens sealed things: those lie on no disk but under their key. */
  #snapshotOf(viewer: Viewer): SnapshotOf | null {
    if (viewer.compartments.size > 0 || this.#snapshots === null) return null;
    const rootAt = (size: number): string =>
      bytesToHex(treeRoot(hashSource(this.#store, size), size));
    return { viewer: viewerKey(viewer), turn: this.#turn(), rootAt };
  }

  #turn(): number {
    return Math.max(-1, ...TURNS.map((kind) => this.#store.ofKind(kind, 0).at(-1) ?? -1));
  }

  /** Too many entries to keep them in memory as they fold. */
  get isLarge(): boolean {
    return this.#size > KEPT;
  }

  /** Entries `[from, until)` as they fold for this reader; null where an entry is closed to them. */
  entries(viewer: Viewer, from: number, until: number): readonly Folded[] {
    this.#catchUp();
    const end = Math.min(until, this.#size);
    if (this.isLarge) return [...this.#reading(viewer, from, end)];
    const key = viewerKey(viewer);
    const known = this.#entries.get(key) ?? [];
    const all =
      known.length >= end ? known : [...known, ...this.#reading(viewer, known.length, this.#size)];
    this.#entries.set(key, all);
    return from === 0 && end === all.length ? all : all.slice(from, end);
  }

  /** Entries `[from, until)`, read again by whoever goes through them again. */
  through(viewer: Viewer, from: number, until: number): Iterable<Folded> {
    return { [Symbol.iterator]: () => this.#reading(viewer, from, until) };
  }

  /** States that were worked out while entries were prepared, now that these are kept. */
  adopt(ahead: PendingViews): void {
    if (this.#catchUp()) return;
    for (const { viewer, state } of ahead.states()) {
      if (state.size !== this.#size) continue;
      this.#states.set(viewerKey(viewer), state);
      this.#keep(viewer, state);
    }
  }

  #head(): number {
    return this.#store.head()?.size ?? 0;
  }

  /** Whether a new policy or redaction changed what every view says of every head; then all are made anew. */
  #catchUp(): boolean {
    const size = this.#head();
    if (size === this.#size) return false;
    const hasTurned = TURNS.some((kind) => this.#store.ofKind(kind, this.#size).length > 0);
    this.#size = size;
    if (!hasTurned) return false;
    this.#classes = classesIn(this.#store);
    this.#states.clear();
    this.#kept.clear();
    this.#entries.clear();
    return true;
  }

  *#reading(viewer: Viewer, from: number, until: number): IterableIterator<Folded> {
    const hidden = this.#hidden(viewer);
    for (const entry of this.#store.entries(from, until, reachOf(viewer, this.#classes))) {
      const read = readAs(entry, viewer, this.#classes);
      yield read === null ? null : withHidden(read, hidden);
    }
  }

  /** What redactions in the open hide, at the head: as today's access rules, they hold for every view of every head. */
  #hidden(viewer: Viewer): HiddenByEntry {
    const redactions = this.#store
      .ofKind("redaction", 0)
      .map((index) => this.#store.read(index, viewer))
      .filter((entry) => entry !== null);
    return hiddenBy(redactions.map((entry) => readAs(entry, viewer, this.#classes)));
  }
}

const TURNS = ["policy", "redaction"];

interface Ahead {
  readonly viewer: Viewer;
  readonly state: RecordState;
  /** Of the entries that wait, how many are in it. */
  readonly count: number;
}

/** The states after entries that wait to be kept. */
export class PendingViews {
  readonly #views: Views;
  readonly #ahead = new Map<string, Ahead>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** Takes a state that was worked out elsewhere: that after the first `count` of the entries. */
  adopt(viewer: Viewer, state: RecordState, count: number): void {
    this.#ahead.set(viewerKey(viewer), { viewer, state, count });
  }

  /** What is known by now, one for each sort of reader. */
  states(): Iterable<Pick<Ahead, "viewer" | "state">> {
    return this.#ahead.values();
  }

  /** `waiting` only grows from call to call. */
  state(viewer: Viewer, waiting: readonly CommittedEntry[]): RecordState {
    const key = viewerKey(viewer);
    const { state, count } = this.#ahead.get(key) ?? { state: this.#views.state(viewer), count: 0 };
    if (count === waiting.length) return state;
    const rest = waiting.slice(count).map((entry) => readAs(entry, viewer, this.#views.classes));
    const after = fold(state, rest);
    this.#ahead.set(key, { viewer, state: after, count: waiting.length });
    return after;
  }
}

function readAs(entry: CommittedEntry, viewer: Viewer, classes: Classes): Folded {
  return readProjected(project(entry, viewer, classes), entry.compartment);
}

/** Policies are read in the open: one that is sealed rules nobody. */
function classesIn(store: Store): Classes {
  const policies = store
    .ofKind("policy", 0)
    .map((index) => store.read(index, PUBLIC_VIEWER))
    .filter((entry) => entry !== null)
    .map((entry) => readAs(entry, PUBLIC_VIEWER, {}));
  return fold(EMPTY_STATE, policies).policy.classes;
}

/** The same for readers who may see the same. */
export function viewerKey({ restricted, compartments }: Viewer): string {
  return [restricted ? "restricted" : "public", ...[...compartments].sort(compareText)].join(",");
}
