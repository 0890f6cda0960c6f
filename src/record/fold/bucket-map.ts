// A map whose copies share what did not change: a fold of one entry onto a million must copy neither a million nor a table of buckets.

const WIDTH = 64;

type Bucket<T> = ReadonlyMap<string, T>;
/** Buckets of a page, and pages of the map; undefined = nothing there yet. */
type Page<T> = readonly (Bucket<T> | undefined)[];

/** Values by text key; `with` gives a new map and leaves this one as it was. */
export class BucketMap<T> {
  readonly size: number;
  readonly #pages: readonly (Page<T> | undefined)[];

  private constructor(pages: readonly (Page<T> | undefined)[], size: number) {
    this.#pages = pages;
    this.size = size;
  }

  static empty<T>(): BucketMap<T> {
    return new BucketMap<T>(nothing(), 0);
  }

  get(key: string): T | undefined {
    const at = hashOf(key);
    return this.#pages[at % WIDTH]?.[(at >>> 8) % WIDTH]?.get(key);
  }

  has(key: string): boolean {
    const at = hashOf(key);
    return this.#pages[at % WIDTH]?.[(at >>> 8) % WIDTH]?.has(key) === true;
  }

  /** This map with these values set. Copies each page and bucket it touches once. */
  with(changes: ReadonlyMap<string, T>): BucketMap<T> {
    if (changes.size === 0) return this;
    const pages = this.#pages.slice();
    const freshPages = new Map<number, (Bucket<T> | undefined)[]>();
    const fresh = new Map<number, Map<string, T>>();
    let size = this.size;
    for (const [key, value] of changes) {
      const at = hashOf(key);
      const [pageAt, bucketAt] = [at % WIDTH, (at >>> 8) % WIDTH];
      const place = pageAt * WIDTH + bucketAt;
      const page = freshPages.get(pageAt) ?? [...(pages[pageAt] ?? nothing())];
      const bucket = fresh.get(place) ?? new Map(page[bucketAt]);
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
      fresh.set(place, bucket);
      page[bucketAt] = bucket;
      freshPages.set(pageAt, page);
    }
    for (const [at, page] of freshPages) pages[at] = page;
    return new BucketMap(pages, size);
  }

  /** In no useful order; sort by what the values say. */
  *values(): IterableIterator<T> {
    for (const page of this.#pages) {
      if (page === undefined) continue;
      for (const bucket of page) if (bucket !== undefined) yield* bucket.values();
    }
  }
}

function nothing(): readonly undefined[] {
  return Array.from({ length: WIDTH }, () => undefined);
}

/** FNV-1a over UTF-16 units, not negative. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
