// What some fact worlds come to together: the marks that any of them sets, and whether every text world says the same of all. Joining is
// a matter of sets, so neither order nor doubles matter, and each pair is joined once. A hot file.
import { KeyTable } from "./key-table.ts";
import { Numbered } from "./numbered.ts";

export interface Joined {
  /** Equal where every text world says the same; VARIED: of some it does not. */
  readonly keys: number;
  /** Bits of marks, 32 a word; the last one is not zero. */
  readonly words: readonly number[];
}

export const VARIED = -1;

/** Pairs of numbers below this make one number exactly. */
const MOST = 2 ** 26;

export class Joins {
  readonly #numbered = new Numbered<Joined>();
  readonly #pairs = new KeyTable(1, 1024);
  readonly #pair = new Float64Array(1);
  /** By number of the pair. */
  readonly #ofPair: number[] = [];

  get all(): readonly Joined[] {
    return this.#numbered.all;
  }

  number(keys: number, words: readonly number[]): number {
    return this.#numbered.number(`${keys} ${words.join()}`, () => ({ keys, words }));
  }

  /** The number of both together; below zero is nothing. */
  join(a: number, b: number): number {
    if (a === b || b < 0) return a;
    if (a < 0) return b;
    this.#pair[0] = a < b ? a * MOST + b : b * MOST + a;
    const pair = this.#pairs.numberOfWords(this.#pair, 0);
    return (this.#ofPair[pair] ??= this.#joined(a, b));
  }

  #joined(a: number, b: number): number {
    const [one, other] = [this.all[a], this.all[b]];
    if (one === undefined || other === undefined) throw new RangeError(`no such pair: ${a}, ${b}`);
    const keys = one.keys === other.keys ? one.keys : VARIED;
    if (one.keys === keys && holds(one.words, other.words)) return a;
    if (other.keys === keys && holds(other.words, one.words)) return b;
    const [long, short] = one.words.length < other.words.length ? [other, one] : [one, other];
    return this.number(
      keys,
      long.words.map((word, i) => word | (short.words[i] ?? 0)),
    );
  }
}

function holds(all: readonly number[], some: readonly number[]): boolean {
  return some.every((word, i) => (word & ~(all[i] ?? 0)) === 0);
}
