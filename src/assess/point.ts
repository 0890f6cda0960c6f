// The matrix of a verdict spread out to single points, each with the value of every input: what conditioning (TERMS 3) works on.
import { formatInstant } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import type { CellValue } from "./cell.ts";
import type { FactWorld } from "./fact-world.ts";
import type { Matrix } from "./judge.ts";
import type { EdgeAnswers } from "./membership.ts";
import { assignment } from "./outcome.ts";
import type { Picks } from "./pick.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { ThingOption } from "./situation.ts";
import type { Rule } from "./rule.ts";

export interface Point {
  /** Input id -> its value here. Facts: `time`, `actor`, `act`, `means`, `thing:0`, `zone:...`; text: question and edge ids. */
  readonly values: ReadonlyMap<string, string>;
  readonly outcome: CellValue;
  readonly rules: readonly Rule[];
  readonly fact: FactWorld;
  readonly edges: EdgeAnswers;
  readonly released: boolean;
}

/** More points than this are not spread out; explanations then say so. */
export const MAX_POINTS = 60_000;

/** Every point of a matrix, or null when there are more than MAX_POINTS. */
export function pointsOf(model: ReadingModel, matrix: Matrix): readonly Point[] | null {
  const points: Point[] = [];
  for (const [row, { world, edges: rowEdges }] of matrix.rows.entries()) {
    const split = [...rowEdges.keys()].filter((edge) => !model.edges.has(edge));
    for (const [column, fact] of matrix.facts.entries()) {
      const outcome = matrix.outcomes[row]?.[column];
      if (outcome === undefined) continue;
      for (const [index, cell] of outcome.cells.entries()) {
        const edges = assignment(outcome.edges, rowEdges, index);
        const asked = [...split, ...outcome.edges];
        for (const picks of world.picks) {
          if (points.length >= MAX_POINTS) return null;
          const values = valuesOf({ picks, fact, asked, edges });
          const released = matrix.released[row]?.[column] ?? false;
          points.push({ values, outcome: cell.value, rules: world.rules, fact, edges, released });
        }
      }
    }
  }
  return points;
}

interface Coordinates {
  readonly picks: Picks;
  readonly fact: FactWorld;
  readonly asked: readonly string[];
  readonly edges: EdgeAnswers;
}

function valuesOf({ picks, fact, asked, edges }: Coordinates): ReadonlyMap<string, string> {
  const values = new Map<string, string>(picks);
  for (const edge of asked) values.set(edge, edges.get(edge) === true ? "in" : "out");
  values.set("time", cellName(fact));
  values.set("actor", fact.actor).set("act", fact.act).set("means", fact.means);
  fact.things.forEach((thing, i) => values.set(`thing:${i}`, thingName(thing)));
  for (const [zone, inside] of Object.entries(fact.zones))
    values.set(`zone:${zone}`, inside ? "inside" : "outside");
  for (const [flag, set] of Object.entries(fact.flags))
    values.set(`flag:${flag}`, set ? "yes" : "no");
  for (const [event, came] of Object.entries(fact.events))
    values.set(`event:${event}`, eventName(came));
  if (fact.row !== undefined) values.set("joint", `row ${fact.row + 1}`);
  values.set("breach", fact.breached ? "earlier breach" : "no earlier breach");
  return values;
}

/** `2025-03-24T12:00:00Z..2025-03-24T12:01:00Z`; open ends are left out. */
export function cellName({ cell }: Pick<FactWorld, "cell">): string {
  return `${instantName(cell.from)}..${instantName(cell.until)}`;
}

export function thingName(thing: ThingOption): string {
  const facets = Object.entries(thing.facets).map(([facet, value]) => `${facet}: ${value}`);
  return facets.length === 0 ? thing.leaf : `${thing.leaf} (${facets.join(", ")})`;
}

function eventName(came: Instant): string {
  if (came === Infinity) return "not yet";
  return Number.isFinite(came) ? `on ${formatInstant(came)}` : "long before";
}

function instantName(at: Instant): string {
  return Number.isFinite(at) ? formatInstant(at) : "";
}
