// The engine without a disk: for tests, for cases that are looked at and not kept. The plain twin of the SQLite engine.
import { compareText } from "../model/problem.ts";
import type { CommittedEntry } from "../record/kinds/commit-entry.ts";
import { withinReach, withoutRemoved } from "./reach.ts";
import { blobsIn, namedBlobs, removedBy, says } from "./removed.ts";
import type { Removed } from "./removed.ts";
import { requireNext } from "./store.ts";
import type { Answered, Candidate, LogHead, Reach, Removal, Store, StoreBatch } from "./store.ts";

/** An empty store that lives as long as it is held. */
export function memoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  #head: LogHead | null = null;
  readonly #entries: CommittedEntry[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #things = new Map<string, number[]>();
  readonly #tiles = new Map<string, Uint8Array>();
  readonly #answered = new Map<string, Answered>();
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #candidates = new Map<string, Candidate>();

  head(): LogHead | null {
    return this.#head;
  }

  append(batch: StoreBatch): void {
    requireNext(batch, this.#entries.length);
    for (const entry of batch.entries) this.#keep(entry);
    const removed = removedBy(this, batch.removals, this.#whole);
    for (const removal of batch.removals) this.#remove(removal);
    this.#purge(removed);
    for (const { level, index, hashes } of batch.tiles)
      this.#tiles.set(`${level}/${index}`, hashes);
    for (const one of batch.answered) this.#answered.set(one.key, one);
    for (const [hash, bytes] of batch.blobs) this.#blobs.set(hash, bytes);
    this.#head = batch.head;
  }

  read(index: number, reach: Reach): CommittedEntry | null {
    const entry = this.#entries[index];
    return entry === undefined ? null : withinReach(entry, reach);
  }

  *entries(from: number, until: number, reach: Reach): IterableIterator<CommittedEntry> {
    for (const entry of this.#entries.slice(from, until)) yield withinReach(entry, reach);
  }

  indexOf(id: string): number | null {
    return this.#indexes.get(id) ?? null;
  }

  taken(ids: readonly string[]): ReadonlySet<string> {
    return new Set(ids.filter((id) => this.#indexes.has(id)));
  }

  ofThing(id: string): readonly number[] {
    return this.#things.get(id) ?? [];
  }

  ofKind(kind: string, since: number): readonly number[] {
    return this.#entries.flatMap(({ leaf }, i) => (i >= since && leaf.kind === kind ? [i] : []));
  }

  sizeAt(at: number): number {
    return this.#entries.filter(({ leaf }) => Date.parse(leaf.recordedAt) <= at).length;
  }

  tile(level: number, index: number): Uint8Array | null {
    return this.#tiles.get(`${level}/${index}`) ?? null;
  }

  answered(key: string): Answered | null {
    return this.#answered.get(key) ?? null;
  }

  blob(hash: string): Uint8Array | null {
    return this.#blobs.get(hash) ?? null;
  }

  seals(): boolean {
    return true;
  }

  putCandidate(candidate: Candidate): void {
    this.#candidates.set(candidate.id, candidate);
  }

  candidates(): readonly Candidate[] {
    return [...this.#candidates.values()].sort((a, b) => compareText(a.id, b.id));
  }

  dropCandidate(id: string): void {
    this.#candidates.delete(id);
  }

  close(): void {
    this.#entries.length = 0;
  }

  #keep(entry: CommittedEntry): void {
    const index = this.#entries.push(entry) - 1;
    const { id, of, kind } = entry.leaf;
    this.#indexes.set(id, index);
    if (kind === "sealed") return;
    for (const thing of new Set([id, ...(of === undefined ? [] : [of])])) {
      this.#things.set(thing, [...(this.#things.get(thing) ?? []), index]);
    }
  }

  /** Every compartment has its key here. */
  get #whole(): Reach {
    const named = this.#entries.flatMap(({ compartment }) => compartment ?? []);
    return { restricted: true, compartments: new Set(named) };
  }

  #purge(removed: readonly Removed[]): void {
    if (removed.length === 0) return;
    const named = namedBlobs(this, this.#whole);
    for (const hash of blobsIn(removed)) if (!named.has(hash)) this.#blobs.delete(hash);
    for (const { id, value } of this.candidates())
      if (says(value, removed)) this.#candidates.delete(id);
  }

  #remove(removal: Removal): void {
    const entry = this.#entries[removal.index];
    if (entry !== undefined) this.#entries[removal.index] = withoutRemoved(entry, removal);
  }
}
