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
import { PairNumbers, PairTable } from "./pair-table.ts";
import { stepsOf } from "./steps.ts";
import type { Option, Step } from "./steps.ts";
import { Strands } from "./strands.ts";
import type { AskedStrand, KnownFact, Strand } from "./strands.ts";
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
  /** By strand before the step: what it comes to, see `Chain.values`. */
  readonly known: PairTable;
  /** Of a rest that begins after the place: its number for `Chain.values`. */
  readonly number: number;
}

interface Level {
  readonly step: Step;
  readonly options: Numbered<Option & Pick<KnownFact, "model">>;
  /** Lists of options. */
  readonly parts: Numbered<readonly number[]>;
  readonly strands: Strands;
  readonly states: NumberedSets;
  /** By pair of the strand before and an option, or a part: the strands that come of both. */
  readonly optionPairs: PairNumbers;
  readonly ofOption: (readonly number[])[];
  readonly partPairs: PairNumbers;
  readonly ofPart: (readonly number[])[];
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
  /** The state of the text that asks at present. */
  #model: ReadingModel;
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
  readonly #rests: Rest[] = [];
  /** Made anew where there are more rests than its rows hold. */
  #values = new PairTable(0, () => 0);
  #width = 0;
  /** What is left of every rule in the fact world that is looked at. */
  readonly #before: Float64Array;

  constructor(model: ReadingModel) {
    const { kinds, means, acts } = model.context;
    this.#model = model;
    this.#view = releaseView(model);
    this.#rows = textRows(model);
    const rules: readonly Rule[] = rulesOf(model);
    this.#levels = stepsOf(model).map((step) => levelOf(step, rules.length));
    const isOpen = [kinds, means, acts].some(({ vocabulary }) => vocabulary.openEdges.size > 0);
    // A list may hang on edges that only another rule names, even one that the thing fails.
    this.#fates = new Fates(model, isOpen && asksList(rules));
    this.#told = new ToldWorlds(model, this.#fates);
    this.#ends = new Strands(rules.length);
    const free = this.#freeOf(this.#rows.map(() => false));
    this.#start = { fact: { world: NOTHING, model }, actor: 0, free, end: null };
    this.#before = new Float64Array(rules.length);
  }

  /** From now on asked by another reading, or another state of its text, of the same frame (see chain-store.ts). */
  ask(model: ReadingModel): void {
    this.#model = model;
  }

  /** How much is kept. */
  get size(): number {
    return this.#ends.all.length;
  }

  /** All that a part of a situation leaves open. */
  optionsOf(step: number, part: Partial<Situation>): PartOptions {
    const { options, parts, step: asked } = this.#level(step);
    const ways = asked.of === "things" ? waysToBe(part.things ?? []) : 1;
    if (ways > MAX_FACT_WORLDS) return { number: parts.number("", () => []), worlds: ways };
    const model = this.#model;
    const all = asked.options(model, part, this.#view);
    const numbers = [
      ...new Set(all.map((one) => options.number(one.key, () => ({ ...one, model })))),
    ];
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
    return (known[part] ??= this.#newRest(step, part, after));
  }

  #newRest(step: number, part: number, after: Rest | null): Rest {
    const known = new PairTable(1, (strand) => this.#joinedNew({ step, part, after }, strand));
    const rest = { step, part, after, known, number: this.#rests.length };
    this.#rests.push(rest);
    return rest;
  }

  /** By state before the first step of a rest and number of that rest: what both come to, as a number for `decision`. */
  get values(): PairTable {
    const width = this.#rests.length;
    if (width > this.#width) {
      this.#width = 2 * width;
      this.#values = new PairTable(this.#width, (state, rest) => this.#valueOf(state, rest));
    }
    return this.#values;
  }

  #valueOf(state: number, number: number): number {
    const rest = this.#rests[number];
    if (rest === undefined) throw new RangeError(`there is no rest ${number}`);
    const numbers: number[] = [];
    for (const strand of this.#level(rest.step - 1).states.all[state] ?? FIRST)
      numbers.push(rest.known.at(strand, 0));
    return this.#told.joined(numbers);
  }

  /** What is decided where all facts come to that; the same object for the same decision. */
  decision(joined: number): Decision {
    return (this.#decisions[joined] ??= this.#told.decision(joined));
  }

  #joinedNew({ step, part, after }: Pick<Rest, "step" | "part" | "after">, strand: number): number {
    const end = this.#level(step - 1).strands.all[strand]?.end ?? null;
    if (end !== null) return end;
    const numbers = (this.#level(step).parts.all[part] ?? []).map((option) => {
      const [next = 0] = this.#strandsOf(step, strand, option);
      return after === null ? next : after.known.at(next, 0);
    });
    return this.#told.joined(numbers);
  }

  #level(step: number): Level {
    const level = this.#levels[step];
    if (level === undefined) throw new RangeError(`there is no step ${step}`);
    return level;
  }

  #strandsOfPart(step: number, strand: number, part: number): readonly number[] {
    const { parts, partPairs, ofPart } = this.#level(step);
    const pair = partPairs.number(strand, part);
    const found = ofPart[pair];
    if (found !== undefined) return found;
    const all = (parts.all[part] ?? []).flatMap((one) => this.#strandsOf(step, strand, one));
    return (ofPart[pair] = [...new Set(all)]);
  }

  #strandsOf(step: number, strand: number, option: number): readonly number[] {
    const { optionPairs, ofOption } = this.#level(step);
    const pair = optionPairs.number(strand, option);
    return (ofOption[pair] ??= this.#strandsOfOption(step, strand, option));
  }

  #strandsOfOption(step: number, number: number, option: number): readonly number[] {
    const { step: asked, options, strands } = this.#level(step);
    const before = step === 0 ? this.#start : this.#level(step - 1).strands.all[number];
    if (before === undefined) throw new RangeError(`there is no fact world ${number}`);
    const isLast = step === this.#levels.length - 1;
    const { end, free, actor: own } = before;
    if (end !== null)
      return just(isLast ? end : strands.ended(end, { ...before, fact: () => before.fact }));
    let made: KnownFact | null = null;
    const fact = () => (made ??= withOption(asked, before.fact, options.all[option]));
    const actor = step === 0 ? option : own;
    this.#writeFates(step - 1, number);
    const fates = this.#fates.after(asked, { step, before: this.#before, option, actor, fact });
    if (asked.of !== "time") return just(this.#numberOf(step, { actor, free, fates, fact }));
    return this.#waysToBeFree(fact().world).map((ways) =>
      this.#numberOf(step, { actor, free: ways, fates, fact }),
    );
  }

  #writeFates(step: number, strand: number): void {
    if (step < 0) this.#before.fill(this.#fates.whole);
    else this.#level(step).strands.writeFates(strand, this.#before);
  }

  /** Of the strand after a step; after the last one the number of what is told of it. */
  #numberOf(step: number, strand: AskedStrand): number {
    if (step === this.#levels.length - 1) return this.#toldOf(strand);
    const { strands } = this.#level(step);
    if (!this.#fates.areOver(strand.fates)) return strands.number(strand);
    return strands.ended(this.#toldOf(strand), strand);
  }

  #toldOf(strand: AskedStrand): number {
    const number = this.#ends.number(strand);
    const free = this.#frees.all[strand.free] ?? [];
    return (this.#tellings[number] ??= this.#told.summary({ ...strand, free }));
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

/** What a thing is stays as the state of the text says that it was met in. */
function withOption(
  { of }: Step,
  { world, model }: KnownFact,
  option: (Option & Pick<KnownFact, "model">) | undefined,
): KnownFact {
  if (option === undefined) throw new RangeError("nobody named this option");
  return {
    world: { ...world, ...option.known },
    model: of === "means" || of === "flags" ? model : option.model,
  };
}

/** One list for each number: most lists hold one strand. */
function just(number: number): readonly number[] {
  return (JUST[number] ??= [number]);
}

const JUST: (readonly number[])[] = [];

function levelOf(step: Step, rules: number): Level {
  return {
    step,
    options: new Numbered(),
    parts: new Numbered(),
    strands: new Strands(rules),
    states: new NumberedSets(),
    optionPairs: new PairNumbers(),
    ofOption: [],
    partPairs: new PairNumbers(),
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
