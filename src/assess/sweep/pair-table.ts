// What hangs on two small numbers, worked out once for each pair that occurs. A hot file.
import { KeyTable } from "./key-table.ts";

/** Entries of whole rows; beyond that only pairs that occur are kept. */
const LARGEST = 1 << 24;
const FIRST = 1 << 8;

/** A number for each pair that is asked about, found once. */
export class PairTable {
  readonly #width: number;
  readonly #find: (a: number, b: number) => number;
  readonly #largest: number;
  /** Where the row of `a` begins, plus one; 0: it has none yet. */
  #starts = new Int32Array(FIRST);
  /** One row after the other; -1: not found yet. */
  #entries = new Int32Array(FIRST).fill(-1);
  #used = 0;
  readonly #others = new PairNumbers();
  readonly #ofOthers: number[] = [];
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
    const start = this.#starts[a] ?? 0;
    const known = start > 0 ? (this.#entries[start - 1 + b] ?? -1) : -1;
    return known >= 0 ? known : this.#new(a, b);
  }

  #new(a: number, b: number): number {
    const start = this.#startOf(a);
    if (start === 0) return this.#other(a, b);
    this.#found++;
    // What is looked for may ask this table again, and make it grow.
    const found = this.#find(a, b);
    this.#entries[start - 1 + b] = found;
    return found;
  }

  #startOf(a: number): number {
    if (a >= this.#starts.length) this.#starts = grown(this.#starts, a + 1, 0);
    const known = this.#starts[a] ?? 0;
    if (known > 0 || this.#used + this.#width > this.#largest) return known;
    const start = this.#used + 1;
    this.#used += this.#width;
    if (this.#used > this.#entries.length) this.#entries = grown(this.#entries, this.#used, -1);
    return (this.#starts[a] = start);
  }

  #other(a: number, b: number): number {
    const pair = this.#others.number(a, b);
    const known = this.#ofOthers[pair];
    if (known !== undefined) return known;
    this.#found++;
    return (this.#ofOthers[pair] = this.#find(a, b));
  }
}

/** Twice as long, or as long as is needed. */
function grown(numbers: Int32Array<ArrayBuffer>, least: number, empty: number) {
  const more = new Int32Array(Math.max(least, 2 * numbers.length));
  more.set(numbers);
  if (empty !== 0) more.fill(empty, numbers.length);
  return more;
}

/** Numbers below this make one with another exactly. */
const MOST = 2 ** 26;

/** Pairs under numbers, in order of appearance. */
export class PairNumbers {
  readonly #table = new KeyTable(1, 64);
  readonly #pair = new Float64Array(1);

  number(a: number, b: number): number {
    this.#pair[0] = a * MOST + b;
    return this.#table.numberOfWords(this.#pair, 0);
  }
}
