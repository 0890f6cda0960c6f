// A case's record as programs hold it: appends that are acknowledged when they are on disk, and what each reader may see of it.
import { asOf } from "../record/fold/as-of.ts";
import type { AsOfView } from "../record/fold/as-of.ts";
import type { Folded } from "../record/fold/fold.ts";
import type { SamePerson } from "../record/fold/persons.ts";
import type { RecordState } from "../record/fold/state.ts";
import type { Draft } from "../record/kinds/entry.ts";
import type { Classes } from "../record/kinds/field-class.ts";
import { project, PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { ProjectedEntry, Viewer } from "../record/kinds/project.ts";
import type { HashSource } from "../record/tree/proof.ts";
import { sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import { clockStart, LogClock, MACHINE_CLOCK } from "./clock.ts";
import type { Clock, ClockJump, ClockStart } from "./clock.ts";
import { WriteStoppedError } from "./errors.ts";
import type { RecordStoreError } from "./errors.ts";
import { hashSource, LogTree } from "./log-tree.ts";
import type { LogKey } from "./log-key.ts";
import { gather } from "./gather.ts";
import type { Gathered, Place } from "./gather.ts";
import type { AppendRequest } from "./prepare.ts";
import { reachOf } from "./reach.ts";
import type { Snapshots } from "./snapshots.ts";
import type { LogHead, Store } from "./store.ts";
import { viewerKey, Views } from "./views.ts";

/** What a record is kept with. */
export interface Keeping {
  /** Null: the record is only read. */
  readonly key: LogKey | null;
  /** What a start found that stands in the way of writing; default: nothing. */
  readonly finding?: RecordStoreError | null;
  readonly clock?: Clock;
  /** What this run of the machine began with; default: now. */
  readonly clockStart?: ClockStart;
  /** Whether two pseudonyms are one person's; default: only the same one. */
  readonly samePerson?: SamePerson;
  /** Where folds of a large record are kept; default: nowhere. */
  readonly snapshots?: Snapshots;
}

/** Where the entries of a request stand, and the head that proves it. */
export interface Appended {
  readonly first: number;
  readonly count: number;
  readonly head: LogHead;
}

/** How a request is made; each part may be left out. */
export interface By {
  /** What the author may see; default: what everybody may. */
  readonly viewer?: Viewer;
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
  /** The same key again gives the same answer and keeps nothing. */
  readonly key?: string;
}

/** The first `head` entries (default: all) as known by `at`; `zone` is the case's first. */
export interface AsOfHow {
  readonly head?: number;
  readonly at: number;
  readonly zone: string;
  readonly viewer?: Viewer;
}

/** Most entries of one group commit. */
const MOST_GROUPED = 1_000;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (answer: Checked<Appended>) => void;
  readonly reject: (error: unknown) => void;
}

/** One writer's hold of a record; several readers may have theirs. */
export class CaseRecord {
  #asOf: { readonly key: string; readonly classes: Classes; readonly view: AsOfView } | null = null;
  readonly #store: Store;
  readonly #key: LogKey | null;
  readonly #finding: RecordStoreError | null;
  readonly #clock: LogClock;
  readonly #samePerson: SamePerson;
  readonly #views: Views;
  #tree: LogTree;
  #waiting: Waiting[] = [];

  constructor(store: Store, keeping: Keeping) {
    const { key, finding, clock = MACHINE_CLOCK, samePerson } = keeping;
    this.#store = store;
    this.#key = key;
    this.#finding = finding ?? null;
    this.#clock = new LogClock(clock, keeping.clockStart ?? clockStart(clock));
    this.#samePerson = samePerson ?? ((a, b) => a === b);
    this.#views = new Views(store, keeping.snapshots ?? null);
    this.#tree = this.#finding === null ? LogTree.of(store, this.size) : LogTree.EMPTY;
  }

  /** Null while nothing was ever recorded. */
  get head(): LogHead | null {
    return this.#store.head();
  }

  get size(): number {
    return this.head?.size ?? 0;
  }

  /** Blobs, candidates and what else needs no meaning. */
  get store(): Omit<Store, "append" | "close"> {
    return this.#store;
  }

  /** The folded record as this reader may see it. */
  state(viewer: Viewer = PUBLIC_VIEWER): RecordState {
    return this.#views.state(viewer);
  }

  /** The first `head` entries folded, of a large record from a snapshot before it. */
  stateAt(head: number, viewer: Viewer = PUBLIC_VIEWER): RecordState {
    return this.#views.at(viewer, head);
  }

  /** Entries as they fold for this reader; null where one is closed to them. */
  entries(viewer: Viewer = PUBLIC_VIEWER, from = 0, until = this.size): readonly Folded[] {
    return this.#views.entries(viewer, from, until);
  }

  /** Entry `index` with what may be seen of it, its withheld and its redacted fields; null when there is none. */
  see(index: number, viewer: Viewer = PUBLIC_VIEWER): ProjectedEntry | null {
    const { classes } = this.#views;
    const entry = this.#store.read(index, reachOf(viewer, classes));
    return entry === null ? null : project(entry, viewer, classes);
  }

  /** The entry that made the thing and all that speak of it, in the order of the log. */
  history(
    id: string,
    viewer: Viewer = PUBLIC_VIEWER,
  ): readonly { readonly index: number; readonly seen: ProjectedEntry }[] {
    return this.#store.ofThing(id).flatMap((index) => {
      const seen = this.see(index, viewer);
      return seen === null ? [] : [{ index, seen }];
    });
  }

  /** The first `head` entries as known by `at`; `zone` is the case's first. */
  asOf(how: AsOfHow): AsOfView {
    const { head = this.size, at, zone, viewer = PUBLIC_VIEWER } = how;
    const key = `${head} ${at} ${zone} ${viewerKey(viewer)}`;
    const known = this.#asOf;
    if (known?.key === key && known.classes === this.#views.classes) return known.view;
    const view = this.#viewAt(viewer, Math.min(head, this.size), how);
    this.#asOf = { key, classes: this.#views.classes, view };
    return view;
  }

  /** In a large record one looks first whether all of it was known by then: that is the fold, which a snapshot shortens. */
  #viewAt(viewer: Viewer, head: number, how: AsOfHow): AsOfView {
    if (!this.#views.isLarge) return asOf(this.entries(viewer, 0, head), head, how);
    const state = this.#views.at(viewer, head);
    return state.knownBy <= how.at
      ? { state, head, at: how.at }
      : asOf(this.#views.through(viewer, 0, head), head, how);
  }

  /** How many entries were recorded by an instant. */
  headAt(at: number): number {
    return this.#store.sizeAt(at);
  }

  /** Hashes of the first `size` entries, for proofs. */
  hashes(size: number = this.size): HashSource {
    return hashSource(this.#store, size);
  }

  /** Null unless the clock is so far ahead that nothing is recorded. */
  clockJump(): ClockJump | null {
    return this.#clock.jump();
  }

  /** The clock is right although it ran ahead: a person says so. */
  acceptClock(): ClockStart {
    return this.#clock.accept();
  }

  /**
   * Keeps all drafts or none. Resolves when they are on disk and signed, or with every problem. Requests that come together
   * are written together. Rejects with RecordStoreError when the disk or the clock does not allow writing.
   */
  async append(drafts: readonly Draft[], by: By = {}): Promise<Checked<Appended>> {
    const { viewer = PUBLIC_VIEWER, blobs = new Map(), key = null } = by;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request: { drafts, viewer, blobs, key }, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** Writes what waits, then lets go of what the record stands on. */
  finish(close: () => void): void {
    while (this.#waiting.length > 0) this.#flush();
    close();
  }

  #flush(): void {
    const group = this.#takeGroup();
    try {
      this.#write(group);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    if (this.#waiting.length > 0) setImmediate(() => this.#flush());
  }

  #takeGroup(): readonly Waiting[] {
    let entries = 0;
    const last = this.#waiting.findIndex(({ request }) => {
      entries += request.drafts.length;
      return entries >= MOST_GROUPED;
    });
    return this.#waiting.splice(0, last < 0 ? this.#waiting.length : last + 1);
  }

  #write(group: readonly Waiting[]): void {
    const key = this.#signingKey();
    const stamp = this.#clock.stamp(this.head?.recordedAt ?? 0);
    const how = { store: this.#store, views: this.#views, samePerson: this.#samePerson, stamp };
    const { answers, ...kept } = gather(
      group.map(({ request }) => request),
      { ...how, first: this.size },
    );
    if (kept.entries.length > 0) this.#keep(kept, { key, recordedAt: stamp.recordedAt });
    for (const [i, { resolve }] of group.entries()) {
      const answer = answers[i];
      if (answer === undefined) throw new RangeError(`no answer to request ${i}`);
      resolve(answer.value === null ? answer : sound(this.#appended(answer.value)));
    }
  }

  #keep(
    { ahead, ...kept }: Omit<Gathered, "answers">,
    { key, recordedAt }: { readonly key: LogKey; readonly recordedAt: number },
  ): void {
    const { tree, tiles } = this.#tree.grow(kept.entries.map(({ bytes }) => bytes));
    const at = { size: tree.frontier.size, root: tree.root };
    const head = { ...at, checkpoint: key.sign(at), recordedAt };
    this.#store.append({ ...kept, first: this.size, tiles, head });
    this.#tree = tree;
    this.#views.adopt(ahead);
  }

  #signingKey(): LogKey {
    if (this.#finding !== null) throw this.#finding;
    if (this.#key !== null) return this.#key;
    throw new WriteStoppedError("this record was opened for reading only");
  }

  #appended({ first, count }: Place): Appended {
    const { head } = this;
    if (head === null) throw new RangeError("an append that left no head");
    return { first, count, head };
  }
}
