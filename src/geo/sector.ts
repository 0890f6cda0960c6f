// A place known from where it was seen or heard: so far away, in that direction (REFERENCE 3). The area surely holds every point that the
// words allow, whoever stood where within the observer's own radius; so a zone that holds the area holds the place.
import type { Area, Disc, Polygon, Position, Ring, SeenFrom } from "../model/place.ts";
import { destination, strayMeters } from "./distance.ts";
import { widenedHull } from "./hull.ts";
import { edgesOf } from "./segment.ts";

/** Degrees clockwise from north, 0 to 360; `to` before `from` runs over north. */
export interface Bearings {
  readonly from: number;
  readonly to: number;
}

export interface Sector {
  /** Where the observer stood, within the radius. */
  readonly observer: Disc;
  /** Metres from the observer, 0 <= from <= to. */
  readonly range: { readonly from: number; readonly to: number };
  /** Several: any of them; none: any direction. */
  readonly bearings: readonly Bearings[];
}

/** Metres: a sector that reaches further is drawn by nobody and would need more than one turn of the earth's bend. */
export const FURTHEST_SECTOR = 100_000;
/** Degrees of latitude beyond which bearings turn too fast to be drawn straight. */
const HIGHEST_LATITUDE = 75;
/** Degrees of an arc between two of its drawn points. */
const ARC_STEP = 7.5;
/** Directions of the figure that stands for a whole circle. */
const AROUND = 32;
/** Metres: less than the least radius of the earth. */
const EARTH = 6_300_000;

const POINTS = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split(" ");

/** The bearings that one of the sixteen points of the compass stands for: 11.25 degrees to either side; null: no such point. */
export function bearingsOf(point: string): Bearings | null {
  const index = POINTS.indexOf(point.toUpperCase());
  if (index < 0) return null;
  const middle = index * 22.5;
  return { from: (middle + 348.75) % 360, to: (middle + 11.25) % 360 };
}

/** A point of the compass, or degrees clockwise from north: `350`, or `350-20` from one to the other; null for any other word. */
export function parseBearings(word: string): Bearings | null {
  const point = bearingsOf(word);
  if (point !== null) return point;
  const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(word);
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
  return from <= 360 && to <= 360 ? { from: from % 360, to: to % 360 } : null;
}

/** The area of what was seen from somewhere, or why it is none, in words. */
export function seenArea({ observer, fromMeters, toMeters, bearings }: SeenFrom): Area | string {
  const read = bearings.map(parseBearings);
  const wrong = read.indexOf(null);
  if (wrong >= 0) return `"${bearings[wrong]}" is no bearing`;
  const range = { from: fromMeters, to: toMeters };
  return sectorArea({ observer, range, bearings: read.filter((one) => one !== null) });
}

/** The area, or why it cannot be drawn, in words. */
export function sectorArea(sector: Sector): Area | string {
  const { observer, range, bearings } = sector;
  if (!(range.from >= 0 && range.from <= range.to)) return "the range is no range of metres";
  if (!(observer.radiusMeters >= 0)) return "the observer's radius is no number of metres";
  if (!observer.center.every(Number.isFinite)) return "the observer stands at no position";
  const reach = range.to + observer.radiusMeters;
  if (!(reach <= FURTHEST_SECTOR)) return `it reaches further than ${FURTHEST_SECTOR / 1000} km`;
  if (Math.abs(observer.center[1]) > HIGHEST_LATITUDE)
    return `it lies beyond ${HIGHEST_LATITUDE} degrees of latitude`;
  const pieces = bearings.flatMap(piecesOf);
  const polygons =
    pieces.length === 0 ? [annulus(sector)] : pieces.map((piece) => wedge(sector, piece));
  const isDrawn = polygons.every(([outer = []]) => outer.length > 0 && outer.every(isOneSided));
  const lons = polygons.flat(2).map(([lon]) => lon);
  if (!isDrawn || Math.max(...lons) - Math.min(...lons) > 180)
    return "it reaches over the antimeridian";
  return { kind: "area", polygons };
}

/** An edge over the antimeridian strays without bound, so that what it is part of has no position. */
function isOneSided([lon, lat]: Position): boolean {
  return Math.abs(lon) < 180 && Number.isFinite(lat);
}

/** Cut to at most 90 degrees, of which each is convex. */
function piecesOf({ from, to }: Bearings): readonly Bearings[] {
  const width = (to - from + 360) % 360;
  const count = Math.max(1, Math.ceil(width / 90));
  return Array.from({ length: count }, (_, i) => ({
    from: from + (i * width) / count,
    to: from + ((i + 1) * width) / count,
  }));
}

/**
 * What the plane leaves out: a bearing turns and a distance bends between two places of the observer, and an edge straight in degrees
 * strays from the shortest way.
 */
function marginOf({ observer, range }: Sector, ring: Ring): number {
  const reach = range.to + observer.radiusMeters;
  const latitude = Math.abs(observer.center[1]) + (reach / EARTH) * (180 / Math.PI);
  const turn = 1 + Math.tan((latitude * Math.PI) / 180);
  const stray = edgesOf(ring).map(([from, to]) => strayMeters(from, to));
  return (range.to * reach * turn) / EARTH + Math.max(0, ...stray) + 1;
}

/** The hull of the cut-off sector, widened by the observer's radius: what lies nearer than the range within it is held too. */
function wedge(sector: Sector, { from, to }: Bearings): Polygon {
  const { observer, range } = sector;
  const at = (bearing: number, meters: number) => destination(observer.center, bearing, meters);
  const steps = Math.max(1, Math.ceil((to - from) / ARC_STEP));
  const step = (to - from) / steps;
  const beyond = range.to / Math.cos((step * Math.PI) / 360);
  const arc = Array.from({ length: steps + 1 }, (_, i) => at(from + i * step, beyond));
  const corners = [at(from, range.from), at(to, range.from), ...arc].map(rounded);
  const bare = widenedHull(corners, observer.radiusMeters + 1);
  return [widenedHull(corners, observer.radiusMeters + marginOf(sector, bare))];
}

/** To a ten-millionth of a degree, about a centimetre: a hull takes nearer corners for one, or crosses itself. */
function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** All around the observer; what is surely nearer than the range is a hole. */
function annulus(sector: Sector): Polygon {
  const { observer, range } = sector;
  const circle = (meters: number): readonly Position[] =>
    Array.from({ length: AROUND }, (_, i) =>
      destination(observer.center, 360 - (i * 360) / AROUND, meters),
    );
  const closed = (ring: readonly Position[]): Ring => [...ring, ...ring.slice(0, 1)];
  const outwards = Math.cos(Math.PI / AROUND);
  const margin = marginOf(sector, closed(circle(range.to + observer.radiusMeters)));
  const outer = closed(circle((range.to + observer.radiusMeters + margin) / outwards));
  const inner = range.from - observer.radiusMeters - margin;
  return inner > 0 ? [outer, closed(circle(inner)).toReversed()] : [outer];
}
