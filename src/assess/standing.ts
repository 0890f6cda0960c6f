// Whether the text binds the actor on that day (TERMS 2.9). Screens word every verdict by it: "would be a violation if this
// text applied" until it applies to the party concerned.
import type { Interval } from "../model/instant.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Situation } from "./situation.ts";
import type { Standing } from "./verdict.ts";

/** applies: every possible actor had accepted; unclear: some had, or it changed that day; would-apply: none had, or counterfactual. */
export function standingOf(
  model: ReadingModel,
  { actors, time }: Pick<Situation, "actors" | "time">,
): Standing {
  if (model.reading.assume.size > 0) return "would-apply";
  const standings = new Set(actors.map((actor) => standingOfParty(model, actor, time)));
  const [only] = standings;
  return standings.size === 1 && only !== undefined ? only : "unclear";
}

function standingOfParty({ context }: ReadingModel, party: string, time: Interval): Standing {
  let standing: Standing = "would-apply";
  for (const change of context.acceptance.get(party) ?? []) {
    if (time.until <= change.earliest) break;
    standing = time.from >= change.latest || change.to === standing ? change.to : "unclear";
  }
  return standing;
}
