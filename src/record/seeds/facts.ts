// Joins an incident with the claims about it: who may have done it is the union of what is said, never one side's word.
import type { Claim } from "../../model/claim.ts";
import type { FactRow, Incident, Possibility } from "../../model/incident.ts";
import type { Instant, Interval } from "../../model/instant.ts";
import { addDays } from "../../model/instant.ts";
import { jointFacts } from "../../model/joint.ts";
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import type { NamedPlace } from "../../model/place.ts";
import { compareText } from "../../model/problem.ts";
import type { Source } from "../../model/source.ts";
import { latestStartOfDay } from "../../model/zone.ts";
import type { SeedRow } from "./either.ts";
import type { IncidentSeed } from "./incident.ts";
import { possibilities } from "./stated-facts.ts";

/** When the record knew of a publication: a day without an hour counts from its end in the case's first zone. */
export interface Knowledge {
  readonly sources: ReadonlyMap<string, Source>;
  readonly zone: string;
}

/** The incident with its facts; claims in file order. */
export function joinClaims(
  seed: IncidentSeed,
  claims: readonly Claim[],
  knowledge: Knowledge,
): Incident {
  const { id, day, occurred, place, object, effects, aggregate, sources, note, either } = seed;
  const rest = { id, day, occurred, place, object, effects, aggregate, sources, note };
  const known = { claims, knownAt: knownAt(sources, knowledge) };
  const own = factRow(seed, claims);
  const [first, ...others] = either.map((row) => rowFacts(seed, row, { own, claims }));
  if (first === undefined) return { ...rest, facts: own, ...known };
  const facts = jointFacts(first, others);
  const whens = either.map((row) => row.occurred ?? occurred);
  return {
    ...rest,
    occurred: {
      ...facts.occurred,
      basis: [...new Set(whens.map(({ basis }) => basis))].join(" or "),
      assumed: whens.some(({ assumed }) => assumed),
    },
    jointPlaces: either.map((row) => placeOfRow(seed, row)),
    facts,
    ...known,
  };
}

type Stated = Pick<IncidentSeed, "things" | "acts" | "means" | "flags" | "measures" | "sources"> & {
  readonly occurred: Interval;
  readonly place: Pick<NamedPlace, "extent">;
};

function factRow(stated: Stated, claims: readonly Claim[]): FactRow {
  const { things, acts, means, flags, measures, sources, occurred, place } = stated;
  return {
    occurred: { from: occurred.from, until: occurred.until },
    actors: actorsOf(claims),
    acts: actsOf(possibilities(acts, sources), claims),
    means: possibilities(means, sources),
    things:
      things.length === 0
        ? [{ kinds: possibilities([], sources), name: null, facets: {} }]
        : things,
    target: place.extent,
    origin: UNKNOWN_EXTENT,
    ...measures,
    flags,
  };
}

interface OfIncident {
  readonly own: FactRow;
  readonly claims: readonly Claim[];
}

function rowFacts(seed: IncidentSeed, row: SeedRow, { own, claims }: OfIncident): FactRow {
  const sources = row.sources.length === 0 ? seed.sources : row.sources;
  const facts = factRow(
    {
      things: row.things ?? seed.things,
      acts: row.acts ?? seed.acts,
      means: row.means ?? seed.means,
      flags: { ...seed.flags, ...row.flags },
      measures: { ...seed.measures, ...row.measures },
      sources,
      occurred: row.occurred ?? seed.occurred,
      place: placeOfRow(seed, row),
    },
    claims,
  );
  return row.by.length === 0 ? facts : { ...facts, actors: actorsOfRow(row, { seed, own }) };
}

function placeOfRow(seed: IncidentSeed, row: SeedRow): NamedPlace {
  return row.place ?? seed.place;
}

/** Those that the row names, and whoever a claim names that no row does: no claim is lost for want of a row. */
function actorsOfRow(
  { by, sources }: SeedRow,
  { seed, own }: { readonly seed: IncidentSeed; readonly own: FactRow },
): readonly Possibility[] {
  const named = new Set(seed.either.flatMap((row) => row.by));
  const said = new Map(own.actors.map((one) => [one.value, one]));
  const carried = sources.length === 0 ? seed.sources : sources;
  const others = own.actors.filter(({ value, claims }) => !named.has(value) && claims.length > 0);
  return [...by.map((value) => said.get(value) ?? { value, claims: carried }), ...others];
}

/**
 * Union of all attributions, in order of name. A denial by someone accused adds `unknown`, unless that party names another
 * actor: then that is its account. "No comment" changes nothing. Nobody named: `unknown`.
 */
export function actorsOf(claims: readonly Claim[]): readonly Possibility[] {
  const named = new Map<string, string[]>();
  const add = (actor: string, claim: string): void => {
    named.set(actor, [...(named.get(actor) ?? []), claim]);
  };
  for (const claim of claims) {
    if (claim.predicate === "attribution") add(claim.actor, claim.id);
  }
  for (const claim of claims) {
    if (claim.predicate !== "denial" || claim.of !== "actor" || !named.has(claim.by)) continue;
    if (!claims.some((other) => namesAnother(other, claim.by))) add("unknown", claim.id);
  }
  if (named.size === 0) return possibilities([], []);
  const actors = [...named].map(([value, ids]) => ({ value, claims: ids }));
  return actors.sort((a, b) => compareText(a.value, b.value));
}

function namesAnother(claim: Claim, party: string): boolean {
  return claim.predicate === "attribution" && claim.by === party && claim.actor !== party;
}

/** A denial of the event itself makes `none` possible beside what the record says. */
function actsOf(acts: readonly Possibility[], claims: readonly Claim[]): readonly Possibility[] {
  const denials = claims.filter(({ predicate }) => predicate === "denial");
  const ofEvent = denials.filter((claim) => claim.predicate === "denial" && claim.of === "event");
  if (ofEvent.length === 0) return acts;
  return [...acts, { value: "none", claims: ofEvent.map(({ id }) => id) }];
}

/** Publication of the first dated source; null when none is dated. */
export function knownAt(sources: readonly string[], knowledge: Knowledge): Instant | null {
  const times = sources.map((id) => publishedAt(id, knowledge)).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** The end of the day a source was published on; null when its day is not known. */
export function publishedAt(source: string, { sources, zone }: Knowledge): Instant | null {
  const day = sources.get(source)?.published ?? null;
  return day === null ? null : latestStartOfDay(addDays(day, 1), [zone]);
}
