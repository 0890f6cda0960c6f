// The record as it was known by an instant (RECORD 3): a thing with a source is known from the source's publication, a point of
// a series from its own time. What was not known yet is left out; what stays without any account becomes unknown.
import type { Claim } from "../model/claim.ts";
import type { FactRow, Facts, Incident, Possibility } from "../model/incident.ts";
import { DAY_MS, dayToUtc } from "../model/instant.ts";
import { jointFacts } from "../model/joint.ts";
import type { Day, Instant } from "../model/instant.ts";
import type { Source } from "../model/source.ts";
import type { AssessInput } from "./context.ts";
import { addDays } from "../model/instant.ts";
import { latestStartOfDay } from "../model/zone.ts";

/** An input that can be viewed as of an instant: it knows when its sources were published. */
export type DatedInput = AssessInput & { readonly sources?: ReadonlyMap<string, Source> };

/** The input with only what was known by `asOf`; without source dates nothing but `knownAt` is looked at. */
export function knownBy<T extends DatedInput>(input: T, asOf: Instant): T {
  const views = VIEWS.get(input) ?? new Map<Instant, DatedInput>();
  VIEWS.set(input, views);
  const view = (views.get(asOf) as T | undefined) ?? viewOf(input, asOf);
  views.set(asOf, view);
  const [oldest] = views.keys();
  if (views.size > MAX_VIEWS && oldest !== undefined) views.delete(oldest);
  return view;
}

const MAX_VIEWS = 8;

/** The latest views are kept with their input: comparing and explaining ask for the same one again. */
const VIEWS = new WeakMap<DatedInput, Map<Instant, DatedInput>>();

function viewOf<T extends DatedInput>(input: T, asOf: Instant): T {
  const zone = input.settings.timeZones[0];
  const publishedBy = (source: string): boolean => {
    const published = input.sources?.get(source)?.published ?? null;
    return published === null || endOfDay(published, zone) <= asOf;
  };
  const incidents = input.incidents
    .filter((incident) => (incident.knownAt ?? incident.occurred.until) <= asOf)
    .map((incident) => incidentKnownBy(incident, { asOf, zone, publishedBy }));
  return { ...input, incidents };
}

interface View {
  readonly asOf: Instant;
  readonly zone: string | undefined;
  readonly publishedBy: (source: string) => boolean;
}

function incidentKnownBy(incident: Incident, view: View): Incident {
  const claims = incident.claims.filter((claim) => isKnown(claim, view));
  const known = new Set(claims.map(({ id }) => id));
  const all = new Set(incident.claims.map(({ id }) => id));
  const keep = (possibility: Possibility): boolean =>
    possibility.claims.length === 0 ||
    possibility.claims.some((id) => (all.has(id) ? known.has(id) : view.publishedBy(id)));
  const isKnownRow = ({ actors, acts, means, things }: FactRow): boolean =>
    [actors, acts, means, ...things.map(({ kinds }) => kinds)].every((some) => some.some(keep));
  const { jointPlaces: _, ...rest } = incident;
  return {
    ...rest,
    ...placesKnownBy(incident, isKnownRow),
    claims,
    facts: factsKnownBy(incident.facts, { keep, isKnownRow }),
    sources: incident.sources.filter(view.publishedBy),
  };
}

/** Places of the rows that are known; with one row left, its place is the incident's. */
function placesKnownBy(
  { place, jointPlaces, facts: { joint = [] } }: Incident,
  isKnownRow: (row: FactRow) => boolean,
): Pick<Incident, "place" | "jointPlaces"> {
  if (jointPlaces === undefined) return { place };
  const known = jointPlaces.filter((_, i) => joint[i] !== undefined && isKnownRow(joint[i]));
  const [only, ...others] = known;
  if (only === undefined) return { place };
  return others.length === 0 ? { place: only } : { place, jointPlaces: known };
}

interface KnownTests {
  readonly keep: (possibility: Possibility) => boolean;
  readonly isKnownRow: (row: FactRow) => boolean;
}

/** A joint row is known once something is known of each of its facts; with one row left nothing hangs together. */
function factsKnownBy(facts: Facts, { keep, isKnownRow }: KnownTests): Facts {
  const { joint, ...sets } = facts;
  const [first, ...others] = (joint ?? []).filter(isKnownRow).map((row) => rowKnownBy(row, keep));
  if (first === undefined) return rowKnownBy(sets, keep);
  return others.length === 0 ? first : jointFacts(first, others);
}

function rowKnownBy(row: FactRow, keep: (possibility: Possibility) => boolean): FactRow {
  const left = (possibilities: readonly Possibility[]): readonly Possibility[] => {
    const kept = possibilities.filter(keep);
    return kept.length > 0 ? kept : [{ value: "unknown", claims: [] }];
  };
  return {
    ...row,
    actors: left(row.actors),
    acts: left(row.acts),
    means: left(row.means),
    things: row.things.map((thing) => ({ ...thing, kinds: left(thing.kinds) })),
  };
}

/** A dated point counts from its own time; an undated one from its source. */
function isKnown(claim: Claim, { asOf, zone, publishedBy }: View): boolean {
  if (claim.asOf === null) return publishedBy(claim.source);
  return "at" in claim.asOf ? claim.asOf.at <= asOf : endOfDay(claim.asOf.day, zone) <= asOf;
}

function endOfDay(day: Day, zone: string | undefined): Instant {
  return zone === undefined ? dayToUtc(day) + DAY_MS : latestStartOfDay(addDays(day, 1), [zone]);
}
