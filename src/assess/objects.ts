// Protected objects hit, as bounds. A record lists what was hit, incident by incident; it does not number objects. So two listed
// things are surely two objects only where nothing lets them be one: listed side by side, of kinds that exclude each other, or at
// places that lie apart. Everything else may be the same object hit again, or another one.
import { leastMeters } from "../geo/distance.ts";
import { relate } from "../geo/relation.ts";
import type { Bounds } from "../model/count.ts";
import type { FactRow, Facts, Incident, Thing } from "../model/incident.ts";
import type { Extent } from "../model/place.ts";
import { compareText } from "../model/problem.ts";
import { internedVerdict } from "./intern.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Judged } from "./totals.ts";
import type { Verdict } from "./verdict.ts";

/** A thing that surely is protected and was hit, at its place. */
interface Hit {
  readonly incident: string;
  readonly leaves: ReadonlySet<string>;
  readonly place: Extent;
}

/**
 * An object is a thing at a place that the reading protects; several houses listed as one thing are one. At least: things of sure
 * violations that cannot be one and the same, found one after the other and so a lower bound. At most: every thing that may be
 * protected in what may be a violation, each for itself. Cost: square in the sure violations.
 */
export function objectsHit(model: ReadingModel, judged: readonly Judged[]): Bounds {
  const hits: Hit[] = [];
  let atMost = 0;
  for (const { incident, verdict } of judged) {
    if (incident.aggregate || !verdict.maybe) continue;
    const things = thingVerdicts(model, { incident, verdict });
    atMost += Math.max(1, things.filter(({ verdict: one }) => one.maybe).length);
    if (verdict.verdict === "violation") hits.push(...surelyHit(model, incident, things));
  }
  return { atLeast: surelyDifferent(hits), atMost };
}

interface ThingVerdict {
  readonly thing: Thing;
  readonly verdict: Verdict;
}

/** The verdict there would be if each thing had been hit alone. */
function thingVerdicts(
  model: ReadingModel,
  { incident, verdict }: Judged,
): readonly ThingVerdict[] {
  const { things } = incident.facts;
  return things.map((thing, i) => {
    if (things.length === 1) return { thing, verdict };
    return {
      thing,
      verdict: internedVerdict(model, { ...incident, facts: alone(incident.facts, i) }),
    };
  });
}

/** The facts with one of the things alone; a joint row without it is left without any. */
function alone({ joint, ...facts }: Facts, index: number): Facts {
  const only = (row: FactRow): FactRow => ({ ...row, things: row.things.slice(index, index + 1) });
  return { ...only(facts), ...(joint === undefined ? {} : { joint: joint.map(only) }) };
}

/** The things that suffice by themselves; where only all of them together do, one that may be any of them. */
function surelyHit(
  { context }: ReadingModel,
  { id, facts }: Incident,
  things: readonly ThingVerdict[],
): readonly Hit[] {
  const leavesOf = (some: readonly Thing[]) =>
    new Set(
      some.flatMap(({ kinds }) => kinds.flatMap(({ value }) => context.kinds.leavesOf(value))),
    );
  const hit = (some: readonly Thing[]): Hit => ({
    incident: id,
    leaves: leavesOf(some),
    place: facts.target,
  });
  const sure = things.filter(({ verdict }) => verdict.verdict === "violation");
  if (sure.length === 0) return [hit(things.map(({ thing }) => thing))];
  return sure.map(({ thing }) => hit([thing]));
}

/** Takes hits from the best placed to the worst, and keeps each that differs from all kept before. */
function surelyDifferent(hits: readonly Hit[]): number {
  const sorted = [...hits].sort(
    (a, b) => reachOf(a.place) - reachOf(b.place) || compareText(a.incident, b.incident),
  );
  const kept: Hit[] = [];
  for (const hit of sorted) {
    if (kept.every((other) => isOther(hit, other))) kept.push(hit);
  }
  return kept.length;
}

function reachOf(place: Extent): number {
  return place.kind === "disc" ? place.radiusMeters : Infinity;
}

function isOther(a: Hit, b: Hit): boolean {
  if (a.incident === b.incident) return true;
  return ![...a.leaves].some((leaf) => b.leaves.has(leaf)) || liesApart(a.place, b.place);
}

function liesApart(a: Extent, b: Extent): boolean {
  if (a.kind === "unknown" || b.kind === "unknown") return false;
  if (a.kind === "disc" && b.kind === "disc") {
    return leastMeters(a.center, b.center) > a.radiusMeters + b.radiusMeters;
  }
  return b.kind === "area" ? relate(a, b) === "outside" : liesApart(b, a);
}
