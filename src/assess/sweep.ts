// The verdict of a situation from as few cells as it takes (ASSESS, "Sweep"). No meaning of its own: it leaves out columns of the
// judge's matrix that are there already, and a property test holds the two equal.
import { distinctColumns, outcomeIn } from "./columns.ts";
import type { FactWorld } from "./fact-world.ts";
import { columnsOf, decisionOf } from "./judge.ts";
import type { Columns, Decision, Matrix } from "./judge.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Situation } from "./situation.ts";

/** What the judge decides of a situation. `incident` is left out of the breaches that may free its own actor. */
export function sweep(model: ReadingModel, situation: Situation, incident: string): Decision {
  const columns = columnsOf(model, situation, incident);
  return decisionOf(model, situation, columns === null ? null : smallMatrix(model, columns));
}

/** Columns differ by who acted, by the worlds in which that actor is free, and by where the rules fail. */
function smallMatrix(model: ReadingModel, { facts, released }: Columns): Matrix {
  const { worlds } = model;
  const freeIn = new Map(
    facts.map((fact, index) => [fact, released.map((row) => row[index] === true)]),
  );
  const kept = distinctColumns(
    model,
    facts,
    (fact) => `${fact.actor} ${freeIn.get(fact)?.map(Number).join("") ?? ""}`,
  );
  const isFree = (row: number, fact: FactWorld): boolean => freeIn.get(fact)?.[row] === true;
  return {
    worlds,
    facts: kept.map(({ fact }) => fact),
    released: worlds.map((_, row) => kept.map(({ fact }) => isFree(row, fact))),
    outcomes: worlds.map((world, row) =>
      kept.map((column) => outcomeIn(model, world, { column, released: isFree(row, column.fact) })),
    ),
  };
}
