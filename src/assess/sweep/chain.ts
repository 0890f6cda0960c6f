// The decisions of a reading as a chain of small tables: after each fact of a situation it is in one of few states, a set of fact worlds
// that its rules do not tell apart so far. States lead up to the place; what a fact world comes to after that is worked out once for
// all that things, means and flags leave open, and joined. All of it lives as long as the reading. A hot file; its plain twin is the judge.
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
import { Fates } from "./fates.ts";
import { Numbered, NumberedSets } from "./numbered.ts";
import { stepsOf } from "./steps.ts";
import type { Option, Step } from "./steps.ts";
import { Strands } from "./strands.ts";
import type { Strand } from "./strands.ts";
import { ToldWorlds } from "./told.ts";

/** What a part of a situation leaves open. */
export interface PartOptions {
  readonly number: number;
  /** As how many fact worlds the judge counts them against its limit. */
  readonly worlds: number;
}

/** What the parts of a situation from some step on leave open. */
export interface Rest {
  readonly step: number;
  readonly part: number;
  /** Null after the last step. */
  readonly after: Rest | null;
  /** By strand before the step: what it comes to, see `Chain.joined`. It grows, and only as a memo. */
  readonly known: (number | undefined)[];
}

interface Level {
  readonly step: Step;
  readonly options: Numbered<Option>;
  /** Lists of options. */
  readonly parts: Numbered<readonly number[]>;
  readonly strands: Strands;
  readonly states: NumberedSets;
  /** `[strand before][option]` and `[strand before][part]`: the strands that come of both. */
  readonly ofOption: (readonly number[] | undefined)[][];
  readonly ofPart: (readonly number[] | undefined)[][];
  /** What rests on this step, by the part and what follows. */
  readonly rests: Map<Rest | null, (Rest | undefined)[]>;
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
  readonly #view: ReleaseView;
  readonly #rows: readonly TextRow[];
  readonly #levels: readonly Level[];
  readonly #fates: Fates;
  readonly #frees = new Numbered<readonly boolean[]>();
  readonly #start: Strand;
  readonly #told: ToldWorlds;
  /** Strands after the last step: numbers of what is told of them. */
  readonly #ends: Strands;
  readonly #tellings: number[] = [];
  readonly #decisions: Decision[] = [];

  constructor(model: ReadingModel) {
    const { kinds, means, acts } = model.context;
    this.#model = model;
    this.#view = releaseView(model);
    this.#rows = textRows(model);
    const rules: readonly Rule[] = rulesOf(model);
    this.#levels = stepsOf(model).map((step) => levelOf(step, rules.length));
    const isOpen = [kinds, means, acts].some(({ vocabulary }) => vocabulary.openEdges.size > 0);
    // A list may hang on edges that only another rule names, even one that the thing fails.
    this.#fates = new Fates(model.context, rules, isOpen && asksList(rules));
    this.#told = new ToldWorlds(model);
    this.#ends = new Strands(rules.length);
    const free = this.#freeOf(this.#rows.map(() => false));
    this.#start = { fact: NOTHING, actor: 0, free, fates: this.#fates.whole(), end: null };
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

  /** One object for the same part of a step and the same that follows. */
  rest(step: number, part: number, after: Rest | null): Rest {
    const { rests } = this.#level(step);
    const known = rests.get(after) ?? [];
    rests.set(after, known);
    return (known[part] ??= { step, part, after, known: [] });
  }

  /** What a state before the first step of the rest comes to, as a number for `decision`. */
  joined(state: number, rest: Rest): number {
    let all = -1;
    for (const strand of this.#level(rest.step - 1).states.all[state] ?? FIRST)
      all = this.#told.join(all, this.#joinedOf(rest, strand));
    return all;
  }

  /** What is decided where all facts come to that; the same object for the same decision. */
  decision(joined: number): Decision {
    return (this.#decisions[joined] ??= this.#told.decision(joined));
  }

  #joinedOf(rest: Rest, strand: number): number {
    const known = rest.known[strand];
    if (known !== undefined) return known;
    const { step, part, after } = rest;
    const { parts } = this.#level(step);
    const before = this.#level(step - 1).strands.all[strand];
    if (before?.end !== null && before !== undefined) return (rest.known[strand] = before.end);
    let all = -1;
    for (const option of parts.all[part] ?? [])
      for (const next of this.#strandsOf(step, strand, option))
        all = this.#told.join(all, after === null ? next : this.#joinedOf(after, next));
    return (rest.known[strand] = all);
  }

  #level(step: number): Level {
    const level = this.#levels[step];
    if (level === undefined) throw new RangeError(`there is no step ${step}`);
    return level;
  }

  #strandsOfPart(step: number, strand: number, part: number): readonly number[] {
    const { parts, ofPart } = this.#level(step);
    const known = (ofPart[strand] ??= []);
    const found = known[part];
    if (found !== undefined) return found;
    const all = (parts.all[part] ?? []).flatMap((one) => this.#strandsOf(step, strand, one));
    return (known[part] = [...new Set(all)]);
  }

  #strandsOf(step: number, strand: number, option: number): readonly number[] {
    const known = (this.#level(step).ofOption[strand] ??= []);
    return (known[option] ??= this.#strandsOfOption(step, strand, option));
  }

  #strandsOfOption(step: number, number: number, option: number): readonly number[] {
    const { step: asked, options, strands } = this.#level(step);
    const before = step === 0 ? this.#start : this.#level(step - 1).strands.all[number];
    if (before === undefined) throw new RangeError(`there is no fact world ${number}`);
    const isLast = step === this.#levels.length - 1;
    if (before.end !== null) return [isLast ? before.end : strands.ended(before.end, before)];
    const known = options.all[option]?.known;
    let made: FactWorld | null = null;
    const fact = () => (made ??= { ...before.fact, ...known });
    const actor = step === 0 ? option : before.actor;
    const fates = this.#fates.after(asked, { step, before: before.fates, option, actor, fact });
    const frees = asked.of === "time" ? this.#waysToBeFree(fact()) : [before.free];
    return frees.map((free) => {
      const strand = { actor, free, fates, fact };
      if (isLast) return this.#toldOf(strand);
      if (!this.#fates.areOver(fates)) return strands.number(strand);
      const end = this.#toldOf(strand);
      return strands.ended(end, { ...strand, fates: fates.slice(), fact: fact() });
    });
  }

  #toldOf(strand: Parameters<Strands["number"]>[0]): number {
    const number = this.#ends.number(strand);
    const end = this.#ends.all[number];
    if (end === undefined) throw new RangeError(`there is no end ${number}`);
    return (this.#tellings[number] ??= this.#told.summary({
      ...end,
      free: this.#frees.all[end.free] ?? [],
    }));
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

const FIRST: readonly number[] = [0];

function levelOf(step: Step, rules: number): Level {
  return {
    step,
    options: new Numbered(),
    parts: new Numbered(),
    strands: new Strands(rules),
    states: new NumberedSets(),
    ofOption: [],
    ofPart: [],
    rests: new Map(),
  };
}

/** As the judge counts times against its limit: every stretch as if it had as many as the one with most. */
function timesCounted(all: readonly Option[]): number {
  const stretches = new Map<unknown, number>();
  for (const { known } of all) stretches.set(known.cell, (stretches.get(known.cell) ?? 0) + 1);
  return stretches.size * Math.max(0, ...stretches.values());
}
