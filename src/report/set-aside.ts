// The page of an incident that is on record and counts in no figure: why not, where it goes on, and what the record says it was.
import type { Case } from "../case/case.ts";
import { goesOnAs } from "../record/fold/state.ts";
import type { RecordState, Thing } from "../record/fold/state.ts";
import { incidentSeed } from "../record/seed-entries/incident-fields.ts";
import { asideOf } from "../record/seed-entries/standing.ts";
import type { Aside } from "../record/seed-entries/standing.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import type { IncidentLine } from "./row.ts";

/** Who did it is a claim: it stands in the history. */
export type AsideLine = Omit<IncidentLine, "actors">;

export interface SetAsidePage {
  readonly id: string;
  readonly setAside: Aside;
  readonly state: ReviewState;
  /** The incident that it goes on as; null: none. */
  readonly goesOnAs: string | null;
  /** Null where a field that every incident has is closed or redacted. */
  readonly line: AsideLine | null;
}

/** The page; null for an id that this record has no incident of, or one that counts. */
export function setAsidePage(
  theCase: Pick<Case, "zones">,
  state: RecordState,
  id: string,
): SetAsidePage | null {
  const thing = state.things.get(id);
  const why = thing?.kind === "incident" ? asideOf(thing) : null;
  if (thing === undefined || why === null) return null;
  return {
    id,
    setAside: why,
    state: thing.review?.state ?? "reported",
    goesOnAs: thing.mergedInto === null ? null : goesOnAs(state, thing.id),
    line: why === "closed" ? null : lineOf(thing, theCase),
  };
}

function lineOf({ id, fields }: Thing, { zones }: Pick<Case, "zones">): AsideLine | null {
  const areas = new Map([...zones].map(([zone, { area }]) => [zone, area]));
  const seed = incidentSeed(id, fields, areas);
  if (seed === null) return null;
  const { name, names, admin1 } = seed.place;
  const kinds = seed.things.map((thing) => [...new Set(thing.kinds.map(({ value }) => value))]);
  return {
    id: seed.id,
    day: seed.day,
    place: { name, names, admin1 },
    object: seed.object,
    things: [...new Map(kinds.map((one) => [one.join(" "), one])).values()],
    aggregate: seed.aggregate,
  };
}
