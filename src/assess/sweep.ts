// The verdict of a situation from as few cells as it takes (ASSESS, "Sweep"). No meaning of its own: it leaves out columns of the
// judge's matrix that are there already, and a property test holds the two equal.
import { distinctFacts } from "./columns.ts";
import { columnsOf, decisionOf, filledIn } from "./judge.ts";
import type { Columns, Decision } from "./judge.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Situation } from "./situation.ts";

/** What the judge decides of a situation. `incident` is left out of the breaches that may free its own actor. */
export function sweep(model: ReadingModel, situation: Situation, incident: string): Decision {
  const columns = columnsOf(model, situation, incident);
  const matrix = columns === null ? null : filledIn(model, distinctColumns(model, columns));
  return decisionOf(model, situation, matrix);
}

/** Columns differ by who acted, by the worlds in which that actor is free, and by where the rules fail. */
function distinctColumns(model: ReadingModel, { facts, released }: Columns): Columns {
  const kept = distinctFacts(model, facts, ({ actor }, column) => {
    const free = released.map((row) => (row[column] === true ? 1 : 0));
    return `${actor} ${free.join("")}`;
  });
  const keep = <T>(row: readonly T[]): readonly T[] =>
    kept.flatMap((column) => row.slice(column, column + 1));
  return { facts: keep(facts), released: released.map(keep) };
}
