// What fact worlds come to, as marks that one of them suffices to set: a value, a reason, a clause, an actor, a ground. A decision is the
// marks of all of them together, and whether they differ. A hot file; its plain twin is `decisionOf` of the judge.
import { compareText } from "../../model/problem.ts";
import type { Decision } from "../judge.ts";
import { groundOf, asksGround } from "../ground.ts";
import { assignment, outcomeOf } from "../outcome.ts";
import type { FactWorld } from "../fact-world.ts";
import type { ReadingModel } from "../reading-model.ts";
import { textRows } from "../text-rows.ts";
import type { TextRow } from "../text-rows.ts";
import { rulesOf } from "../undated.ts";
import { GROUNDS, REASONS } from "../verdict.ts";
import type { Cause, Ground, Reason, VerdictKind } from "../verdict.ts";
import { Joins, VARIED } from "./joins.ts";
import { KeyTable } from "./key-table.ts";
import { Numbered } from "./numbered.ts";

/** What one text world says of some fact worlds that its rules do not tell apart. */
interface Told {
  /** Equal for equal functions of the open edges, see `Outcome`. */
  readonly key: string;
  readonly open: boolean;
  readonly violates: boolean;
  /** Numbers of marks. */
  readonly marks: readonly number[];
}

/** A fact world whose every fact is known. */
interface Finished {
  readonly fact: FactWorld;
  /** What is left of every rule: equal numbers where nothing tells it apart. */
  readonly fates: Float64Array;
  /** In which rows of the matrix the actor is free. */
  readonly free: readonly boolean[];
}

type Mark =
  | { readonly kind: "value"; readonly value: Exclude<VerdictKind, "undetermined"> }
  | { readonly kind: "reason"; readonly reason: Reason }
  | { readonly kind: "clause"; readonly value: VerdictKind; readonly clause: string }
  | { readonly kind: "actor"; readonly actor: string }
  | { readonly kind: "ground"; readonly ground: Ground }
  /** Text worlds differ of one fact world, or an open edge matters. */
  | { readonly kind: "text" };

/** A row of the matrix, and what it said before. */
interface ToldRow {
  readonly text: TextRow;
  /** Numbers of its rules. */
  readonly rules: readonly number[];
  /** By who is free and what is left of its rules. */
  readonly table: KeyTable;
  readonly words: Float64Array;
  readonly told: Told[];
}

export class ToldWorlds {
  readonly #model: ReadingModel;
  readonly #rows: readonly ToldRow[];
  readonly #marks = new Numbered<Mark>();
  readonly #vectors = new Numbered<null>();
  /** Who acts and what each row says, as numbers -> what that comes to. */
  readonly #tellings: KeyTable;
  readonly #asked: Float64Array;
  readonly #ofTelling: number[] = [];
  readonly #joins = new Joins();
  readonly #decisions = new Map<string, Decision>();

  constructor(model: ReadingModel) {
    const all = new Map(rulesOf(model).map((rule, i) => [rule, i]));
    this.#model = model;
    this.#rows = textRows(model).map((text): ToldRow => {
      const rules = text.world.rules.map((rule) => all.get(rule) ?? 0);
      const words = new Float64Array(rules.length + 1);
      return { text, rules, table: new KeyTable(words.length, 64), words, told: [] };
    });
    this.#asked = new Float64Array(this.#rows.length + 1);
    this.#tellings = new KeyTable(this.#asked.length, 64);
  }

  /** The number of what a fact world comes to. */
  summary(finished: Finished): number {
    const numbers = this.#rows.map((row, i) => toldNumber(row, finished, i));
    const told = this.#rows.map(
      (row, i) =>
        (row.told[numbers[i] ?? 0] ??= this.#toldBy(
          row.text,
          finished.fact,
          finished.free[i] === true,
        )),
    );
    this.#asked.set(numbers, 1);
    this.#asked[0] = this.#number({ kind: "actor", actor: finished.fact.actor });
    const telling = this.#tellings.numberOfWords(this.#asked, 0);
    return (this.#ofTelling[telling] ??= this.#summed(told, finished.fact));
  }

  #summed(told: readonly Told[], { actor }: FactWorld): number {
    const keys = this.#vectors.number(told.map(({ key }) => key).join(), () => null);
    const marks = new Set(told.flatMap((one) => one.marks));
    const [first] = told;
    if (told.some(({ key, open }) => open || key !== first?.key))
      marks.add(this.#number({ kind: "text" }));
    if (told.some(({ violates }) => violates)) marks.add(this.#number({ kind: "actor", actor }));
    return this.#joins.number(keys, wordsOf(marks));
  }

  /** The number of what two of them, or what two such joined, come to together; below zero is nothing. */
  join(a: number, b: number): number {
    return this.#joins.join(a, b);
  }

  #toldBy({ world: { rules }, edges }: TextRow, fact: FactWorld, released: boolean): Told {
    const { context } = this.#model;
    const outcome = outcomeOf({ context, rules, edges, fact, released });
    const isAsked = asksGround(rules);
    const marks = new Set<number>();
    outcome.cells.forEach(({ value, reason, clauses }, i) => {
      marks.add(this.#number({ kind: "value", value }));
      if (reason !== null) marks.add(this.#number({ kind: "reason", reason }));
      for (const clause of clauses) marks.add(this.#number({ kind: "clause", value, clause }));
      if (value !== "violation" || !isAsked) return;
      const answers = assignment(outcome.edges, edges, i);
      const ground = groundOf({ context, rules, fact, edges: answers, clauses });
      marks.add(this.#number({ kind: "ground", ground }));
    });
    const { key, hangsOn, cells } = outcome;
    const open = hangsOn.length > 0;
    const violates = cells.some(({ value }) => value === "violation");
    return { key, open, violates, marks: [...marks] };
  }

  /** What is decided of a situation whose fact worlds come to that together; equal marks are decided once. */
  decision(joined: number): Decision {
    const { keys, words } = this.#joins.all[joined] ?? NOTHING;
    const varies = keys === VARIED;
    const key = `${varies ? "varies" : "same"} ${words.join()}`;
    const known = this.#decisions.get(key) ?? this.#decided(words, varies);
    this.#decisions.set(key, known);
    return known;
  }

  #number(mark: Mark): number {
    return this.#marks.number(Object.values(mark).join(" "), () => mark);
  }

  #decided(words: readonly number[], factsVary: boolean): Decision {
    const marks = this.#marks.all.filter((_, i) => ((words[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0);
    const of = <K extends Mark["kind"]>(kind: K) =>
      marks.filter((mark): mark is Extract<Mark, { readonly kind: K }> => mark.kind === kind);
    const values = new Set(of("value").map(({ value }) => value));
    const maybe = values.has("violation");
    const [only = "conflict", ...others] = values;
    const verdict = others.length === 0 ? only : "undetermined";
    const deciding = verdict !== "undetermined" ? verdict : maybe ? "violation" : "conflict";
    const clauses = of("clause").filter(({ value }) => value === deciding);
    const grounds = new Set(of("ground").map(({ ground }) => ground));
    return {
      verdict,
      reasons: REASONS.filter((reason) =>
        of("reason").some((one) => one.reason === reason),
      ).toSorted(compareText),
      cause: verdict === "undetermined" ? causeOf(factsVary, of("text").length > 0) : null,
      clauses: clauses.map(({ clause }) => clause).sort(compareText),
      maybe,
      maybeBy: maybe
        ? of("actor")
            .map(({ actor }) => actor)
            .sort(compareText)
        : [],
      limit: null,
      ...(grounds.size === 0 ? {} : { grounds: GROUNDS.filter((ground) => grounds.has(ground)) }),
    };
  }
}

const NOTHING = { keys: 0, words: [] };

/** Equal where the row says the same: whether the actor is free and what is left of its rules. */
function toldNumber({ rules, table, words }: ToldRow, { fates, free }: Finished, row: number) {
  words[0] = free[row] === true ? 1 : 0;
  for (let i = 0; i < rules.length; i++) words[i + 1] = fates[rules[i] ?? 0] ?? 0;
  return table.numberOfWords(words, 0);
}

function wordsOf(marks: Iterable<number>): readonly number[] {
  const words: number[] = [];
  for (const mark of marks) {
    while (words.length <= mark >>> 5) words.push(0);
    words[mark >>> 5] = (words[mark >>> 5] ?? 0) | (1 << (mark & 31));
  }
  return words;
}

function causeOf(factsVary: boolean, textVaries: boolean): Cause {
  if (factsVary && textVaries) return "both";
  return factsVary ? "facts" : "text";
}
