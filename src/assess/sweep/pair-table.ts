// What hangs on two small numbers, worked out once for each pair that occurs. A hot file.

/** Rows are kept as they stand below so many entries; beyond that only what occurs. */
const LARGEST = 1 << 24;

export class PairTable {
  readonly #width: number;
  readonly #find: (a: number, b: number) => number;
  readonly #largest: number;
  readonly #rows: (Int32Array | undefined)[] = [];
  readonly #others = new Map<number, number>();
  #entries = 0;
  #found = 0;

  /** `b` stays below the width; what is found is a whole number from 0. */
  constructor(width: number, find: (a: number, b: number) => number, largest = LARGEST) {
    this.#width = Math.max(1, width);
    this.#find = find;
    this.#largest = largest;
  }

  /** Pairs met so far. */
  get count(): number {
    return this.#found;
  }

  at(a: number, b: number): number {
    const known = this.#rows[a]?.[b] ?? -1;
    return known >= 0 ? known : this.#new(a, b);
  }

  #new(a: number, b: number): number {
    const row = (this.#rows[a] ??= this.#row());
    if (row === undefined) return this.#other(a, b);
    this.#found++;
    return (row[b] = this.#find(a, b));
  }

  #row(): Int32Array | undefined {
    if (this.#entries + this.#width > this.#largest) return undefined;
    this.#entries += this.#width;
    return new Int32Array(this.#width).fill(-1);
  }

  #other(a: number, b: number): number {
    const key = a * this.#width + b;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    this.#found++;
    const found = this.#find(a, b);
    this.#others.set(key, found);
    return found;
  }
}
