// The decisions of a reading as a chain of small tables: after each fact of a situation it is in one of few states, a set of fact worlds
// that its rules do not tell apart so far; the next fact leads to another, and the last state says what is decided. States are worked
// out once and live as long as the reading. A hot file; its plain twin is the judge.
import { waysToBeFree } from "../decide.ts";
import { MAX_FACT_WORLDS, waysToBe } from "../fact-world.ts";
import type { FactWorld } from "../fact-world.ts";
import { asksList } from "../ground.ts";
import type { Decision } from "../judge.ts";
import type { ReadingModel } from "../reading-model.ts";
import type { Situation } from "../situation.ts";
import type { Rule } from "../rule.ts";
import { NO_INCIDENT, releaseView, textRows } from "../text-rows.ts";
import type { ReleaseView, TextRow } from "../text-rows.ts";
import { rulesOf } from "../undated.ts";
import { Numbered, NumberedSets } from "./numbered.ts";
import { FAILED, stepsOf } from "./steps.ts";
import type { Option, Step } from "./steps.ts";
import { ToldWorlds } from "./told.ts";

/** A fact world as far as it is known. */
interface Strand {
  readonly fact: FactWorld;
  /** Number of its actor among the options of the first step. */
  readonly actor: number;
  /** In which rows of the matrix the actor is free; a number. */
  readonly free: number;
  /** What is left of every rule, see `Step.fate`; numbers. */
  readonly fates: readonly number[];
  /** Number of what is told of it where every rule has failed, whatever is to come; null where some has not. */
  readonly end: number | null;
}

/** What a part of a situation leaves open. */
export interface PartOptions {
  readonly number: number;
  /** As how many fact worlds the judge counts them against its limit. */
  readonly worlds: number;
}

interface Level {
  readonly step: Step;
  readonly options: Numbered<Option>;
  /** Lists of options. */
  readonly parts: Numbered<readonly number[]>;
  /** What the step leads to; after the last one they are numbers of what is told of them instead. */
  readonly strands: Numbered<Strand>;
  readonly states: NumberedSets;
  /** `[strand before][option]` and `[strand before][part]`: the strands that come of both. */
  readonly ofOption: (readonly number[] | undefined)[][];
  readonly ofPart: (readonly number[] | undefined)[][];
  /** `[rule]`: what a fate becomes. */
  readonly fates: readonly Map<number, number>[];
}

const NOTHING: FactWorld = {
  cell: { from: 0, until: 1 },
  at: 0,
  actor: "",
  act: "",
  means: "",
  things: [],
  zones: {},
  flags: {},
  events: {},
  breached: false,
};

export class Chain {
  readonly #model: ReadingModel;
  readonly #rules: readonly Rule[];
  readonly #view: ReleaseView;
  readonly #rows: readonly TextRow[];
  readonly #levels: readonly Level[];
  readonly #fates = new Numbered<string>();
  readonly #frees = new Numbered<readonly boolean[]>();
  readonly #start: Strand;
  /** A list may hang on edges that only another rule names, even one that the thing fails. */
  readonly #namesEdges: boolean;
  readonly #told: ToldWorlds;
  /** What fact worlds come to: numbers of summaries. */
  readonly #ends = new Map<string, number>();
  readonly #decisions: Decision[] = [];

  constructor(model: ReadingModel) {
    const { kinds, means, acts } = model.context;
    this.#model = model;
    this.#view = releaseView(model);
    this.#rows = textRows(model);
    const rules = rulesOf(model);
    this.#rules = rules;
    this.#levels = stepsOf(model).map((step) => levelOf(step, rules.length));
    const isOpen = [kinds, means, acts].some(({ vocabulary }) => vocabulary.openEdges.size > 0);
    this.#namesEdges = isOpen && asksList(rules);
    this.#told = new ToldWorlds(model);
    const whole = this.#fates.number("", () => "");
    const bound = this.#freeOf(this.#rows.map(() => false));
    this.#start = {
      fact: NOTHING,
      actor: 0,
      free: bound,
      fates: rules.map(() => whole),
      end: null,
    };
  }

  /** States after a step, so far; before the first one there is one. */
  states(step: number): number {
    return step < 0 ? 1 : this.#level(step).states.all.length;
  }

  /** All that a part of a situation leaves open. */
  optionsOf(step: number, part: Partial<Situation>): PartOptions {
    const { options, parts, step: asked } = this.#level(step);
    const ways = asked.of === "things" ? waysToBe(part.things ?? []) : 1;
    if (ways > MAX_FACT_WORLDS) return { number: parts.number("", () => []), worlds: ways };
    const all = asked.options(this.#model, part, this.#view);
    const numbers = [...new Set(all.map((one) => options.number(one.key, () => one)))];
    if (options.all.length >= MOST_OPTIONS)
      throw new RangeError(`too many ways to be: ${asked.of}`);
    return {
      number: parts.number(numbers.join(), () => numbers),
      worlds: asked.of === "time" ? timesCounted(all) : all.length,
    };
  }

  /** The state after a step. `part`: number of what is open. */
  next(step: number, state: number, part: number): number {
    const before = step === 0 ? FIRST : (this.#level(step - 1).states.all[state] ?? FIRST);
    const { states } = this.#level(step);
    states.start();
    for (const strand of before) states.add(this.#strandsOfPart(step, strand, part));
    return states.end();
  }

  /** What is decided where all facts lead to a state; the same object for the same decision. */
  decision(state: number): Decision {
    const known = this.#decisions[state];
    if (known !== undefined) return known;
    const ends = this.#level(this.#levels.length - 1).states.all[state] ?? [];
    return (this.#decisions[state] = this.#told.decision(ends));
  }

  #level(step: number): Level {
    const level = this.#levels[step];
    if (level === undefined) throw new RangeError(`there is no step ${step}`);
    return level;
  }

  #strandsOfPart(step: number, strand: number, part: number): readonly number[] {
    const { parts, ofPart, ofOption } = this.#level(step);
    const known = (ofPart[strand] ??= []);
    const found = known[part];
    if (found !== undefined) return found;
    const own = (ofOption[strand] ??= []);
    const all = (parts.all[part] ?? []).flatMap(
      (option) => (own[option] ??= this.#strandsOfOption(step, strand, option)),
    );
    return (known[part] = [...new Set(all)]);
  }

  #strandsOfOption(step: number, number: number, option: number): readonly number[] {
    const level = this.#level(step);
    const before = step === 0 ? this.#start : this.#level(step - 1).strands.all[number];
    if (before === undefined) throw new RangeError(`there is no fact world ${number}`);
    if (before.end !== null) return [this.#numberOf(step, before)];
    const fact = { ...before.fact, ...level.options.all[option]?.known };
    const actor = step === 0 ? option : before.actor;
    const fates = before.fates.map((fate, rule) =>
      this.#fateOf(level, { rule, fate, fact, actor, option }),
    );
    const frees = level.step.of === "time" ? this.#waysToBeFree(fact) : [before.free];
    return frees.map((free) =>
      this.#numberOf(step, this.#ended({ fact, actor, free, fates, end: null })),
    );
  }

  /** All that a step can ask of a fact world, beside its own fact, is whose it is and what stands in the fate. */
  #fateOf(level: Level, asked: Fated): number {
    const { rule, fate, fact, actor, option } = asked;
    const known = level.fates[rule];
    const key = (fate * MOST_OPTIONS + option) * MOST_ACTORS + actor;
    const found = known?.get(key);
    if (found !== undefined) return found;
    const next = this.#fateAfter(level.step, { before: this.#fates.all[fate] ?? "", rule, fact });
    const number = this.#fates.number(next, () => next);
    known?.set(key, number);
    return number;
  }

  #fateAfter(
    { of, fate }: Step,
    { before, rule: i, fact }: { before: string; rule: number; fact: FactWorld },
  ): string {
    const isOver = before.endsWith(FAILED) && !(this.#namesEdges && of === "means");
    const rule = this.#rules[i];
    if (isOver || rule === undefined) return before;
    const more = fate({ context: this.#model.context, rule, fact });
    return before === "" || more === "" ? before + more : `${before} ${more}`;
  }

  #ended(strand: Strand): Strand {
    const isOver = strand.fates.every((fate) => this.#fates.all[fate]?.endsWith(FAILED));
    return isOver && !this.#namesEdges ? { ...strand, end: this.#toldOf(strand) } : strand;
  }

  /** Those that ended alike are one; after the last step all are numbered by what is told of them. */
  #numberOf(step: number, strand: Strand): number {
    const { actor, free, fates, end } = strand;
    if (step === this.#levels.length - 1) return end ?? this.#toldOf(strand);
    const key = end === null ? `${actor} ${free} ${fates.join()}` : `end ${end}`;
    return this.#level(step).strands.number(key, () => strand);
  }

  #toldOf({ fact, actor, free, fates }: Strand): number {
    const key = `${actor} ${free} ${fates.join()}`;
    const found = this.#ends.get(key);
    if (found !== undefined) return found;
    const number = this.#told.summary({ fact, fates, free: this.#frees.all[free] ?? [] });
    this.#ends.set(key, number);
    return number;
  }

  #waysToBeFree({ cell, actor }: FactWorld): readonly number[] {
    const seen = { rows: this.#rows, incident: NO_INCIDENT, cuts: [] };
    const ways = waysToBeFree(seen, cell, actor);
    return ways.map((free) => this.#freeOf(free));
  }

  #freeOf(free: readonly boolean[]): number {
    return this.#frees.number(free.map(Number).join(""), () => free);
  }
}

interface Fated {
  readonly rule: number;
  readonly fate: number;
  readonly fact: FactWorld;
  readonly actor: number;
  readonly option: number;
}

/** Bounds of numbers, so that three of them make one exactly. */
const MOST_OPTIONS = 2 ** 20;
const MOST_ACTORS = 2 ** 10;

const FIRST: readonly number[] = [0];

function levelOf(step: Step, rules: number): Level {
  return {
    step,
    options: new Numbered(),
    parts: new Numbered(),
    strands: new Numbered(),
    states: new NumberedSets(),
    ofOption: [],
    ofPart: [],
    fates: Array.from({ length: rules }, () => new Map<number, number>()),
  };
}

/** As the judge counts times against its limit: every stretch as if it had as many as the one with most. */
function timesCounted(all: readonly Option[]): number {
  const stretches = new Map<unknown, number>();
  for (const { known } of all) stretches.set(known.cell, (stretches.get(known.cell) ?? 0) + 1);
  return stretches.size * Math.max(0, ...stretches.values());
}
