// A map whose copies share what did not change: a fold of one entry onto a million must copy neither a million nor a table of buckets.
// A bucket may be one that is read when somebody first looks into it, so that a large map is there before all of it was read.

const WIDTH = 128;
/** Places of buckets. */
export const PLACES = WIDTH * WIDTH;

type Bucket<T> = ReadonlyMap<string, T>;
type Slot<T> = Bucket<T> | UnreadBucket<T>;
/** Buckets of a page, and pages of the map; undefined = nothing there yet. */
type Page<T> = readonly (Slot<T> | undefined)[];

/** Values by text key; `with` gives a new map and leaves this one as it was. */
export class BucketMap<T> {
  readonly #pages: readonly (Page<T> | undefined)[];

  private constructor(pages: readonly (Page<T> | undefined)[]) {
    this.#pages = pages;
  }

  static empty<T>(): BucketMap<T> {
    return new BucketMap<T>(NOTHING);
  }

  /** A map whose bucket at each place (0 to 16,383) is asked for once, when it is needed. */
  static lazy<T>(bucketAt: (place: number) => Bucket<T>): BucketMap<T> {
    const pages = Array.from({ length: WIDTH }, (_, page) =>
      Array.from({ length: WIDTH }, (_, i) => new UnreadBucket(() => bucketAt(page * WIDTH + i))),
    );
    return new BucketMap<T>(pages);
  }

  /** Counts: it looks into every bucket. */
  get size(): number {
    let size = 0;
    for (let place = 0; place < PLACES; place++) size += this.#bucket(place)?.size ?? 0;
    return size;
  }

  get(key: string): T | undefined {
    return this.#bucket(placeOf(key))?.get(key);
  }

  has(key: string): boolean {
    return this.#bucket(placeOf(key))?.has(key) === true;
  }

  /** This map with these values set. Copies each page and bucket it touches once; a bucket that nobody read stays so. */
  with(changes: ReadonlyMap<string, T>): BucketMap<T> {
    if (changes.size === 0) return this;
    const pages = this.#pages.slice();
    const fresh = new Map<number, (Slot<T> | undefined)[]>();
    for (const [place, set] of byPlace(changes)) {
      const pageAt = pageOf(place);
      const page = fresh.get(pageAt) ?? [...(pages[pageAt] ?? NOTHING)];
      fresh.set(pageAt, page);
      page[place % WIDTH] = laidOn(page[place % WIDTH], set);
    }
    for (const [at, page] of fresh) pages[at] = page;
    return new BucketMap(pages);
  }

  /** In no useful order; sort by what the values say. */
  *values(): IterableIterator<T> {
    for (let place = 0; place < PLACES; place++) yield* this.#bucket(place)?.values() ?? [];
  }

  /** What is set otherwise than in `before`, a map that this one came from, at one place. */
  changedAt(place: number, before: BucketMap<T>): readonly (readonly [string, T])[] {
    const [own, old] = [this.#slot(place), before.#slot(place)];
    if (own === undefined || own === old) return [];
    const layers = own instanceof UnreadBucket ? own.layersOver(old) : null;
    if (layers !== null) return [...new Map(layers.flatMap((layer) => [...layer]))];
    const was = old === undefined ? new Map<string, T>() : bucketIn(old);
    return [...bucketIn(own)].filter(([key, value]) => was.get(key) !== value || !was.has(key));
  }

  #slot(place: number): Slot<T> | undefined {
    return this.#pages[pageOf(place)]?.[place % WIDTH];
  }

  #bucket(place: number): Bucket<T> | undefined {
    const slot = this.#slot(place);
    return slot === undefined ? undefined : bucketIn(slot);
  }
}

/** A bucket that is made when it is asked for; until then it may have been laid over another one that was not. */
class UnreadBucket<T> {
  #state:
    | {
        readonly make: () => Bucket<T>;
        readonly over: UnreadBucket<T> | null;
        readonly set: Bucket<T>;
      }
    | Bucket<T>;

  constructor(
    make: () => Bucket<T>,
    over: UnreadBucket<T> | null = null,
    set: Bucket<T> = new Map(),
  ) {
    this.#state = { make, over, set };
  }

  get isRead(): boolean {
    return !("make" in this.#state);
  }

  read(): Bucket<T> {
    if ("make" in this.#state) this.#state = this.#state.make();
    return this.#state;
  }

  /** What was set since that bucket, the earliest first; null when this one was not laid over it, or was read. */
  layersOver(below: Slot<T> | undefined): readonly Bucket<T>[] | null {
    if (!("make" in this.#state)) return null;
    const { over, set } = this.#state;
    if (over === null) return null;
    const layers = over === below ? [] : over.layersOver(below);
    return layers === null ? null : [...layers, set];
  }
}

function laidOn<T>(slot: Slot<T> | undefined, set: Bucket<T>): Slot<T> {
  if (slot instanceof UnreadBucket && !slot.isRead)
    return new UnreadBucket(() => new Map([...slot.read(), ...set]), slot, set);
  if (slot === undefined) return set;
  const bucket = new Map(bucketIn(slot));
  for (const [key, value] of set) bucket.set(key, value);
  return bucket;
}

function byPlace<T>(changes: ReadonlyMap<string, T>): ReadonlyMap<number, Bucket<T>> {
  const places = new Map<number, Map<string, T>>();
  for (const [key, value] of changes) {
    const place = placeOf(key);
    const known = places.get(place);
    if (known === undefined) places.set(place, new Map([[key, value]]));
    else known.set(key, value);
  }
  return places;
}

/** Where a key's bucket lies. */
export function placeOf(key: string): number {
  const at = hashOf(key);
  return (at % WIDTH) * WIDTH + ((at >>> 8) % WIDTH);
}

function pageOf(place: number): number {
  return Math.floor(place / WIDTH);
}

function bucketIn<T>(slot: Slot<T>): Bucket<T> {
  return slot instanceof UnreadBucket ? slot.read() : slot;
}

const NOTHING: readonly undefined[] = Array.from({ length: WIDTH }, () => undefined);

/** FNV-1a over UTF-16 units, not negative. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
