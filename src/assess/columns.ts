// Fact worlds that no rule of a reading tells apart, told apart no longer: one of each kind stands for all of them, so that the
// sweep fills in a few columns of the matrix where the judge fills in all.
import { collectEdges } from "./atoms.ts";
import { failureOf } from "./cell.ts";
import type { FactWorld } from "./fact-world.ts";
import { asksGround } from "./ground.ts";
import { assignment } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Rule } from "./text-world.ts";

/**
 * Positions of the first fact world of each kind, in order. Two are of one kind when `apart` gives both the same and every rule fails
 * in both at the same atom, whatever the answers to the open edges.
 */
export function distinctFacts(
  model: ReadingModel,
  facts: readonly FactWorld[],
  apart: (fact: FactWorld, index: number) => string,
): readonly number[] {
  const rules = rulesOf(model);
  // A ground hangs on more of the things hit than on where the rules fail. Of few, telling them apart costs more than it saves.
  if (facts.length < FEW || asksGround(rules)) return facts.map((_, index) => index);
  const first = new Map<string, number>();
  for (const [index, fact] of facts.entries()) {
    const key = `${apart(fact, index)} ${rules.map((rule) => failures(model, rule, fact)).join()}`;
    if (!first.has(key)) first.set(key, index);
  }
  return [...first.values()];
}

const FEW = 16;

/** Where a rule fails, once for each answer to the open edges that it asks. */
function failures({ context, edges }: ReadingModel, rule: Rule, fact: FactWorld): string {
  const asked = new Set<string>();
  collectEdges({ context, rule, fact }, asked);
  const open = [...asked].filter((edge) => !edges.has(edge)).sort();
  const failing = (row: number): string =>
    failureOf({ context, rule, fact, edges: assignment(open, edges, row) }) ?? "";
  if (open.length === 0) return failing(0);
  const rows = Array.from({ length: 1 << open.length }, (_, row) => failing(row));
  return `${open.join("&")}:${rows.join("/")}`;
}

/** Rules of all worlds; worlds share most of them. */
function rulesOf({ worlds }: ReadingModel): readonly Rule[] {
  const known = RULES.get(worlds) ?? [...new Set(worlds.flatMap(({ rules }) => rules))];
  RULES.set(worlds, known);
  return known;
}

const RULES = new WeakMap<ReadingModel["worlds"], readonly Rule[]>();
