// An incident between its seed and its fields: degrees become 1e-7 degrees, open ends become null, and back without loss.
import type { CanonicalValue } from "../../model/canonical.ts";
import { seenArea } from "../../geo/sector.ts";
import type { Thing } from "../../model/incident.ts";
import type { Area, Disc, Extent, NamedPlace, Position, SeenFrom } from "../../model/place.ts";
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import { parseIncidentId } from "../../model/id.ts";
import { parseDay } from "../../model/instant.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { IncidentSeed } from "../seeds/incident.ts";
import { regionExtent } from "../seeds/place.ts";
import { asValue, plainFields } from "./plain-fields.ts";

const E7 = 1e7;

interface Range {
  readonly low: number;
  readonly high: number | null;
}

export function incidentFields(seed: IncidentSeed): Fields {
  const { acts, means, occurred, place, measures, flags, aggregate } = seed;
  const possible = (values: readonly string[]): CanonicalValue =>
    values.map((value) => ({ value, claims: seed.sources }));
  return {
    ...plainFields(seed, ["day", "object", "effects", "sources", "note"]),
    occurred: { ...occurred, from: finite(occurred.from), until: finite(occurred.until) },
    place: placeValue(place),
    things: asValue(seed.things),
    acts: possible(acts),
    means: possible(means),
    aggregate,
    flags,
    ...(measures.distances === undefined ? {} : { distances: rangesValue(measures.distances) }),
    ...(measures.calibre === undefined ? {} : { calibre: rangeValue(measures.calibre) }),
  };
}

/** The seed that these fields were made from; null when they are not those of an incident with a plain id and day. */
export function incidentSeed(
  id: string,
  fields: Fields,
  regions: ReadonlyMap<string, Area>,
): IncidentSeed | null {
  const [known, day] = [parseIncidentId(id), parseDay(String(fields["day"]))];
  if (known === null || day === null) return null;
  // The fields were checked against the rule of the kind, whose value tests are the types named here.
  const read = fields as unknown as ReadFields;
  return {
    id: known,
    day,
    occurred: {
      ...read.occurred,
      from: read.occurred.from ?? -Infinity,
      until: read.occurred.until ?? Infinity,
    },
    place: placeOf(read.place, regions),
    sources: read.sources,
    things: read.things,
    acts: read.acts.map(({ value }) => value),
    means: read.means.map(({ value }) => value),
    flags: read.flags ?? {},
    measures: measuresOf(read),
    object: read.object ?? null,
    effects: read.effects ?? null,
    aggregate: read.aggregate ?? false,
    note: read.note ?? null,
  };
}

interface ReadFields {
  readonly occurred: {
    readonly from: number | null;
    readonly until: number | null;
    readonly basis: string;
    readonly assumed: boolean;
  };
  readonly place: PlaceValue;
  readonly sources: readonly string[];
  readonly things: readonly Thing[];
  readonly acts: readonly { readonly value: string }[];
  readonly means: readonly { readonly value: string }[];
  readonly flags?: IncidentSeed["flags"];
  readonly distances?: Readonly<Record<string, Range>>;
  readonly calibre?: Range;
  readonly object?: string;
  readonly effects?: string;
  readonly aggregate?: boolean;
  readonly note?: string;
}

interface PointValue {
  readonly lonE7: number;
  readonly latE7: number;
  readonly radiusMeters: number;
}

interface PlaceValue extends Omit<NamedPlace, "extent" | "seen"> {
  readonly point: PointValue | null;
  readonly seen?: Omit<SeenFrom, "observer"> & { readonly observer: PointValue };
}

function placeValue({ extent, seen, ...named }: NamedPlace): CanonicalValue {
  const point = extent.kind === "disc" ? pointOf(extent) : null;
  if (seen === undefined) return asValue({ ...named, point });
  return asValue({ ...named, point, seen: { ...seen, observer: pointOf(seen.observer) } });
}

function pointOf({ center: [lon, lat], radiusMeters }: Disc): PointValue {
  return {
    lonE7: Math.round(lon * E7),
    latE7: Math.round(lat * E7),
    radiusMeters: Math.round(radiusMeters),
  };
}

function placeOf(value: PlaceValue, regions: ReadonlyMap<string, Area>): NamedPlace {
  const { point, seen: kept, ...named } = value;
  if (kept === undefined)
    return { ...named, extent: point === null ? extentOf(named.regions, regions) : discOf(point) };
  const seen = { ...kept, observer: discOf(kept.observer) };
  const area = seenArea(seen);
  // Somebody else's entry may hold words that are no sector: the place is then not known, and what was said stays.
  return { ...named, extent: typeof area === "string" ? UNKNOWN_EXTENT : area, seen };
}

function extentOf(ids: readonly string[], regions: ReadonlyMap<string, Area>): Extent {
  return ids.length === 0 ? UNKNOWN_EXTENT : regionExtent(regions, ids);
}

function discOf({ lonE7, latE7, radiusMeters }: PointValue): Disc {
  const center: Position = [lonE7 / E7, latE7 / E7];
  return { kind: "disc", center, radiusMeters };
}

function measuresOf({ distances, calibre }: ReadFields): IncidentSeed["measures"] {
  const near = Object.entries(distances ?? {}).map(
    ([kind, range]) => [kind, rangeOf(range)] as const,
  );
  return {
    ...(distances === undefined ? {} : { distances: Object.fromEntries(near) }),
    ...(calibre === undefined ? {} : { calibre: rangeOf(calibre) }),
  };
}

function rangesValue(
  ranges: Readonly<Record<string, { low: number; high: number }>>,
): CanonicalValue {
  return Object.fromEntries(
    Object.entries(ranges).map(([kind, range]) => [kind, rangeValue(range)] as const),
  );
}

function rangeValue({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): CanonicalValue {
  return { low, high: finite(high) };
}

function rangeOf({ low, high }: Range): { readonly low: number; readonly high: number } {
  return { low, high: high ?? Infinity };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
