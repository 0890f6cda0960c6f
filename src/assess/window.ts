// The in-force window of some readings: the incidents that may lie in a period in which one of them forbids anything. It asks the
// same two atoms as the judge, so what lies outside is a violation under none of them (a law test holds that).
import type { Incident } from "../model/incident.ts";
import { isInForce } from "./atoms.ts";
import { factWorlds } from "./fact-world.ts";
import { cellRange } from "./situation-class.ts";
import type { ReadingModel } from "./reading-model.ts";
import { situate } from "./situation.ts";
import { lookingAt } from "./why.ts";

/**
 * A test of incidents: true when it may have happened, as far as its own time, the recorded events and what the texts leave open
 * go, while some prohibition of one of the readings is in force. One window for all of them, so that every reading is counted over
 * the same incidents.
 */
export function windowOf(
  readings: readonly ReadingModel[],
): (incident: Pick<Incident, "facts">) => boolean {
  const models = readings.map((model) => ({ model, asked: new Map<string, boolean>() }));
  return (incident) =>
    models.some(({ model, asked }) => {
      const key = cellRange(incident.facts.occurred, model.frame.cuts).join(" ");
      const found = asked.get(key) ?? mayBeInForce(model, incident);
      asked.set(key, found);
      return found;
    });
}

/** Only time and events are spread out; everything else is held at any one value. */
function mayBeInForce(model: ReadingModel, incident: Pick<Incident, "facts">): boolean {
  const { frame, worlds } = model;
  const situation = lookingAt(situate(model, incident.facts), ["time", "events"]);
  const facts = factWorlds(situation, {
    cuts: frame.cuts,
    breachOpen: () => false,
    ages: frame.ages,
  });
  if (facts === null) return true;
  const prohibitions = worlds
    .flatMap(({ rules }) => rules)
    .filter(({ effect }) => effect === "prohibit");
  return facts.some((fact) => prohibitions.some((rule) => isInForce({ rule, fact })));
}
