// Fact worlds that no rule of a reading tells apart, told apart no longer: one of each kind stands for all of them, and what a text
// world says of it is looked up by where its rules fail. A hot file; its plain twin is the judge's matrix.
import { collectEdges } from "./atoms.ts";
import { failureOf } from "./cell.ts";
import type { FactWorld } from "./fact-world.ts";
import { groundKey } from "./ground.ts";
import { assignment, outcomeOf } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import type { Rule } from "./rule.ts";
import type { TextWorld } from "./text-world.ts";

/** A fact world of a reading. */
export interface Column {
  readonly fact: FactWorld;
  /** Where each rule fails in it, for every answer to the open edges, and on what a violation would rest; null: not worked out. */
  readonly failures: string | null;
}

/**
 * The first fact world of each kind, in order. Two are of one kind when `apart` says the same of both and every rule fails in both at
 * the same atom and is met on the same ground, whatever the answers to the open edges.
 */
export function distinctColumns(
  model: ReadingModel,
  facts: readonly FactWorld[],
  apart: (fact: FactWorld) => string,
): readonly Column[] {
  const kinds = new Map<string, Column>();
  for (const fact of facts) {
    const failures = failuresIn(model, fact);
    const kind = `${apart(fact)} ${failures}`;
    if (!kinds.has(kind)) kinds.set(kind, { fact, failures });
  }
  return [...kinds.values()];
}

/** See `Column`; equal for fact worlds of which every text world of the reading says the same, and of their ground. */
function failuresIn(model: ReadingModel, fact: FactWorld): string {
  const { context } = model;
  const rules = rulesOf(model);
  const failures = rules.map((rule) => failuresOf(model, rule, fact));
  const met = rules.filter((_, i) => mayHold(failures[i] ?? ""));
  const ground = groundKey({ context, rules, fact }, met);
  return ground === "" ? failures.join() : `${failures.join()} ${ground}`;
}

/** Whether the rule holds for some answer to the open edges. */
function mayHold(failures: string): boolean {
  const [, rows] = failures.split(":");
  return rows === undefined ? failures === "" : rows.split("/").includes("");
}

/** What a text world says of a column: the same for all columns of the reading in which every rule fails alike. */
export function outcomeIn(
  { context, edges, frame }: ReadingModel,
  { rules }: TextWorld,
  { column: { fact, failures }, released }: { readonly column: Column; readonly released: boolean },
): Outcome {
  const asking = { context, rules, fact, edges, released };
  if (failures === null) return outcomeOf(asking);
  const known = outcomesOf(frame, rules);
  const key = released ? `released ${failures}` : failures;
  const outcome = known.get(key) ?? outcomeOf(asking);
  known.set(key, outcome);
  return outcome;
}

const OUTCOMES = new WeakMap<Frame, Map<readonly Rule[], Map<string, Outcome>>>();

function outcomesOf(frame: Frame, rules: readonly Rule[]): Map<string, Outcome> {
  const worlds = OUTCOMES.get(frame) ?? new Map<readonly Rule[], Map<string, Outcome>>();
  OUTCOMES.set(frame, worlds);
  const known = worlds.get(rules) ?? new Map<string, Outcome>();
  worlds.set(rules, known);
  return known;
}

/** Where a rule fails: once, or once for each answer to the open edges that it asks when they make a difference. */
function failuresOf({ context, edges }: ReadingModel, rule: Rule, fact: FactWorld): string {
  const least = failureOf({ context, rule, fact, edges });
  // An edge answered "in" only ever adds to what a list holds: what holds without it, or fails for another reason, stays so.
  if (least !== "act" && least !== "kind" && least !== "means") return least ?? "";
  const asked = new Set<string>();
  collectEdges({ context, rule, fact }, asked);
  const open = [...asked].filter((edge) => !edges.has(edge)).sort();
  if (open.length === 0) return least;
  const rows = Array.from(
    { length: 1 << open.length },
    (_, row) => failureOf({ context, rule, fact, edges: assignment(open, edges, row) }) ?? "",
  );
  return rows.every((failure) => failure === least) ? least : `${open.join("&")}:${rows.join("/")}`;
}

/** Rules of all worlds; worlds share most of them. */
export function rulesOf({ worlds }: ReadingModel): readonly Rule[] {
  const known = RULES.get(worlds) ?? [...new Set(worlds.flatMap(({ rules }) => rules))];
  RULES.set(worlds, known);
  return known;
}

const RULES = new WeakMap<ReadingModel["worlds"], readonly Rule[]>();
