// What is wrong with a drawn area: every fault with its ring and position (T401). Nothing is repaired in silence.
import type { Area, Polygon, Position, Ring } from "../model/place.ts";
import type { Problem, Span } from "../model/problem.ts";
import { boxHolds, boxOf, polygonHolds } from "./area.ts";
import type { Box } from "./area.ts";
import { eachNearPair } from "./edge-tree.ts";
import { edgesMeet, edgesOf, meetingPoint, windingOf } from "./segment.ts";
import type { Edge } from "./segment.ts";

export interface AreaContext {
  /** What the area is, for messages: `zone "black-sea"`. */
  readonly what: string;
  readonly at: Span | null;
  /** Where the case's places lie; with it, longitudes and latitudes that were exchanged can be told. */
  readonly box?: Box;
}

/** Crossings are listed up to this many a polygon, then counted. */
const CROSSINGS_SHOWN = 5;
/** ... and counted up to this many, as a scribble of n edges has n * n of them. */
const MOST_CROSSINGS = 1_000;
/** Rings of one polygon: each hole is held against every other. */
const MOST_RINGS = 5_000;

/** Every fault of an area, in the order of its rings; empty when it can be judged with. Cost: about n log n in its positions. */
export function checkArea(area: Area, context: AreaContext): readonly Problem[] {
  const faults =
    area.polygons.length === 0
      ? ["has no polygon"]
      : area.polygons.flatMap((polygon, index) => polygonFaults(polygon, index, context.box));
  return faults.map((fault) => ({
    code: "T401",
    severity: "error",
    message: `${context.what} ${fault}`,
    at: context.at,
  }));
}

function polygonFaults(polygon: Polygon, index: number, box: Box | undefined): readonly string[] {
  if (polygon.length === 0) return [`polygon ${index + 1}: has no ring`];
  if (polygon.length > MOST_RINGS)
    return [`polygon ${index + 1}: has ${polygon.length} rings; at most ${MOST_RINGS}`];
  const names = polygon.map((_, ring) => ringName(index, ring));
  const faults = polygon.flatMap((ring, i) => [
    ...positionFaults(ring, box).map((fault) => `${names[i]}: ${fault}`),
    ...shapeFaults(ring, i === 0).map((fault) => `${names[i]}: ${fault}`),
  ]);
  const crossings = crossingsOf(polygon, names);
  return [...faults, ...crossings, ...(crossings.length > 0 ? [] : holeFaults(polygon, names))];
}

function ringName(polygon: number, ring: number): string {
  return `polygon ${polygon + 1}, ${ring === 0 ? "outer ring" : `hole ${ring}`}`;
}

function positionFaults(ring: Ring, box: Box | undefined): readonly string[] {
  const faults: string[] = [];
  const wrong = ring.findIndex((position) => !isOnEarth(position));
  const position = ring[wrong];
  if (position !== undefined) {
    const expected = "expected longitude -180 to 180, latitude -90 to 90";
    const hint = ring.every(isOnEarthSwapped) ? "; longitude and latitude are likely swapped" : "";
    faults.push(`position ${wrong + 1} is out of range: ${show(position)}; ${expected}${hint}`);
  } else if (box !== undefined && ring.length > 0 && !ring.some((p) => boxHolds(box, p))) {
    const [first = [0, 0]] = ring;
    if (ring.every(([lon, lat]) => boxHolds(box, [lat, lon]))) {
      faults.push(
        `longitude and latitude are likely swapped: ${show(first)} is not in the case's box`,
      );
    }
  }
  const jump = edgesOf(ring).findIndex(([from, to]) => Math.abs(to[0] - from[0]) > 180);
  if (jump >= 0) {
    faults.push(`edge ${jump + 1} jumps over the antimeridian; split the area at longitude 180`);
  }
  return faults;
}

function shapeFaults(ring: Ring, isOuter: boolean): readonly string[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ["has no position"];
  const faults: string[] = [];
  if (!isSame(first, last)) {
    faults.push(`is not closed: starts at ${show(first)}, ends at ${show(last)}`);
  }
  if (ring.length < 4) faults.push(`has ${ring.length} positions, expected at least 4`);
  const repeat = edgesOf(ring).findIndex(([from, to]) => isSame(from, to));
  if (repeat >= 0) faults.push(`positions ${repeat + 1} and ${repeat + 2} are the same`);
  if (faults.length > 0) return faults;
  const winding = windingOf(ring);
  if (winding === 0) return ["encloses nothing"];
  const [came, expected] = isOuter
    ? ["clockwise", "counter-clockwise"]
    : ["counter-clockwise", "clockwise"];
  return winding > 0 === isOuter ? [] : [`runs ${came}, expected ${expected} (RFC 7946)`];
}

interface PlacedEdge {
  readonly edge: Edge;
  readonly ring: number;
  /** Counts from 0 in its ring. */
  readonly index: number;
  readonly west: number;
}

type EdgePair = readonly [first: PlacedEdge, second: PlacedEdge];

/** Edges that meet though they are not neighbours, from west to east. */
function crossingsOf(polygon: Polygon, names: readonly string[]): readonly string[] {
  const edges = placedEdges(polygon);
  const found: EdgePair[] = [];
  const isChecked = eachNearPair(
    edges.map(({ edge }) => edge),
    (first, second) => {
      const [a, b] = [edges[first], edges[second]];
      if (a === undefined || b === undefined) return false;
      if (!areNeighbours(a, b, polygon) && edgesMeet(a.edge, b.edge)) found.push(fromWest(a, b));
      return found.length < MOST_CROSSINGS;
    },
  );
  if (!isChecked) return [tooTangled(edges.length)];
  const shown = found.sort(compareFromWest).slice(0, CROSSINGS_SHOWN);
  const more = found.length - shown.length;
  const atLeast = found.length < MOST_CROSSINGS ? "" : "at least ";
  return [
    ...shown.map((pair) => describeCrossing(pair, names)),
    ...(more === 0 ? [] : [`crosses itself at ${atLeast}${more} more points`]),
  ];
}

function tooTangled(edges: number): string {
  return `has ${edges} edges that lie too close to each other to be checked; draw it more coarsely`;
}

function fromWest(a: PlacedEdge, b: PlacedEdge): EdgePair {
  return compareEdges(a, b) <= 0 ? [a, b] : [b, a];
}

/** In the order in which a line that sweeps eastwards would see the second edge of each pair, then the first. */
function compareFromWest(a: EdgePair, b: EdgePair): number {
  return compareEdges(a[1], b[1]) || compareEdges(a[0], b[0]);
}

function compareEdges(a: PlacedEdge, b: PlacedEdge): number {
  return a.west - b.west || a.ring - b.ring || a.index - b.index;
}

/** Rings too short or with repeated positions were told so; their edges meet as a matter of course. */
function isTraceable(ring: Ring): boolean {
  return ring.length >= 4 && !edgesOf(ring).some(([from, to]) => isSame(from, to));
}

function placedEdges(polygon: Polygon): readonly PlacedEdge[] {
  return polygon.flatMap((ring, i) =>
    (isTraceable(ring) ? edgesOf(ring) : []).map((edge, index) => {
      return { edge, ring: i, index, west: Math.min(edge[0][0], edge[1][0]) };
    }),
  );
}

/** Neighbours share an end point by right; only running back over each other is a fault. */
function areNeighbours(a: PlacedEdge, b: PlacedEdge, polygon: Polygon): boolean {
  if (a.ring !== b.ring) return false;
  const edges = (polygon[a.ring]?.length ?? 1) - 1;
  const apart = Math.abs(a.index - b.index);
  return (apart === 1 || apart === edges - 1) && !runsBack(a.edge, b.edge);
}

/** True when two edges that share an end point lie over each other. */
function runsBack([a, b]: Edge, [c, d]: Edge): boolean {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  const along = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]);
  return cross === 0 && along < 0;
}

function describeCrossing([a, b]: EdgePair, names: readonly string[]): string {
  const point = show(meetingPoint(a.edge, b.edge));
  const [first, second] =
    a.ring < b.ring || (a.ring === b.ring && a.index < b.index) ? [a, b] : [b, a];
  const other = first.ring === second.ring ? "" : ` of ${names[second.ring]}`;
  return `${names[first.ring]}: edge ${first.index + 1} meets edge ${second.index + 1}${other} at ${point}`;
}

function holeFaults(polygon: Polygon, names: readonly string[]): readonly string[] {
  const [outer = [], ...holes] = polygon;
  const boxes = holes.map((hole) => boxOf({ kind: "area", polygons: [[hole]] }));
  return holes.flatMap((hole, i) => {
    const [start] = hole;
    if (start === undefined) return [];
    if (!polygonHolds([outer], start)) {
      return [`${names[i + 1]}: lies outside its outer ring at ${show(start)}`];
    }
    const around = boxes.findIndex(
      (box, j) => j !== i && boxHolds(box, start) && polygonHolds([holes[j] ?? []], start),
    );
    return around < 0 ? [] : [`${names[i + 1]}: lies in hole ${around + 1} at ${show(start)}`];
  });
}

function isOnEarth([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function isOnEarthSwapped([lon, lat]: Position): boolean {
  return isOnEarth([lat, lon]);
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** `33.1234, 46.2345`: longitude, then latitude, to 4 decimals (11 m). */
function show([lon, lat]: Position): string {
  return `${Number(lon.toFixed(4))}, ${Number(lat.toFixed(4))}`;
}
