// Fact worlds that no rule of a reading tells apart, told apart no longer: one of each kind stands for all of them, and what a text
// world says of it is looked up by where its rules fail. A hot file; its plain twin is the judge's matrix.
import { collectEdges, failingTime } from "./atoms.ts";
import { failureOf } from "./cell.ts";
import type { FactWorld } from "./fact-world.ts";
import { asksGround, groundKey } from "./ground.ts";
import { assignment, outcomeOf } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Rule } from "./rule.ts";
import type { TextWorld } from "./text-world.ts";
import { keptFor, rulesOf, undatedOf, undatedWorld } from "./undated.ts";
import type { Undated } from "./undated.ts";

/** A fact world of a reading. */
export interface Column {
  readonly fact: FactWorld;
  /** Where each rule fails in it, for every answer to the open edges, and on what a violation would rest; null: not worked out. */
  readonly failures: Failures | null;
}

export interface Failures {
  /** Equal for columns in which every rule fails alike and is met on the same ground. */
  readonly key: string;
  /** By number of the rule. */
  readonly of: readonly string[];
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
    const kind = `${apart(fact)} ${failures.key}`;
    if (!kinds.has(kind)) kinds.set(kind, { fact, failures });
  }
  return [...kinds.values()];
}

/** See `Column`; of equal key for fact worlds of which every text world of the reading says the same, and of their ground. */
function failuresIn(model: ReadingModel, fact: FactWorld): Failures {
  const { context } = model;
  const rules = rulesOf(model);
  const of = failuresOfAll(model, fact);
  const met = rules.filter((_, i) => mayHold(of[i] ?? ""));
  const ground = groundKey({ context, rules, fact }, met);
  return { key: ground === "" ? of.join() : `${of.join()} ${ground}`, of };
}

/** Rules that say the same apart from times fail alike where their times do. */
function failuresOfAll(model: ReadingModel, fact: FactWorld): readonly string[] {
  const { alike } = undatedOf(model);
  const known = new Map<string, string>();
  return rulesOf(model).map((rule, i) => {
    const key = `${alike[i] ?? i} ${failingTime({ rule, fact }) ?? ""}`;
    const failures = known.get(key) ?? failuresOf(model, rule, fact);
    known.set(key, failures);
    return failures;
  });
}

/** Whether the rule holds for some answer to the open edges. */
function mayHold(failures: string): boolean {
  const [, rows] = failures.split(":");
  return rows === undefined ? failures === "" : rows.split("/").includes("");
}

/** What a text world says of a column: the same for all in which each of its rules fails alike. */
export function outcomeIn(
  model: ReadingModel,
  world: TextWorld,
  { column: { fact, failures }, released }: { readonly column: Column; readonly released: boolean },
): Outcome {
  const { context, edges } = model;
  const asking = { context, rules: world.rules, fact, edges, released };
  if (failures === null) return outcomeOf(asking);
  const { place, number, rules } = undatedWorld(model, world);
  // A ground may hang on edges that only other rules ask: there nothing is shared between worlds.
  const own = asksGround(world.rules)
    ? `at ${place} ${failures.key}`
    : `${number} ${rules.map((rule) => failures.of[rule]).join()}`;
  const known = keptFor(OUTCOMES, model);
  const key = released ? `released ${own}` : own;
  const outcome = known.get(key) ?? outcomeOf(asking);
  known.set(key, outcome);
  return outcome;
}

const OUTCOMES = new WeakMap<Undated, Map<string, Outcome>>();

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
