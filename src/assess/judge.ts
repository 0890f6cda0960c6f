// The judge: enumerates text worlds and fact worlds and so defines what a verdict means (TERMS 2.9). It stays untuned; every
// faster path must equal it.
import { compareText } from "../model/problem.ts";
import type { Interval } from "../model/instant.ts";
import type { Cell } from "./cell.ts";
import type { BreachTimes } from "./context.ts";
import { factWorlds } from "./fact-world.ts";
import type { FactWorld } from "./fact-world.ts";
import { asksGround, groundOf } from "./ground.ts";
import { assignment, outcomeOf } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import { releaseAt, releaseCuts } from "./release.ts";
import type { Situation } from "./situation.ts";
import { standingOf } from "./standing.ts";
import { textRows } from "./text-rows.ts";
import type { TextRow } from "./text-rows.ts";
import { GROUNDS } from "./verdict.ts";
import type { Cause, Ground, Reason, Verdict, VerdictKind } from "./verdict.ts";

/** M[text world][fact world]; rows and columns in enumeration order. */
export interface Matrix {
  readonly rows: readonly TextRow[];
  readonly facts: readonly FactWorld[];
  /** Whether the actor of that fact world is free in that row. */
  readonly released: readonly (readonly boolean[])[];
  /** `outcomes[row][fact]`. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/** The verdict of a situation under a reading. `incident` is left out of the breaches that may free its own actor. */
export function judge(model: ReadingModel, situation: Situation, incident: string): Verdict {
  return verdictOfMatrix(model, situation, matrixOf(model, situation, incident));
}

/** The verdict that a situation's own matrix gives; null stands for one over the limit. */
export function verdictOfMatrix(
  model: ReadingModel,
  situation: Situation,
  matrix: Matrix | null,
): Verdict {
  return { ...decisionOf(model, situation, matrix), standing: standingOf(model, situation) };
}

/** A verdict without its standing, which hangs on the day and not on the text's words. */
export type Decision = Omit<Verdict, "standing">;

/** What a matrix says; null stands for one over the limit. */
export function decisionOf(
  model: ReadingModel,
  { actors }: Pick<Situation, "actors">,
  matrix: Matrix | null,
): Decision {
  if (matrix !== null) {
    const grounds = groundsOf(model, matrix);
    return { ...readMatrix(matrix), limit: null, ...(grounds.length === 0 ? {} : { grounds }) };
  }
  return {
    verdict: "undetermined",
    reasons: [],
    cause: "both",
    clauses: [],
    maybe: true,
    maybeBy: actors,
    limit: "too many combinations",
  };
}

/** Only where a rule can be met otherwise than by a reported kind. */
function groundsOf({ context }: ReadingModel, matrix: Matrix): readonly Ground[] {
  const found = new Set<Ground>();
  for (const [row, { world, edges }] of matrix.rows.entries()) {
    const { rules } = world;
    if (!asksGround(rules)) continue;
    for (const [column, fact] of matrix.facts.entries()) {
      const outcome = matrix.outcomes[row]?.[column];
      outcome?.cells.forEach((cell, index) => {
        if (cell.value !== "violation") return;
        const answers = assignment(outcome.edges, edges, index);
        found.add(groundOf({ context, rules, fact, edges: answers, clauses: cell.clauses }));
      });
    }
  }
  return GROUNDS.filter((ground) => found.has(ground));
}

/** Rows and columns of a situation's matrix, and where the actor is free. Null over the limit of TERMS 10. */
export type Columns = Pick<Matrix, "rows" | "facts" | "released">;

export function columnsOf(
  model: ReadingModel,
  situation: Situation,
  incident: string,
): Columns | null {
  const rows = textRows(model);
  const cuts = [...model.frame.cuts, ...rows.flatMap(({ times }) => releaseCuts(times, incident))];
  const facts = factWorlds(situation, {
    cuts: [...new Set(cuts)].sort((a, b) => a - b),
    breachOpen: (cell, actor) =>
      rows.some(({ times }) => stateOf(times, incident, { cell, actor }) === "open"),
    ages: model.frame.ages,
  });
  if (facts === null) return null;
  return {
    rows,
    facts,
    released: rows.map(({ times }) => facts.map((fact) => isReleased(times, incident, fact))),
  };
}

/** Every cell of a situation under a reading; null when there are more than the limit of TERMS 10. */
export function matrixOf(
  model: ReadingModel,
  situation: Situation,
  incident: string,
): Matrix | null {
  const { context } = model;
  const columns = columnsOf(model, situation, incident);
  if (columns === null) return null;
  const outcomes = columns.rows.map(({ world: { rules }, edges }, row) =>
    columns.facts.map((fact, column) =>
      outcomeOf({
        context,
        rules,
        fact,
        edges,
        released: columns.released[row]?.[column] ?? false,
      }),
    ),
  );
  return { ...columns, outcomes };
}

function isReleased(times: BreachTimes, incident: string, fact: FactWorld): boolean {
  const state = stateOf(times, incident, fact);
  return state === "free" || (state === "open" && fact.breached);
}

/** Cells are cut at every release, so their first instant stands for all of them. */
export function stateOf(
  times: BreachTimes,
  incident: string,
  { cell, actor }: { readonly cell: Interval; readonly actor: string },
): "free" | "bound" | "open" {
  return times.size === 0 ? "bound" : releaseAt(times, incident, { actor, at: cell.from });
}

/** Reads a matrix: one value throughout, or undetermined with the cause that makes rows or columns vary. */
function readMatrix(matrix: Matrix): Omit<Decision, "limit"> {
  const outcomes = distinctOutcomes(matrix);
  const cells = new Set([...outcomes].flatMap((outcome) => outcome.cells));
  const values = new Set([...cells].map(({ value }) => value));
  const maybe = values.has("violation");
  const maybeBy = maybe ? violators(matrix) : [];
  const [only] = values;
  const reasons = sorted([...cells].flatMap(({ reason }) => (reason === null ? [] : [reason])));
  if (values.size === 1 && only !== undefined) {
    const clauses = clausesOf(cells, only);
    return { verdict: only, reasons, cause: null, clauses, maybe, maybeBy };
  }
  const clauses = clausesOf(cells, maybe ? "violation" : "conflict");
  return { verdict: "undetermined", reasons, cause: causeOf(matrix), clauses, maybe, maybeBy };
}

/** Neighbours are mostly the same object, so they are skipped before the set is asked. */
function distinctOutcomes({ outcomes }: Matrix): ReadonlySet<Outcome> {
  const distinct = new Set<Outcome>();
  let last: Outcome | null = null;
  for (const row of outcomes) {
    for (const outcome of row) {
      if (outcome !== last) distinct.add(outcome);
      last = outcome;
    }
  }
  return distinct;
}

function violators({ outcomes, facts }: Matrix): readonly string[] {
  const violated = (outcome: Outcome | undefined): boolean =>
    outcome?.cells.some(({ value }) => value === "violation") === true;
  return sorted(
    facts
      .filter((_, column) => outcomes.some((row) => violated(row[column])))
      .map(({ actor }) => actor),
  );
}

function causeOf({ outcomes, facts }: Matrix): Cause {
  const factsVary = outcomes.some((row) => new Set(row.map(({ key }) => key)).size > 1);
  const textVaries = facts.some((_, column) => {
    const keys = outcomes.map((row) => row[column]);
    return (
      keys.some((outcome) => outcome !== undefined && outcome.hangsOn.length > 0) ||
      new Set(keys.map((o) => o?.key)).size > 1
    );
  });
  if (factsVary && textVaries) return "both";
  return factsVary ? "facts" : "text";
}

function clausesOf(
  cells: ReadonlySet<Cell>,
  value: Exclude<VerdictKind, "undetermined">,
): readonly string[] {
  return sorted([...cells].filter((cell) => cell.value === value).flatMap((cell) => cell.clauses));
}

function sorted<T extends string | Reason>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort(compareText);
}
