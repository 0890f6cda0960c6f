// Which incidents a question counts: by day, by who may have done it, by what may have been hit and with what, by region.
import type { Incident, TableIncident } from "../model/incident.ts";
import type { Day } from "../model/instant.ts";
import type { AssessInput } from "./context.ts";

/** What incidents are narrowed by; days are half-open. A fact or a day that is not known may be anything. */
export interface Narrowing {
  readonly from?: Day;
  readonly until?: Day;
  /** Only incidents that this party may have done. */
  readonly party?: string;
  /** Only incidents that may have hit this kind. */
  readonly kind?: string;
  /** Only incidents that may have been done with these means. */
  readonly means?: string;
  /** Only incidents that the record places in this region; those of no known place stand under `unknown`. */
  readonly region?: string;
}

/** True when the incident passes every narrowing that is given. */
export function isCounted(
  input: AssessInput,
  incident: TableIncident,
  narrowing: Narrowing,
): boolean {
  const { from, until, party, kind, means, region } = narrowing;
  const { day } = incident;
  if (from !== undefined && day !== null && day < from) return false;
  if (until !== undefined && day !== null && day >= until) return false;
  if (party !== undefined && !mayBeBy(incident, party)) return false;
  if (region !== undefined && !regionsOf(incident).includes(region)) return false;
  if (means !== undefined && !mayBeWith(input, incident, means)) return false;
  return kind === undefined || mayBeOfKind(input, incident, kind);
}

/** Ids of the regions an incident is placed in: those of its area, else its first-level unit's; `unknown` where there is none. */
export function regionsOf({ place }: Pick<Incident, "place">): readonly string[] {
  if (place.regions.length > 0) return place.regions;
  const id = place.admin1 === null ? "" : idOf(place.admin1);
  return [id === "" ? "unknown" : id];
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function mayBeBy(incident: TableIncident, party: string): boolean {
  const actors = incident.facts.actors.map(({ value }) => value);
  return actors.includes(party) || actors.includes("unknown");
}

function mayBeWith(input: AssessInput, incident: TableIncident, means: string): boolean {
  const wanted = new Set(input.means.below(means));
  return incident.facts.means.some(
    ({ value }) => value === "unknown" || input.means.below(value).some((leaf) => wanted.has(leaf)),
  );
}

function mayBeOfKind(input: AssessInput, incident: TableIncident, kind: string): boolean {
  const wanted = new Set(input.kinds.below(kind));
  const kinds = incident.facts.things.flatMap((thing) => thing.kinds.map(({ value }) => value));
  return kinds.some(
    (value) => value === "unknown" || input.kinds.below(value).some((leaf) => wanted.has(leaf)),
  );
}
