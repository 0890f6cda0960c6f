// What some fact worlds come to together: the marks that any of them sets, and whether every text world says the same of all. Joining is
// a matter of sets, so neither order nor doubles matter, and each pair is joined once. A hot file.
import { KeyTable } from "./key-table.ts";
import type { MarkBits } from "./marks.ts";
import { Numbered } from "./numbered.ts";

export interface Joined {
  /** Equal where every text world says the same; VARIED: of some it does not. */
  readonly keys: number;
  readonly bits: MarkBits;
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

  number(keys: number, bits: MarkBits): number {
    return this.#numbered.number(`${keys} ${bits.join()}`, () => ({ keys, bits }));
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
    if (one.keys === keys && holds(one.bits, other.bits)) return a;
    if (other.keys === keys && holds(other.bits, one.bits)) return b;
    const [long, short] = one.bits.length < other.bits.length ? [other, one] : [one, other];
    return this.number(
      keys,
      long.bits.map((word, i) => word | (short.bits[i] ?? 0)),
    );
  }
}

function holds(all: MarkBits, some: MarkBits): boolean {
  return some.every((word, i) => (word & ~(all[i] ?? 0)) === 0);
}
