// Fact worlds as far as a step of a chain knows them, under numbers: those that the rules do not tell apart are one. A hot file.
import type { FactWorld } from "../fact-world.ts";
import type { ReadingModel } from "../reading-model.ts";
import { KeyTable } from "./key-table.ts";

/** A fact world, and the state of the text that says what its things are: rules of other states may ask for other kinds. */
export interface KnownFact {
  readonly world: FactWorld;
  readonly model: ReadingModel;
}

/** A fact world as far as it is known. */
export interface Strand {
  readonly fact: KnownFact;
  /** Number of its actor among the options of the first step. */
  readonly actor: number;
  /** In which rows of the matrix the actor is free; a number. */
  readonly free: number;
  /** Number of what is told of it where every rule has failed, whatever is to come; null where some has not. */
  readonly end: number | null;
}

/** One that may be known; its fact is asked for only where it is not. */
export interface AskedStrand extends Pick<Strand, "actor" | "free"> {
  /** What is left of every rule, see `Step.fate`; numbers. */
  readonly fates: Float64Array;
  readonly fact: () => KnownFact;
}

export class Strands {
  readonly all: Strand[] = [];
  /** Who acts, who is free and what is left of the rules; a strand that ended is in it as the number of its end. */
  readonly #table: KeyTable;
  readonly #words: Float64Array;

  constructor(rules: number) {
    this.#table = new KeyTable(rules + 2, 64);
    this.#words = new Float64Array(rules + 2);
  }

  /** By who acts, who is free and what is left of the rules. */
  number(strand: AskedStrand): number {
    const { actor, free, fates } = strand;
    this.#words[0] = actor;
    this.#words[1] = free;
    for (let rule = 0; rule < fates.length; rule++) this.#words[rule + 2] = fates[rule] ?? 0;
    return this.#numbered(strand, null);
  }

  /** Those that ended alike are one. */
  ended(end: number, strand: Omit<AskedStrand, "fates">): number {
    this.#words.fill(0);
    this.#words[0] = -1 - end;
    return this.#numbered(strand, end);
  }

  /** Writes what is left of every rule of one that has not ended. */
  writeFates(number: number, into: Float64Array): void {
    for (let rule = 0; rule < into.length; rule++)
      into[rule] = this.#table.wordOf(number, rule + 2);
  }

  #numbered({ actor, free, fact }: Omit<AskedStrand, "fates">, end: number | null): number {
    const number = this.#table.numberOfWords(this.#words, 0);
    if (number === this.all.length) this.all.push({ fact: fact(), actor, free, end });
    return number;
  }
}
