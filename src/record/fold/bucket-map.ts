// A map whose copies share what did not change: a fold of a thousand entries onto a million must not copy a million.

const BUCKETS = 4096;

/** Values by text key; `with` gives a new map and leaves this one as it was. */
export class BucketMap<T> {
  readonly size: number;
  readonly #buckets: readonly (ReadonlyMap<string, T> | undefined)[];

  private constructor(buckets: readonly (ReadonlyMap<string, T> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<T>(): BucketMap<T> {
    return new BucketMap<T>(
      Array.from({ length: BUCKETS }, () => undefined),
      0,
    );
  }

  get(key: string): T | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) === true;
  }

  /** This map with these values set. Copies each bucket it touches once. */
  with(changes: ReadonlyMap<string, T>): BucketMap<T> {
    if (changes.size === 0) return this;
    const buckets = this.#buckets.slice();
    const fresh = new Map<number, Map<string, T>>();
    let size = this.size;
    for (const [key, value] of changes) {
      const at = bucketOf(key);
      const bucket = fresh.get(at) ?? new Map(buckets[at]);
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
      fresh.set(at, bucket);
    }
    for (const [at, bucket] of fresh) buckets[at] = bucket;
    return new BucketMap(buckets, size);
  }

  /** In no useful order; sort by what the values say. */
  *values(): IterableIterator<T> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket.values();
  }
}

/** FNV-1a over UTF-16 units. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
