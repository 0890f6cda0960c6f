// Fact worlds as far as a step of a chain knows them, under numbers: those that the rules do not tell apart are one. A hot file.
import type { FactWorld } from "../fact-world.ts";
import { KeyTable } from "./key-table.ts";

/** A fact world as far as it is known. */
export interface Strand {
  readonly fact: FactWorld;
  /** Number of its actor among the options of the first step. */
  readonly actor: number;
  /** In which rows of the matrix the actor is free; a number. */
  readonly free: number;
  /** What is left of every rule, see `Step.fate`; numbers. */
  readonly fates: Float64Array;
  /** Number of what is told of it where every rule has failed, whatever is to come; null where some has not. */
  readonly end: number | null;
}

/** One that may be known; its fact is asked for only where it is not. */
interface Asked extends Pick<Strand, "actor" | "free" | "fates"> {
  readonly fact: () => FactWorld;
}

export class Strands {
  readonly all: Strand[] = [];
  readonly #table: KeyTable;
  readonly #words: Float64Array;
  /** Number in the table -> its strand; those that ended are not in the table. */
  readonly #numbers: number[] = [];
  readonly #ended = new Map<number, number>();

  constructor(rules: number) {
    this.#table = new KeyTable(rules + 2, 64);
    this.#words = new Float64Array(rules + 2);
  }

  /** By who acts, who is free and what is left of the rules. */
  number({ actor, free, fates, fact }: Asked): number {
    this.#words.set(fates, 2);
    this.#words[0] = actor;
    this.#words[1] = free;
    const key = this.#table.numberOfWords(this.#words, 0);
    return (this.#numbers[key] ??=
      this.all.push({ fact: fact(), actor, free, fates: fates.slice(), end: null }) - 1);
  }

  /** Those that ended alike are one. */
  ended(end: number, { fact, actor, free, fates }: Omit<Strand, "end">): number {
    const known = this.#ended.get(end);
    if (known !== undefined) return known;
    const number = this.all.push({ fact, actor, free, fates, end }) - 1;
    this.#ended.set(end, number);
    return number;
  }
}
