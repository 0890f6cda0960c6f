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

/** What a fact world comes to in all text worlds. */
interface Summary {
  /** Equal where every text world says the same. */
  readonly keys: number;
  /** Bits of marks, 32 a word. */
  readonly words: readonly number[];
}

/** A fact world whose every fact is known. */
interface Finished {
  readonly fact: FactWorld;
  /** What is left of every rule: equal numbers where nothing tells it apart. */
  readonly fates: readonly number[];
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

export class ToldWorlds {
  readonly #model: ReadingModel;
  /** By row of the matrix: numbers of its rules, and what it said before. */
  readonly #rows: readonly {
    readonly text: TextRow;
    readonly rules: readonly number[];
    readonly told: Map<string, Told>;
  }[];
  readonly #marks = new Numbered<Mark>();
  readonly #vectors = new Numbered<null>();
  readonly #summaries = new Numbered<Summary>();
  readonly #decisions = new Map<string, Decision>();

  constructor(model: ReadingModel) {
    const all = rulesOf(model);
    this.#model = model;
    this.#rows = textRows(model).map((text) => {
      const rules = text.world.rules.map((rule) => all.indexOf(rule));
      return { text, rules, told: new Map<string, Told>() };
    });
  }

  /** The number of what a fact world comes to. */
  summary({ fact, fates, free }: Finished): number {
    const told = this.#rows.map(({ text, rules, told: known }, row) => {
      const released = free[row] === true;
      const key = `${released} ${rules.map((rule) => fates[rule]).join()}`;
      const found = known.get(key) ?? this.#toldBy(text, fact, released);
      known.set(key, found);
      return found;
    });
    const keys = this.#vectors.number(told.map(({ key }) => key).join(), () => null);
    const marks = new Set(told.flatMap((one) => one.marks));
    const [first] = told;
    if (told.some(({ key, open }) => open || key !== first?.key))
      marks.add(this.#number({ kind: "text" }));
    if (told.some(({ violates }) => violates))
      marks.add(this.#number({ kind: "actor", actor: fact.actor }));
    const words = wordsOf(marks);
    return this.#summaries.number(`${keys} ${words.join()}`, () => ({ keys, words }));
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

  /** What is decided of a situation that comes to all of these; equal marks are decided once. */
  decision(summaries: readonly number[]): Decision {
    const words: number[] = [];
    let first = -1;
    let varies = false;
    for (const number of summaries) {
      const summary = this.#summaries.all[number];
      if (summary === undefined) continue;
      if (first < 0) first = summary.keys;
      else if (summary.keys !== first) varies = true;
      for (let i = 0; i < summary.words.length; i++)
        words[i] = (words[i] ?? 0) | (summary.words[i] ?? 0);
    }
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
