// How far a place lies from a line, and on which side of it: what buffers and distance bands ask (TERMS 2.5). Edges are straight
// in degrees (RFC 7946), metres are those of the ellipsoid. Bounds are conservative.
import type { Area, Extent, Position, Relation } from "../model/place.ts";
import { edgeMayBeWithin, ringsOf } from "./area.ts";
import { DISTANCE_ERROR, distanceMeters, greatestEdgeMeters } from "./distance.ts";
import { pointToEdge } from "./nearest-on-edge.ts";
import type { MeterRange } from "./nearest-on-edge.ts";
import { edgesOf, side as leftness } from "./segment.ts";

/** One drawn stretch, in the order in which its left and right are meant; at least two positions. */
export type Path = readonly Position[];

/** A strip along a line: no nearer than `from`, no further than `to` metres, on one side of it or on both. */
export interface Strip {
  readonly paths: readonly Path[];
  readonly from: number;
  readonly to: number;
  readonly side: Side | null;
}

/** As one walks along the line in the order of its positions. */
export type Side = "left" | "right";

/** Nothing known: anywhere from on the line to the other end of the world. */
const ANYWHERE: MeterRange = { low: 0, high: Infinity };

/** How a place lies to a strip; "inside" only if every point of it does. */
export function relateToStrip(extent: Extent, strip: Strip): Relation {
  return relateKnown(strip, metersToLine(extent, strip.paths), () => sideOf(extent, strip.paths));
}

/** The same from a distance that is known; the side is asked only where it matters. */
export function relateKnown(strip: Strip, known: MeterRange, sideNow: () => Side | null): Relation {
  const near = relateToRange(known, strip);
  if (near === "outside" || strip.side === null) return near;
  const side = sideNow();
  if (side === null) return "possible";
  return side === strip.side ? near : "outside";
}

/** How a distance known within bounds lies to the range `from` to `to`. */
export function relateToRange(
  { low, high }: MeterRange,
  { from, to }: { readonly from: number; readonly to: number },
): Relation {
  if (high < from || low > to) return "outside";
  return low >= from && high <= to ? "inside" : "possible";
}

/**
 * Bounds of the distance from a place to the nearest point of a line. Of an area, the bounds of a circle around it, so a large
 * one is known poorly. Worked out once per place and line.
 */
export function metersToLine(extent: Extent, paths: readonly Path[]): MeterRange {
  const circle = circleAround(extent);
  if (circle === null || paths.every((path) => path.length < 2)) return ANYWHERE;
  const { low, high } = centerToLine(circle, paths);
  return { low: Math.max(0, low - circle.radius), high: high + circle.radius };
}

/** Bounds of the distance between two places. */
export function metersBetween(one: Extent, other: Extent): MeterRange {
  const [a, b] = [circleAround(one), circleAround(other)];
  if (a === null || b === null) return ANYWHERE;
  const meters = distanceMeters(a.center, b.center);
  const reach = a.radius + b.radius + DISTANCE_ERROR;
  return { low: Math.max(0, meters - reach), high: meters + reach };
}

/**
 * The side on which every point of the place lies; null when that cannot be said: it may touch the line, it lies beyond an end
 * of it, or parts of the line that are about as near disagree (a spiral, the tip of a sharp bend).
 */
export function sideOf(extent: Extent, paths: readonly Path[]): Side | null {
  const circle = circleAround(extent);
  if (circle === null) return null;
  const { low, high } = centerToLine(circle, paths);
  if (!(low > circle.radius)) return null;
  const reach = high + 2 * circle.radius;
  const ends = paths.flatMap((path) => [path[0], path.at(-1)]);
  if (ends.some((end) => end === undefined || isWithin(circle.center, end, reach))) return null;
  const near = paths
    .flatMap((path) => edgesOf(path))
    .filter(([from, to]) => edgeMayBeWithin(circle.center, from, to, reach));
  const lefts = new Set(near.map(([from, to]) => Math.sign(leftness(from, to, circle.center))));
  const [only] = lefts;
  if (lefts.size !== 1 || only === undefined || only === 0) return null;
  return only > 0 ? "left" : "right";
}

/** An end at least `meters` away is further than the line from every point of the place. */
function isWithin(point: Position, end: Position, meters: number): boolean {
  return distanceMeters(point, end) - DISTANCE_ERROR < meters;
}

export interface Circle {
  readonly center: Position;
  readonly radius: number;
}

/** A circle that surely holds the place; null for an unknown one. */
export function circleAround(extent: Extent): Circle | null {
  if (extent.kind === "unknown") return null;
  if (extent.kind === "disc") return { center: extent.center, radius: extent.radiusMeters };
  const known = CIRCLES.get(extent) ?? circleOfArea(extent);
  if (known !== null) CIRCLES.set(extent, known);
  return known;
}

const CIRCLES = new WeakMap<Area, Circle>();

/** Every point of an edge is within half its length of one of its ends. */
function circleOfArea(area: Area): Circle | null {
  const rings = ringsOf(area);
  const positions = rings.flat();
  if (positions.length === 0) return null;
  const lons = positions.reduce(([low, high], [lon]) => [Math.min(low, lon), Math.max(high, lon)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
  const lats = positions.reduce(
    ([low, high], [, lat]) => [Math.min(low, lat), Math.max(high, lat)],
    [Infinity, -Infinity] as [number, number],
  );
  const center: Position = [(lons[0] + lons[1]) / 2, (lats[0] + lats[1]) / 2];
  let radius = 0;
  for (const [from, to] of rings.flatMap(edgesOf)) {
    const half = greatestEdgeMeters(from, to) / 2;
    radius = Math.max(radius, distanceMeters(center, from) + half);
  }
  return { center, radius: radius + DISTANCE_ERROR + (area.toleranceMeters ?? 0) };
}

/** Asked once per place and line: bands and sides of one line ask again and again. */
function centerToLine({ center }: Circle, paths: readonly Path[]): MeterRange {
  const known = TO_LINE.get(paths) ?? new WeakMap<Position, MeterRange>();
  TO_LINE.set(paths, known);
  const range = known.get(center) ?? pointToLine(center, paths);
  known.set(center, range);
  return range;
}

const TO_LINE = new WeakMap<readonly Path[], WeakMap<Position, MeterRange>>();

function pointToLine(point: Position, paths: readonly Path[]): MeterRange {
  let nearest: MeterRange = { low: Infinity, high: Infinity };
  for (const edge of paths.flatMap((path) => edgesOf(path))) {
    const { low, high } = pointToEdge(point, edge, nearest.high);
    nearest = { low: Math.min(nearest.low, low), high: Math.min(nearest.high, high) };
  }
  return { low: Math.max(0, Math.min(nearest.low, nearest.high)), high: nearest.high };
}
