// Each distinct situation judged once (ASSESS, "Two stages"): incidents that a reading cannot tell apart share a verdict.
// A look-up with no meaning of its own: whatever `judge` says is right, and a property test holds the two equal.
import type { Interval, Instant } from "../model/instant.ts";
import type { Incident } from "../model/incident.ts";
import { decide, judge } from "./judge.ts";
import type { Decision } from "./judge.ts";
import type { ReadingModel } from "./reading-model.ts";
import { situate } from "./situation.ts";
import type { Situation } from "./situation.ts";
import { standingOf } from "./standing.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict of an incident, taken from `known` when its situation was judged before. */
export function internedVerdict(
  model: ReadingModel,
  incident: Incident,
  known: Map<string, Decision>,
): Verdict {
  const situation = situate(model, incident.facts);
  if (mayRelease(model)) return judge(model, situation, incident.id);
  const key = situationKey(model, situation);
  const decision = known.get(key) ?? decide(model, situation, incident.id);
  known.set(key, decision);
  return { ...decision, standing: standingOf(model, situation) };
}

/** With release on breach a verdict hangs on the incidents before it, not on its situation alone. */
function mayRelease({ worlds }: ReadingModel): boolean {
  return worlds.some(({ rules }) => rules.some(({ release }) => release.kind !== "none"));
}

/**
 * Equal for situations that no rule of the reading tells apart. Time counts by the cut points it lies between; of several things
 * only which classes they may be of, in any order.
 */
function situationKey({ frame }: ReadingModel, situation: Situation): string {
  const { actors, acts, means, zones, apart, flags } = situation;
  const things = situation.things.map((options) =>
    options
      .map(({ group }) => group)
      .sort((a, b) => a - b)
      .join(),
  );
  const time = cellRange(situation.time, frame.cuts);
  return JSON.stringify([time, actors, acts, means, things.sort(), zones, apart, flags]);
}

/** How many cut points have passed at the start, and how many by the end. */
export function cellRange(
  { from, until }: Interval,
  cuts: readonly Instant[],
): readonly [number, number] {
  const last = Math.max(until, from + 1);
  return [cuts.filter((cut) => cut <= from).length, cuts.filter((cut) => cut < last).length];
}
