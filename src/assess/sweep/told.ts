// What text worlds say of fact worlds whose every fact is known, as marks (marks.ts): once for each text world and for what is left of its
// rules, then joined over fact worlds. A hot file; its plain twin is `matrixOf` of the judge.
import type { Decision } from "../judge.ts";
import { groundOf, asksGround } from "../ground.ts";
import { answersKey } from "../membership.ts";
import { assignment, outcomeOf } from "../outcome.ts";
import type { FactWorld } from "../fact-world.ts";
import type { ReadingModel } from "../reading-model.ts";
import { textRows } from "../text-rows.ts";
import type { TextRow } from "../text-rows.ts";
import { rulesOf, undatedOf } from "../undated.ts";
import type { KnownFact } from "./strands.ts";
import { Joins, VARIED } from "./joins.ts";
import { KeyTable } from "./key-table.ts";
import type { Fates } from "./fates.ts";
import { addBits, setBit } from "./marks.ts";
import { keptOfWorld, toldStore } from "./told-store.ts";
import type { Told, ToldStore } from "./told-store.ts";

/** A fact world whose every fact is known. */
interface Finished {
  /** Asked for only where nothing was told of the like. */
  readonly fact: () => KnownFact;
  /** Number of who acts. */
  readonly actor: number;
  /** What is left of every rule: equal numbers where nothing tells it apart. */
  readonly fates: Float64Array;
  /** In which rows of the matrix the actor is free. */
  readonly free: readonly boolean[];
}

interface Telling extends Pick<Finished, "fact" | "fates"> {
  readonly released: boolean;
}

/** A row of the matrix, and what it said before. */
interface ToldRow {
  /** Numbers of its rules. */
  readonly rules: readonly number[];
  /** By whether the actor is free and what is left of the rules. */
  readonly table: KeyTable;
  readonly words: Float64Array;
  readonly told: Told[];
}

export class ToldWorlds {
  readonly #rows: readonly ToldRow[];
  readonly #fates: Fates;
  readonly #kept = new WeakMap<ReadingModel, Map<string, Told>[]>();
  readonly #store: ToldStore;
  readonly #joins = new Joins();
  /** What each row says, by its key. */
  readonly #vectors: KeyTable;
  readonly #vector: Float64Array;
  /** Who acts and what each row says -> what that comes to. */
  readonly #tellings: KeyTable;
  readonly #telling: Float64Array;
  readonly #ofTelling: number[] = [];

  constructor(model: ReadingModel, fates: Fates) {
    const all = new Map(rulesOf(model).map((rule, i) => [rule, i]));
    this.#fates = fates;
    this.#store = toldStore(model.context);
    this.#rows = textRows(model).map(({ world }): ToldRow => {
      const rules = world.rules.map((rule) => all.get(rule) ?? 0);
      const words = new Float64Array(rules.length + 1);
      return { rules, table: new KeyTable(words.length, 64), words, told: [] };
    });
    const count = this.#rows.length;
    [this.#vector, this.#vectors] = [new Float64Array(count), new KeyTable(count, 64)];
    [this.#telling, this.#tellings] = [new Float64Array(count + 1), new KeyTable(count + 1, 64)];
  }

  /** The number of what a fact world comes to. */
  summary({ fact, actor, fates, free }: Finished): number {
    this.#telling[0] = actor;
    const told = this.#rows.map((row, i) => {
      const released = free[i] === true;
      const number = toldNumber(row, fates, released);
      this.#telling[i + 1] = number;
      return (row.told[number] ??= this.#toldOf(i, { fact, fates, released }));
    });
    const telling = this.#tellings.numberOfWords(this.#telling, 0);
    return (this.#ofTelling[telling] ??= this.#summed(told, fact().world.actor));
  }

  /** The number of what all of these, summaries or such joined, come to together. */
  joined(numbers: readonly number[]): number {
    const [first = -1, ...others] = numbers;
    if (others.length === 0 && first >= 0) return first;
    this.#joins.start();
    for (const number of numbers) this.#joins.add(number);
    return this.#joins.end();
  }

  /** What is decided of a situation whose fact worlds come to that together: the same object for the same decision. */
  decision(joined: number): Decision {
    const { keys, bits } = this.#joins.all[joined] ?? NOTHING;
    return this.#store.marks.decision(bits, keys === VARIED);
  }

  #toldOf(row: number, { fact, fates, released }: Telling): Told {
    const { model, world } = fact();
    const text = textRows(model)[row];
    if (text === undefined) throw new RangeError(`the text has no row ${row}`);
    const rules = this.#rows[row]?.rules ?? [];
    const kept = this.#keptOf(model, row, text);
    const key = `${released} ${rules.map((rule) => this.#fates.words(fates[rule] ?? 0)).join("|")}`;
    const known = kept.get(key) ?? this.#toldBy(model, text, { fact: world, released });
    kept.set(key, known);
    return known;
  }

  /** What such a row said in whatever reading, by the state of the text that the fact world was made in. */
  #keptOf(model: ReadingModel, row: number, { edges }: TextRow): Map<string, Told> {
    const rows = this.#kept.get(model) ?? [];
    this.#kept.set(model, rows);
    const said = undatedOf(model).words;
    const rules = this.#rows[row]?.rules ?? [];
    const world = () => [
      this.#fates.namesEdges,
      answersKey(edges),
      ...rules.map((rule) => said[rule]),
    ];
    return (rows[row] ??= keptOfWorld(this.#store, JSON.stringify(world())));
  }

  #summed(told: readonly Told[], actor: string): number {
    const bits: number[] = [];
    const [first] = told;
    let [differs, violates] = [false, false];
    told.forEach((one, row) => {
      this.#vector[row] = one.key;
      differs ||= one.open || one.key !== first?.key;
      violates ||= one.violates;
      addBits(bits, one.bits);
    });
    if (differs) setBit(bits, this.#store.marks.number({ kind: "text" }));
    if (violates) setBit(bits, this.#store.marks.number({ kind: "actor", actor }));
    return this.#joins.number(this.#vectors.numberOfWords(this.#vector, 0), bits);
  }

  #toldBy(
    { context }: ReadingModel,
    { world: { rules }, edges }: TextRow,
    { fact, released }: { readonly fact: FactWorld; readonly released: boolean },
  ): Told {
    const outcome = outcomeOf({ context, rules, edges, fact, released });
    const isAsked = asksGround(rules);
    const { marks, keys } = this.#store;
    const bits: number[] = [];
    outcome.cells.forEach(({ value, reason, clauses }, i) => {
      setBit(bits, marks.number({ kind: "value", value }));
      if (reason !== null) setBit(bits, marks.number({ kind: "reason", reason }));
      for (const clause of clauses) setBit(bits, marks.number({ kind: "clause", value, clause }));
      if (value !== "violation" || !isAsked) return;
      const answers = assignment(outcome.edges, edges, i);
      const ground = groundOf({ context, rules, fact, edges: answers, clauses });
      setBit(bits, marks.number({ kind: "ground", ground }));
    });
    const { key, hangsOn, cells } = outcome;
    return {
      key: keys.number(key, () => null),
      open: hangsOn.length > 0,
      violates: cells.some(({ value }) => value === "violation"),
      bits,
    };
  }
}

const NOTHING = { keys: 0, bits: [] };

/** Equal where the row says the same. */
function toldNumber(
  { rules, table, words }: ToldRow,
  fates: Float64Array,
  released: boolean,
): number {
  words[0] = released ? 1 : 0;
  for (let i = 0; i < rules.length; i++) words[i + 1] = fates[rules[i] ?? 0] ?? 0;
  return table.numberOfWords(words, 0);
}
