// How the place of an incident lies to a zone. Conservative: "inside" only if every point of the place is, "outside" only if none can be.
import type { Area, Disc, Extent, Relation } from "../model/place.ts";
import {
  areaHolds,
  boxAround,
  boxHolds,
  boxOf,
  outlineMayBeWithin,
  outlinesMeet,
  ringsOf,
} from "./area.ts";

/**
 * The relation of a place to a zone; both must have passed `checkArea`, and both may be drawn off by their `toleranceMeters`.
 * A place that touches the outline is "possible"; so is one that reaches over the antimeridian, even inside a zone that does.
 * Throws RangeError on a radius below zero or NaN, which intake refuses.
 * Cost: edges of the zone; for areas the product of both edge counts where their boxes meet.
 */
export function relate(extent: Extent, zone: Area): Relation {
  if (zone.polygons.length === 0) return "possible";
  switch (extent.kind) {
    case "unknown":
      return "possible";
    case "disc":
      return relateDisc(extent, zone);
    case "area":
      return relateArea(extent, zone);
    default:
      return extent satisfies never;
  }
}

/** A disc that no outline reaches lies wholly on one side, that of its centre. */
function relateDisc(disc: Disc, zone: Area): Relation {
  const meters = disc.radiusMeters + (zone.toleranceMeters ?? 0);
  if (!(meters >= 0)) throw new RangeError(`a place needs a radius of 0 m or more, has ${meters}`);
  if (!boxHolds(boxAround(zone, meters), disc.center)) return "outside";
  if (outlineMayBeWithin(zone, disc.center, meters)) return "possible";
  return areaHolds(zone, disc.center) ? "inside" : "outside";
}

/** Where outlines do not meet and no ring of the zone starts in the area, each part lies wholly on one side. */
function relateArea(area: Area, zone: Area): Relation {
  const tolerance = (area.toleranceMeters ?? 0) + (zone.toleranceMeters ?? 0);
  if (area.polygons.length === 0 || seamMayJoin(area, zone)) return "possible";
  if (outlinesMeet(area, zone)) return "possible";
  if (tolerance > 0 && outlinesNear(area, zone, tolerance)) return "possible";
  if (ringsOf(zone).some(([start]) => start !== undefined && areaHolds(area, start))) {
    return "possible";
  }
  const starts = area.polygons.map((polygon) => polygon[0]?.[0]);
  const inside = starts.map((start) => start !== undefined && areaHolds(zone, start));
  if (inside.every((part) => part)) return "inside";
  return inside.some((part) => part) ? "possible" : "outside";
}

/** Outlines that do not cross come nearest to each other at a corner of one of them. */
function outlinesNear(a: Area, b: Area, meters: number): boolean {
  return cornersNear(a, b, meters) || cornersNear(b, a, meters);
}

function cornersNear(corners: Area, outline: Area, meters: number): boolean {
  const box = boxAround(outline, meters);
  return ringsOf(corners).some((ring) =>
    ring.some((corner) => boxHolds(box, corner) && outlineMayBeWithin(outline, corner, meters)),
  );
}

/** Longitudes 180 and -180 are one line: areas that reach it from both sides share points that degrees do not show. */
function seamMayJoin(a: Area, b: Area): boolean {
  const [x, y] = [boxOf(a), boxOf(b)];
  return (x.east >= 180 && y.west <= -180) || (x.west <= -180 && y.east >= 180);
}
