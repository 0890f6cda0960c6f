// Marks that one fact world suffices to set: a value, a reason, a clause, an actor, a ground, that texts differ. A decision is what all
// of them say together. A hot file; its plain twin is `decisionOf` of the judge.
import { compareText } from "../../model/problem.ts";
import type { CellValue } from "../cell.ts";
import type { Decision } from "../judge.ts";
import { GROUNDS, REASONS } from "../verdict.ts";
import type { Cause, Ground, Reason } from "../verdict.ts";
import { Numbered } from "./numbered.ts";

export type Mark =
  | { readonly kind: "value"; readonly value: CellValue }
  /** Text worlds differ of one fact world, or an open edge matters. */
  | { readonly kind: "text" }
  | { readonly kind: "reason"; readonly reason: Reason }
  | { readonly kind: "clause"; readonly value: CellValue; readonly clause: string }
  | { readonly kind: "actor"; readonly actor: string }
  | { readonly kind: "ground"; readonly ground: Ground };

/** Bits by number of the mark, 32 a word; the last word is not zero. */
export type MarkBits = readonly number[];

const VALUES: readonly CellValue[] = ["violation", "not-covered", "conflict"];

export class Marks {
  readonly #marks = new Numbered<Mark>();
  readonly #text: number;
  /** By the value that decides: bits that are told beside the verdict. */
  readonly #masks = new Map<CellValue, number[]>();
  readonly #decisions = new Map<string, Decision>();

  constructor() {
    for (const value of VALUES) this.#masks.set(value, []);
    for (const value of VALUES) this.number({ kind: "value", value });
    this.#text = this.number({ kind: "text" });
  }

  number(mark: Mark): number {
    return this.#marks.number(Object.values(mark).join(" "), () => {
      const number = this.#marks.all.length;
      for (const [deciding, mask] of this.#masks) if (isTold(mark, deciding)) setBit(mask, number);
      return mark;
    });
  }

  /** What the marks say; the same object for the same decision. `factsVary`: of some fact worlds the text says something else. */
  decision(bits: MarkBits, factsVary: boolean): Decision {
    const values = VALUES.filter((_, number) => hasBit(bits, number));
    const maybe = values.includes("violation");
    const [only = "conflict", ...others] = values;
    const verdict = others.length === 0 ? only : "undetermined";
    const deciding = verdict !== "undetermined" ? verdict : maybe ? "violation" : "conflict";
    const textVaries = hasBit(bits, this.#text);
    const cause = verdict === "undetermined" ? causeOf(factsVary, textVaries) : null;
    const told = masked(bits, this.#masks.get(deciding) ?? []);
    const key = `${verdict} ${cause} ${maybe} ${told.join()}`;
    const known = this.#decisions.get(key) ?? this.#decided({ verdict, cause, maybe }, told);
    this.#decisions.set(key, known);
    return known;
  }

  #decided(
    { verdict, cause, maybe }: Pick<Decision, "verdict" | "cause" | "maybe">,
    told: MarkBits,
  ): Decision {
    const marks = this.#marks.all.filter((_, number) => hasBit(told, number));
    const of = <K extends Mark["kind"]>(kind: K) =>
      marks.filter((mark): mark is Extract<Mark, { readonly kind: K }> => mark.kind === kind);
    const reasons = new Set(of("reason").map(({ reason }) => reason));
    const grounds = new Set(of("ground").map(({ ground }) => ground));
    const clauses = of("clause").map(({ clause }) => clause);
    const actors = of("actor").map(({ actor }) => actor);
    return {
      verdict,
      reasons: REASONS.filter((reason) => reasons.has(reason)).toSorted(compareText),
      cause,
      clauses: clauses.sort(compareText),
      maybe,
      maybeBy: actors.sort(compareText),
      limit: null,
      ...(grounds.size === 0 ? {} : { grounds: GROUNDS.filter((ground) => grounds.has(ground)) }),
    };
  }
}

/** Actors and grounds are of violations only, which may be whatever is decided. */
function isTold(mark: Mark, deciding: CellValue): boolean {
  if (mark.kind === "clause") return mark.value === deciding;
  return mark.kind !== "value" && mark.kind !== "text";
}

function causeOf(factsVary: boolean, textVaries: boolean): Cause {
  if (factsVary && textVaries) return "both";
  return factsVary ? "facts" : "text";
}

export function setBit(bits: number[], number: number): void {
  const at = number >>> 5;
  while (bits.length <= at) bits.push(0);
  bits[at] = (bits[at] ?? 0) | (1 << (number & 31));
}

function hasBit(bits: MarkBits, number: number): boolean {
  return ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/** Sets all of `more` too. */
export function addBits(bits: number[], more: MarkBits): void {
  while (bits.length < more.length) bits.push(0);
  for (let i = 0; i < more.length; i++) bits[i] = (bits[i] ?? 0) | (more[i] ?? 0);
}

function masked(bits: MarkBits, mask: MarkBits): MarkBits {
  const told = bits.map((word, i) => word & (mask[i] ?? 0));
  while (told.at(-1) === 0) told.pop();
  return told;
}
