// States of the record, one for each sort of reader: what a reader may not see is in no state of theirs (RECORD 4, 7).
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
import { reachOf } from "./reach.ts";
import type { Store } from "./store.ts";

interface View {
  readonly viewer: Viewer;
  readonly state: RecordState;
}

/** The states of a store's readers, each made when it is first asked for and then carried on. */
export class Views {
  readonly #store: Store;
  readonly #views = new Map<string, View>();
  #classes: Classes;

  constructor(store: Store) {
    this.#store = store;
    this.#classes = classesIn(store);
  }

  /** Classes in force at the head; they hold for every view of every head (RECORD 3). */
  get classes(): Classes {
    return this.#classes;
  }

  state(viewer: Viewer): RecordState {
    const key = keyOf(viewer);
    const known = this.#views.get(key);
    if (known !== undefined) return known.state;
    const state = fold(EMPTY_STATE, this.entries(viewer, 0, Infinity));
    this.#views.set(key, { viewer, state });
    return state;
  }

  /** Entries `[from, until)` as they fold for this reader; null where an entry is closed to them. */
  entries(viewer: Viewer, from: number, until: number): readonly Folded[] {
    const size = this.#store.head()?.size ?? 0;
    const reach = reachOf(viewer, this.#classes);
    const found = this.#store.entries(from, Math.min(until, size), reach);
    const hidden = this.#hidden(viewer);
    return Array.from(found, (entry) => {
      const read = readAs(entry, viewer, this.#classes);
      return read === null ? null : withHidden(read, hidden);
    });
  }

  /** What redactions in the open hide, at the head: as today's access rules, they hold for every view of every head. */
  #hidden(viewer: Viewer): HiddenByEntry {
    const redactions = this.#store
      .ofKind("redaction", 0)
      .map((index) => this.#store.read(index, viewer))
      .filter((entry) => entry !== null);
    return hiddenBy(redactions.map((entry) => readAs(entry, viewer, this.#classes)));
  }

  /** Brings every view up to entries that were kept just now; `ahead` has some of the states already. */
  extend(entries: readonly CommittedEntry[], ahead: PendingViews): void {
    const isPolicy = entries.some(({ leaf, sealed }) => leaf.kind === "policy" && sealed === null);
    const isRedaction = entries.some(({ leaf }) => leaf.kind === "redaction");
    if (isPolicy || isRedaction) {
      this.#classes = classesIn(this.#store);
      this.#views.clear();
      return;
    }
    for (const [key, { viewer }] of this.#views) {
      this.#views.set(key, { viewer, state: ahead.state(viewer, entries) });
    }
  }
}

/** The states after entries that wait to be kept. */
export class PendingViews {
  readonly #views: Views;
  readonly #ahead = new Map<string, { readonly state: RecordState; readonly count: number }>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** Takes a state that was worked out elsewhere: that after the first `count` of the entries. */
  adopt(viewer: Viewer, state: RecordState, count: number): void {
    this.#ahead.set(keyOf(viewer), { state, count });
  }

  /** `waiting` only grows from call to call. */
  state(viewer: Viewer, waiting: readonly CommittedEntry[]): RecordState {
    const key = keyOf(viewer);
    const { state, count } = this.#ahead.get(key) ?? { state: this.#views.state(viewer), count: 0 };
    if (count === waiting.length) return state;
    const rest = waiting.slice(count).map((entry) => readAs(entry, viewer, this.#views.classes));
    const after = fold(state, rest);
    this.#ahead.set(key, { state: after, count: waiting.length });
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

function keyOf({ restricted, compartments }: Viewer): string {
  return [restricted ? "restricted" : "public", ...[...compartments].sort(compareText)].join(",");
}
