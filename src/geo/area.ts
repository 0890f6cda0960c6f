// What areas answer: is a position in it, may its outline come within so many metres, do two outlines meet.
import type { Area, Polygon, Position, Ring } from "../model/place.ts";
import {
  DISTANCE_ERROR,
  distanceMeters,
  greatestEdgeMeters,
  leastMeters,
  reachDegrees,
} from "./distance.ts";
import { edgeBands, meetsBand } from "./edge-bands.ts";
import { edgesOf } from "./segment.ts";
import type { Edge } from "./segment.ts";

/** Metres: an edge shorter than this whose distance is not settled counts as near. */
const FINEST_EDGE = 0.1;

/** True when the position lies in a polygon of the area and in none of its holes; on the outline, either. */
export function areaHolds(area: Area, position: Position): boolean {
  return area.polygons.some((polygon) => polygonHolds(polygon, position));
}

/** Even-odd over all rings: in the outer ring and in no hole. */
export function polygonHolds(polygon: Polygon, position: Position): boolean {
  return polygon.reduce((inside, ring) => inside !== ringHolds(ring, position), false);
}

/** All rings of all polygons, holes included. */
export function ringsOf(area: Area): readonly Ring[] {
  return area.polygons.flat();
}

/** False only when every point of every ring is surely further than `meters` from the position. */
export function outlineMayBeWithin(area: Area, position: Position, meters: number): boolean {
  return area.polygons.some((polygon) =>
    polygon.some((ring) =>
      edgesOf(ring).some(([from, to]) => edgeMayBeWithin(position, from, to, meters)),
    ),
  );
}

/** True when an edge of one outline meets an edge of the other. Cost: edges of both, times those that share a band of latitude. */
export function outlinesMeet(a: Area, b: Area): boolean {
  const [more, fewer] = positionsOf(a) < positionsOf(b) ? [b, a] : [a, b];
  const box = boxOf(fewer);
  const bands = edgeBands(fewer);
  return ringsOf(more).some((ring) =>
    edgesOf(ring).some((edge) => touchesBox(edge, box) && meetsBand(edge, bands)),
  );
}

function positionsOf(area: Area): number {
  return ringsOf(area).reduce((sum, ring) => sum + ring.length, 0);
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The least box in degrees; of an empty area, one that holds nothing. Areas do not change, so each is measured once. */
export function boxOf(area: Area): Box {
  const known = BOXES.get(area) ?? measure(area);
  BOXES.set(area, known);
  return known;
}

const BOXES = new WeakMap<Area, Box>();

function measure(area: Area): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ringsOf(area).flat()) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/** A box that surely holds every position within `meters` of the area; all longitudes where it would reach the antimeridian. */
export function boxAround(area: Area, meters: number): Box {
  const { west, south, east, north } = boxOf(area);
  const reach = reachDegrees(meters, Math.max(Math.abs(south), Math.abs(north)));
  const [from, to] = [west - reach.lon, east + reach.lon];
  const lons = from > -180 && to < 180 ? { west: from, east: to } : { west: -180, east: 180 };
  return { ...lons, south: south - reach.lat, north: north + reach.lat };
}

/** True when the position lies in the box or on its border. */
export function boxHolds(box: Box, [lon, lat]: Position): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

function ringHolds(ring: Ring, [lon, lat]: Position): boolean {
  let inside = false;
  let [lon1, lat1] = ring[0] ?? [0, 0];
  for (const [lon2, lat2] of ring) {
    const crosses = lat1 > lat !== lat2 > lat;
    if (crosses && lon < lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1)) inside = !inside;
    [lon1, lat1] = [lon2, lat2];
  }
  return inside;
}

/**
 * No point of an edge is nearer than its middle minus half its length; edges that this does not settle are halved.
 * Sound without assuming how distance runs along an edge.
 */
export function edgeMayBeWithin(
  point: Position,
  a: Position,
  b: Position,
  meters: number,
): boolean {
  const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const half = greatestEdgeMeters(a, b) / 2;
  if (leastMeters(point, middle) - half > meters) return false;
  const distance = distanceMeters(point, middle) - DISTANCE_ERROR;
  if (distance <= meters) return true;
  if (distance - half > meters) return false;
  if (half < FINEST_EDGE / 2) return true;
  return edgeMayBeWithin(point, a, middle, meters) || edgeMayBeWithin(point, middle, b, meters);
}

function touchesBox([a, b]: Edge, box: Box): boolean {
  return (
    Math.max(a[0], b[0]) >= box.west &&
    Math.min(a[0], b[0]) <= box.east &&
    Math.max(a[1], b[1]) >= box.south &&
    Math.min(a[1], b[1]) <= box.north
  );
}
