// An incident as one line of a list: enough to recognise it, no more. Its page has the rest.
import type { Verdict } from "../assess/verdict.ts";
import type { Incident, Possibility } from "../model/incident.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { Day } from "../model/instant.ts";
import type { NamedPlace } from "../model/place.ts";

export interface IncidentLine {
  readonly id: IncidentId;
  readonly day: Day;
  readonly place: Pick<NamedPlace, "name" | "names" | "admin1">;
  readonly object: string | null;
  /** For each thing hit or aimed at, the kinds it may be, in the order of the record; `unknown` stands for any. */
  readonly things: readonly (readonly string[])[];
  /** All that may have done it; `unknown` stands for any. */
  readonly actors: readonly string[];
  /** A whole-night total: listed, in no total. */
  readonly aggregate: boolean;
}

/** A line with its verdict under each reading asked for. */
export interface JudgedLine extends IncidentLine {
  readonly verdicts: Readonly<Record<ReadingId, Verdict>>;
}

/** What a list shows of an incident. */
export function incidentLine(incident: Incident): IncidentLine {
  const { name, names, admin1 } = incident.place;
  return {
    id: incident.id,
    day: incident.day,
    place: { name, names, admin1 },
    object: incident.object,
    things: distinctThings(incident),
    actors: distinct(incident.facts.actors),
    aggregate: incident.aggregate,
  };
}

/** Two things of the same possible kinds are told once. */
function distinctThings({ facts }: Incident): readonly (readonly string[])[] {
  const things = facts.things.map((thing) => distinct(thing.kinds));
  return [...new Map(things.map((kinds) => [kinds.join(" "), kinds])).values()];
}

function distinct(possibilities: readonly Possibility[]): readonly string[] {
  return [...new Set(possibilities.map(({ value }) => value))];
}
