// Joins an incident with the claims about it: who may have done it is the union of what is said, never one side's word.
import type { Claim } from "../../model/claim.ts";
import type { Facts, Incident, Possibility } from "../../model/incident.ts";
import type { Instant } from "../../model/instant.ts";
import { addDays } from "../../model/instant.ts";
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import { compareText } from "../../model/problem.ts";
import type { Source } from "../../model/source.ts";
import { latestStartOfDay } from "../../model/zone.ts";
import { possibilities } from "./incident.ts";
import type { IncidentSeed } from "./incident.ts";

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
  const { things, acts, means, flags, measures, ...rest } = seed;
  const facts: Facts = {
    occurred: { from: seed.occurred.from, until: seed.occurred.until },
    actors: actorsOf(claims),
    acts: actsOf(possibilities(acts, seed.sources), claims),
    means: possibilities(means, seed.sources),
    things:
      things.length === 0
        ? [{ kinds: possibilities([], seed.sources), name: null, facets: {} }]
        : things,
    target: seed.place.extent,
    origin: UNKNOWN_EXTENT,
    ...measures,
    flags,
  };
  return { ...rest, facts, claims, knownAt: knownAt(seed.sources, knowledge) };
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
