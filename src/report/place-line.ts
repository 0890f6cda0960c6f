// A place as a page tells it: a point with its radius, an area with its outline and what it was made of, or nothing known.
import type { NamedPlace, Polygon, SeenFrom } from "../model/place.ts";

/** Where it was, as far as it is known; an area is told by the names of its regions, and by their outlines for the map. */
export type PlaceLine =
  | {
      readonly kind: "disc";
      readonly lon: number;
      readonly lat: number;
      readonly radiusMeters: number;
    }
  | {
      readonly kind: "area";
      readonly regions: readonly string[];
      readonly polygons: readonly Polygon[];
      /** Where the area is what was seen from somewhere: from where, how far, in which directions as they were said. */
      readonly seen: SeenLine | null;
    }
  | { readonly kind: "unknown" };

/** What was seen or heard from somewhere; metres, from <= to. */
export interface SeenLine {
  readonly lon: number;
  readonly lat: number;
  readonly radiusMeters: number;
  readonly fromMeters: number;
  readonly toMeters: number;
  readonly bearings: readonly string[];
}

/** What a page may say of a place. */
export function placeLine({
  extent,
  regions,
  seen,
}: Pick<NamedPlace, "extent" | "regions" | "seen">): PlaceLine {
  switch (extent.kind) {
    case "disc": {
      const [lon, lat] = extent.center;
      return { kind: "disc", lon, lat, radiusMeters: extent.radiusMeters };
    }
    case "area":
      return { kind: "area", regions, polygons: extent.polygons, seen: seenLine(seen) };
    case "unknown":
      return { kind: "unknown" };
    default:
      return extent satisfies never;
  }
}

function seenLine(seen: SeenFrom | undefined): SeenLine | null {
  if (seen === undefined) return null;
  const { observer, ...said } = seen;
  const [lon, lat] = observer.center;
  return { lon, lat, radiusMeters: observer.radiusMeters, ...said };
}
