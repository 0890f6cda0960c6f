// Whether the text binds the actor on that day (TERMS 2.9). Screens word every verdict by it: "would be a violation if this
// text applied" until it applies to the party concerned.
import type { Instant, Interval } from "../model/instant.ts";
import { addDays } from "../model/instant.ts";
import { startOfDay } from "../model/zone.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Situation } from "./situation.ts";
import type { Standing } from "./verdict.ts";

/** applies: every possible actor had accepted; unclear: some had, or it changed that day; would-apply: none had, or counterfactual. */
export function standingOf(model: ReadingModel, { actors, time }: Situation): Standing {
  if (model.reading.assume.size > 0) return "would-apply";
  const standings = new Set(actors.map((actor) => standingOfParty(model, actor, time)));
  const [only] = standings;
  return standings.size === 1 && only !== undefined ? only : "unclear";
}

function standingOfParty({ context }: ReadingModel, party: string, time: Interval): Standing {
  const statuses = context.instrument.status.get(party) ?? [];
  const zones = context.instrument.timeZones;
  let standing: Standing = "would-apply";
  for (const { is, since } of statuses) {
    const starts = zones.map((zone) => startOfDay(since, zone));
    const ends = zones.map((zone) => startOfDay(addDays(since, 1), zone));
    const [changes, changed]: [Instant, Instant] = [Math.min(...starts), Math.max(...ends)];
    const next: Standing = is === "accepted" ? "applies" : "would-apply";
    if (time.until <= changes) break;
    standing = time.from >= changed || next === standing ? next : "unclear";
  }
  return standing;
}
