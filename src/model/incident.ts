// An incident as assembled from reports: what may have happened, each possibility with the claims that carry it.
import type { Claim } from "./claim.ts";
import type { IncidentId } from "./id.ts";
import type { Day, Instant, Interval } from "./instant.ts";
import type { Extent, NamedPlace } from "./place.ts";

/** One possible value of a fact and the claim ids (or source ids) it rests on. */
export interface Possibility {
  readonly value: string;
  readonly claims: readonly string[];
}

/** The event lies somewhere in the interval. `basis` says how the interval was found, for people. */
export interface Occurred extends Interval {
  readonly basis: string;
  /** True when the interval was inferred by us (a night, a day of two zones), not stated. */
  readonly assumed: boolean;
}

/** One thing that was hit or aimed at: the set of kinds it may be. Values: a kind id, or `unknown` (any kind). */
export interface Thing {
  readonly kinds: readonly Possibility[];
  readonly name: string | null;
  /** Facets known of it: function, side, controlled-by, listed-in; absent = unknown. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/**
 * The facts that terms can ask about. Every set lists all that is possible; `unknown` stands for everything, and each set is
 * independent of the others. Several things hit at once are several entries of `things`; a clause needs one of them to match.
 */
export interface FactRow {
  readonly occurred: Interval;
  /** Party ids, `other` (nobody bound), `unknown` (any party or other). Never empty. */
  readonly actors: readonly Possibility[];
  /** Act ids, `unknown`, or `none` (denied that anything happened). Never empty. */
  readonly acts: readonly Possibility[];
  /** Means ids or `unknown`. Never empty. */
  readonly means: readonly Possibility[];
  /** Never empty; a single thing of kind `unknown` when nothing is known. */
  readonly things: readonly Thing[];
  readonly target: Extent;
  readonly origin: Extent;
  /** Kind -> metres to the nearest object of it, as the record gives them; absent = not stated. `high` may be Infinity. */
  readonly distances?: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
  /** Millimetres, of the weapon used; absent = not stated. */
  readonly calibre?: { readonly low: number; readonly high: number };
  /** Special circumstances that a text's exceptions ask about. Absent = nobody claims it, so no; `unknown` = it is in dispute. */
  readonly flags: Readonly<Record<string, boolean | "unknown">>;
}

/** What may have been. Where facts hang together ("A there or B here"), their sets hold what any of the joint rows has (joint.ts). */
export interface Facts extends FactRow {
  /** One of these rows holds, and nothing else does; two at least. Absent: every combination of the sets is possible. */
  readonly joint?: readonly FactRow[];
}

export interface Incident {
  readonly id: IncidentId;
  /** The day the source gives, in local time: for lists; verdicts use `facts.occurred` only. */
  readonly day: Day;
  readonly occurred: Occurred;
  readonly place: NamedPlace;
  readonly object: string | null;
  readonly effects: string | null;
  /** A whole-night total: judged and listed, in no total. */
  readonly aggregate: boolean;
  readonly facts: Facts;
  /** Of the joint rows of its facts, in their order, as the record names them; absent: there are none. */
  readonly jointPlaces?: readonly NamedPlace[];
  /** In file order; casualty and measure series keep their order of reporting. */
  readonly claims: readonly Claim[];
  readonly sources: readonly string[];
  readonly note: string | null;
  /** When the record first knew of it (publication of its first source); null = not known, assumed from the event. */
  readonly knownAt: Instant | null;
}

/** A row of somebody's table: an incident whose day may not be said. It may then have been on any. */
export interface TableIncident extends Omit<Incident, "day"> {
  readonly day: Day | null;
}

/** Whether its day is said. */
export function isDated(incident: TableIncident): incident is Incident {
  return incident.day !== null;
}
