// Facts as a page tells them: each with all that it may be and who says so; and rows of facts that hang together.
import type { Claim } from "../model/claim.ts";
import type { FactRow, Incident, Possibility } from "../model/incident.ts";
import { formatInstant } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import type { NamedPlace } from "../model/place.ts";
import { compareText } from "../model/problem.ts";
import { placeLine } from "./place-line.ts";
import type { PlaceLine } from "./place-line.ts";

/** One value a fact may have, with the parties (or `media`, or a body) that say so. */
export interface HeldPossibility extends Possibility {
  readonly holders: readonly string[];
}

/** A fact that texts ask about. `name` is set for things that have one. */
export interface FactLine {
  readonly fact: "actor" | "act" | "means" | "thing";
  readonly name: string | null;
  readonly possibilities: readonly HeldPossibility[];
}

/** A range of whole numbers; null as the upper end: no bound is known. */
interface Span {
  readonly low: number;
  readonly high: number | null;
}

/** One row of facts that hang together: all that it says, nothing left out. */
export interface JointLine {
  /** ISO 8601; null = open. */
  readonly occurred: { readonly from: string | null; readonly until: string | null };
  /** Null where the record does not name it. */
  readonly place: Pick<NamedPlace, "name" | "names"> | null;
  readonly where: PlaceLine;
  readonly facts: readonly FactLine[];
  /** What is known of each thing, in the order of the lines of things. */
  readonly facets: readonly Readonly<Record<string, readonly string[]>>[];
  readonly flags: FactRow["flags"];
  /** Kind -> metres to the nearest object of it. */
  readonly distances: Readonly<Record<string, Span>>;
  /** Millimetres; null = not stated. */
  readonly calibre: Span | null;
}

/** Rows of which one holds and nothing else does, in the order of the record; none where facts may be combined in any way. */
export function jointLines({ facts, claims, jointPlaces = [] }: Incident): readonly JointLine[] {
  return (facts.joint ?? []).map((row, i) => {
    const place = jointPlaces[i];
    return {
      occurred: { from: isoOrNull(row.occurred.from), until: isoOrNull(row.occurred.until) },
      place: place === undefined ? null : { name: place.name, names: place.names },
      where: placeLine({ regions: [], ...place, extent: row.target }),
      facts: factLines(row, claims),
      facets: row.things.map(({ facets }) => facets),
      flags: row.flags,
      distances: Object.fromEntries(
        Object.entries(row.distances ?? {}).map(([kind, range]) => [kind, spanOf(range)]),
      ),
      calibre: row.calibre === undefined ? null : spanOf(row.calibre),
    };
  });
}

function spanOf({ low, high }: { readonly low: number; readonly high: number }): Span {
  return { low, high: Number.isFinite(high) ? high : null };
}

/** Actor, act, means, then each thing. */
export function factLines(
  { actors, acts, means, things }: FactRow,
  claims: readonly Claim[],
): readonly FactLine[] {
  const held = (possibilities: readonly Possibility[]): readonly HeldPossibility[] =>
    possibilities.map((one) => ({ ...one, holders: holdersOf(one, claims) }));
  return [
    { fact: "actor", name: null, possibilities: held(actors) },
    { fact: "act", name: null, possibilities: held(acts) },
    { fact: "means", name: null, possibilities: held(means) },
    ...things.map(({ name, kinds }): FactLine => ({
      fact: "thing",
      name,
      possibilities: held(kinds),
    })),
  ];
}

function holdersOf(possibility: Possibility, claims: readonly Claim[]): readonly string[] {
  const by = claims.filter((claim) => possibility.claims.includes(claim.id)).map(({ by }) => by);
  return [...new Set(by)].sort(compareText);
}

/** Null for an end that is open. */
export function isoOrNull(at: Instant): string | null {
  return Number.isFinite(at) ? formatInstant(at) : null;
}
