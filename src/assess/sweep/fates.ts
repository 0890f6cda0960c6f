// What facts leave of every rule, step by step, as numbers: worked out once for a rule, what is left of it so far and the fact. A hot file.
import type { ReadingModel } from "../reading-model.ts";
import { rulesOf, undatedOf } from "../undated.ts";
import { Numbered } from "./numbered.ts";
import { FAILED } from "./steps.ts";
import type { Step } from "./steps.ts";
import type { KnownFact } from "./strands.ts";

/** One further fact of a fact world. */
interface Further {
  readonly step: number;
  /** By rule. */
  readonly before: Float64Array;
  /** Number of the fact among the options of its step. */
  readonly option: number;
  /** Number of who acts among the options of the first step. */
  readonly actor: number;
  /** The fact world with it; asked for only where a rule was never asked. */
  readonly fact: () => KnownFact;
}

/** All that a step can ask of a fact world, beside its own fact, is whose it is and what is left: `[fate][option][actor]`. */
type After = (number | undefined)[][][];

export class Fates {
  /** Of a rule that nothing was asked of. */
  readonly whole: number;
  /** By rule: the first that says the same apart from times. */
  readonly #alike: readonly number[];
  /** Then what a rule that has failed asks of means matters still. */
  readonly namesEdges: boolean;
  readonly #words = new Numbered<string>();
  readonly #failed: boolean[] = [];
  /** `[step][rule]` */
  readonly #after: (After | undefined)[][] = [];
  readonly #next: Float64Array;

  constructor(model: ReadingModel, namesEdges: boolean) {
    this.#alike = undatedOf(model).alike;
    this.namesEdges = namesEdges;
    this.#next = new Float64Array(rulesOf(model).length);
    this.whole = this.#number("");
  }

  /** What is left of a rule, in words: the same words mean the same of rules that say the same. */
  readonly words = (fate: number): string => this.#words.all[fate] ?? "";

  /** What is left of every rule after a further fact; the same array at every call. */
  after(asked: Step, { step, before, option, actor, fact }: Further): Float64Array {
    const isOver = !(this.namesEdges && asked.of === "means");
    const ofRules = (this.#after[step] ??= []);
    for (let rule = 0; rule < before.length; rule++) {
      const fate = before[rule] ?? 0;
      if (isOver && this.#failed[fate] === true) {
        this.#next[rule] = fate;
        continue;
      }
      const like = asked.of === "time" ? rule : (this.#alike[rule] ?? rule);
      const known = (((ofRules[like] ??= [])[fate] ??= [])[option] ??= []);
      this.#next[rule] = known[actor] ??= this.#more(asked, fate, { rule, fact: fact() });
    }
    return this.#next;
  }

  /** Whether nothing that is to come can change what is left. */
  areOver(fates: Float64Array): boolean {
    return !this.namesEdges && fates.every((fate) => this.#failed[fate] === true);
  }

  #more(
    { fate }: Step,
    before: number,
    { rule: i, fact }: { readonly rule: number; readonly fact: KnownFact },
  ): number {
    const { model, world } = fact;
    const rule = rulesOf(model)[i];
    if (rule === undefined) return before;
    const word = this.#words.all[before] ?? "";
    const more = fate({ context: model.context, rule, fact: world });
    return this.#number(word === "" || more === "" ? word + more : `${word} ${more}`);
  }

  #number(word: string): number {
    return this.#words.number(word, () => {
      this.#failed.push(word.endsWith(FAILED));
      return word;
    });
  }
}
