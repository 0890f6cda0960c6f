// Requests that came together made into one batch: each admitted after those before it, a refused one leaves the others alone.
import type { SamePerson } from "../record/fold/persons.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import { sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import type { Stamped } from "./clock.ts";
import { prepare } from "./prepare.ts";
import type { AppendRequest, Prepared } from "./prepare.ts";
import type { Answered, Removal, Store } from "./store.ts";
import { PendingViews } from "./views.ts";
import type { Views } from "./views.ts";

/** Where the entries of a request stand in the log. */
export type Place = Omit<Answered, "key">;

export interface Gathered {
  readonly entries: readonly CommittedEntry[];
  readonly removals: readonly Removal[];
  readonly answered: readonly Answered[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** States that are there already, for the views to go on from. */
  readonly ahead: PendingViews;
  /** One for each request, in order. */
  readonly answers: readonly Checked<Place>[];
}

export interface Gathering {
  readonly store: Store;
  readonly views: Views;
  readonly samePerson: SamePerson;
  readonly stamp: Stamped;
  /** Index of the first entry of the batch. */
  readonly first: number;
}

/** The batch of these requests. A request whose key was answered before gets that answer and adds nothing. */
export function gather(requests: readonly AppendRequest[], how: Gathering): Gathered {
  const batch = new Batch(how);
  const answers = requests.map((request) => batch.add(request));
  const { entries, removals, answered, blobs, ahead } = batch;
  return { entries, removals, answered: [...answered.values()], blobs, answers, ahead };
}

class Batch {
  readonly entries: CommittedEntry[] = [];
  readonly removals: Removal[] = [];
  readonly answered = new Map<string, Answered>();
  readonly blobs = new Map<string, Uint8Array>();
  readonly #pending = new Map<string, number>();
  readonly #how: Gathering;
  readonly ahead: PendingViews;

  constructor(how: Gathering) {
    this.#how = how;
    this.ahead = new PendingViews(how.views);
  }

  add(request: AppendRequest): Checked<Place> {
    const before = request.key === null ? null : this.#answeredBefore(request.key);
    if (before !== null) return sound({ first: before.first, count: before.count });
    const first = this.#how.first + this.entries.length;
    const state = this.ahead.state(request.viewer, this.entries);
    const prepared = prepare(state, request, { ...this.#how, pending: this.#pending, first });
    if (prepared.value === null) return prepared;
    this.#take(request, prepared.value, first);
    if (prepared.value.after !== null) {
      this.ahead.adopt(request.viewer, prepared.value.after, this.entries.length);
    }
    return sound({ first, count: request.drafts.length });
  }

  #answeredBefore(key: string): Answered | null {
    return this.answered.get(key) ?? this.#how.store.answered(key);
  }

  #take(
    { key, blobs, drafts }: AppendRequest,
    { entries, removals }: Prepared,
    first: number,
  ): void {
    for (const [i, { leaf }] of entries.entries()) this.#pending.set(leaf.id, first + i);
    for (const entry of entries) this.entries.push(entry);
    for (const removal of removals) this.removals.push(removal);
    for (const blob of blobs) this.blobs.set(...blob);
    if (key !== null) this.answered.set(key, { key, first, count: drafts.length });
  }
}
