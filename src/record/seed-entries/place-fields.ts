// A place between its seed and its fields: degrees become 1e-7 degrees, an area is kept as what it was made of, and back without loss.
import { seenArea } from "../../geo/sector.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Area, Disc, Extent, NamedPlace, Position, SeenFrom } from "../../model/place.ts";
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import { regionExtent } from "../seeds/place.ts";
import { asValue } from "./plain-fields.ts";

const E7 = 1e7;

interface PointValue {
  readonly lonE7: number;
  readonly latE7: number;
  readonly radiusMeters: number;
}

/** As an entry holds it. */
export interface PlaceValue extends Omit<NamedPlace, "extent" | "seen"> {
  readonly point: PointValue | null;
  readonly seen?: Omit<SeenFrom, "observer"> & { readonly observer: PointValue };
}

/** The value of the field. */
export function placeValue({ extent, seen, ...named }: NamedPlace): CanonicalValue {
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

/** The place that the value was made from. */
export function placeOf(value: PlaceValue, regions: ReadonlyMap<string, Area>): NamedPlace {
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
