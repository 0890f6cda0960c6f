// What lists and maps may say of a place: a disc that can be drawn as a point when it is small enough, else no point at all.
import type { Extent } from "../model/place.ts";
import type { MapBox } from "./view.ts";

/** A point with its radius; an area, told by the incident's regions; or no known place. */
export type ListedPlace =
  | {
      readonly kind: "disc";
      readonly lon: number;
      readonly lat: number;
      readonly radiusMeters: number;
    }
  | { readonly kind: "area" }
  | { readonly kind: "unknown" };

/** Above it a point would claim more than is known. */
export const AREA_ONLY_METERS = 25_000;

/**
 * Whether a place may be drawn as a point, and that point lies in the box, edges included. All to 24 bits, as the columns of a
 * situation hold them: list and map count alike.
 */
export function isWithin(where: ListedPlace, [west, south, east, north]: MapBox): boolean {
  if (where.kind !== "disc" || where.radiusMeters > AREA_ONLY_METERS) return false;
  const [lon, lat] = [Math.fround(where.lon), Math.fround(where.lat)];
  const isAcross = lon >= Math.fround(west) && lon <= Math.fround(east);
  return isAcross && lat >= Math.fround(south) && lat <= Math.fround(north);
}

/** What a map may draw of an extent: nothing is placed at a made-up point. */
export function placeOf(extent: Extent): ListedPlace {
  if (extent.kind !== "disc") return { kind: extent.kind };
  const [lon, lat] = extent.center;
  return { kind: "disc", lon, lat, radiusMeters: extent.radiusMeters };
}
