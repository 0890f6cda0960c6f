// Each distinct situation judged once (ASSESS, "Two stages"): incidents that a reading cannot tell apart share a verdict.
// A look-up with no meaning of its own: whatever `judge` says is right, and a property test holds the two equal.
import type { Facts, Incident } from "../model/incident.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./judge.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import { cellRange, situationClass } from "./situation-class.ts";
import { standingOf } from "./standing.ts";
import { NO_INCIDENT, releaseView } from "./text-rows.ts";
import type { ReleaseView } from "./text-rows.ts";
import { keptFor } from "./undated.ts";
import type { Undated } from "./undated.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict of an incident, taken from what its reading knows when its situation was judged before. */
export function internedVerdict(model: ReadingModel, { id, facts }: Incident): Verdict {
  const { release, decisions } = knownOf(model);
  const { number, actors } = situationClass(model, facts);
  const [first, last] = cellRange(facts.occurred, release.cuts);
  // What may be the first breach that frees a party is judged alone: it does not free its own actor.
  const alone = release.firsts.has(id) ? id : "";
  const key = `${number} ${first} ${last} ${alone}`;
  let decision = decisions.get(key);
  if (decision === undefined) {
    const stretches = release.stretches.slice(first, last + 1);
    decision =
      alone === "" ? keptDecision(model, facts, [number, ...stretches]) : decide(model, facts, id);
    decisions.set(key, decision);
  }
  return { ...decision, standing: standingOf(model, { actors, time: facts.occurred }) };
}

/** Taken from what any state of the text decided of the same situation in stretches of time that say the same. */
function keptDecision(model: ReadingModel, facts: Facts, numbers: readonly number[]): Decision {
  // Each of the rows of joint facts has a time of its own, of which the stretches of all of them say too little.
  if (facts.joint !== undefined) return decide(model, facts, NO_INCIDENT);
  const kept = keptFor(DECISIONS, model);
  const key = numbers.join();
  const decision = kept.get(key) ?? decide(model, facts, NO_INCIDENT);
  kept.set(key, decision);
  return decision;
}

const DECISIONS = new WeakMap<Undated, Map<string, Decision>>();

/** What a reading has been asked before; it lives as long as the reading's frame. */
interface Known {
  readonly release: ReleaseView;
  readonly decisions: Map<string, Decision>;
}

const KNOWN = new WeakMap<Frame, Known>();

function knownOf(model: ReadingModel): Known {
  const known = KNOWN.get(model.frame) ?? { release: releaseView(model), decisions: new Map() };
  KNOWN.set(model.frame, known);
  return known;
}
