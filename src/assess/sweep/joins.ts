// What some fact worlds come to together: the marks that any of them sets, and whether every text world says the same of all. Joining is
// a matter of sets, so neither order nor doubles nor how parts are put together matter. A hot file.
import { KeyTable } from "./key-table.ts";
import type { MarkBits } from "./marks.ts";
import { addBits } from "./marks.ts";

export interface Joined {
  /** Equal where every text world says the same; VARIED: of some it does not. */
  readonly keys: number;
  readonly bits: MarkBits;
}

export const VARIED = -1;
const NONE = -2;

/** Numbers of one length of marks. */
interface OfLength {
  readonly table: KeyTable;
  readonly words: Float64Array;
  /** By number in the table. */
  readonly numbers: number[];
}

export class Joins {
  readonly all: Joined[] = [];
  readonly #ofLength: OfLength[] = [];
  /** What is being put together. */
  readonly #bits: number[] = [];
  #keys = NONE;

  number(keys: number, bits: MarkBits): number {
    const { table, words, numbers } = this.#tableOf(bits.length);
    words[0] = keys;
    for (let i = 0; i < bits.length; i++) words[i + 1] = bits[i] ?? 0;
    const number = table.numberOfWords(words, 0);
    return (numbers[number] ??= this.all.push({ keys, bits: bits.slice() }) - 1);
  }

  /** Begins with nothing. */
  start(): void {
    this.#bits.length = 0;
    this.#keys = NONE;
  }

  add(number: number): void {
    const one = this.all[number];
    if (one === undefined) throw new RangeError(`nothing has the number ${number}`);
    if (this.#keys === NONE) this.#keys = one.keys;
    else if (this.#keys !== one.keys) this.#keys = VARIED;
    addBits(this.#bits, one.bits);
  }

  /** The number of all that was added together. */
  end(): number {
    return this.number(this.#keys, this.#bits);
  }

  #tableOf(length: number): OfLength {
    return (this.#ofLength[length] ??= {
      table: new KeyTable(length + 1, 64),
      words: new Float64Array(length + 1),
      numbers: [],
    });
  }
}
