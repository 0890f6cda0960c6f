// Fewer positions for a closed ring: Douglas and Peucker (1973), with the deviation counted in metres.
import type { Position, Ring } from "../src/model/place.ts";

const METERS_A_DEGREE = 111_320;

/** The ring without positions whose loss moves its line by at most `meters`; its start and the position furthest from it stay. */
export function simplifyRing(ring: Ring, meters: number): Ring {
  const [start] = ring;
  if (start === undefined) return ring;
  const plane = ring.map((position) => toPlane(position, start[1]));
  const keep = new Set([0, farthestFrom(plane, 0), ring.length - 1]);
  const cuts = [...keep].sort((a, b) => a - b);
  cuts
    .slice(1)
    .forEach((until, i) => keepBetween(plane, { from: cuts[i] ?? 0, until }, meters, keep));
  return ring.filter((_, index) => keep.has(index));
}

/** The line without positions whose loss moves it by at most `meters`; both ends stay. */
export function simplifyLine(line: readonly Position[], meters: number): readonly Position[] {
  const [start] = line;
  if (start === undefined) return line;
  const plane = line.map((position) => toPlane(position, start[1]));
  const keep = new Set([0, line.length - 1]);
  keepBetween(plane, { from: 0, until: line.length - 1 }, meters, keep);
  return line.filter((_, index) => keep.has(index));
}

interface Stretch {
  readonly from: number;
  readonly until: number;
}

type Point = readonly [x: number, y: number];

/** The keep set grows; a stack instead of recursion, as coasts are long. */
function keepBetween(
  plane: readonly Point[],
  whole: Stretch,
  meters: number,
  keep: Set<number>,
): void {
  const stack = [whole];
  for (let stretch = stack.pop(); stretch !== undefined; stretch = stack.pop()) {
    const { index, distance } = farthestBetween(plane, stretch);
    if (distance <= meters) continue;
    keep.add(index);
    stack.push({ from: stretch.from, until: index }, { from: index, until: stretch.until });
  }
}

function farthestBetween(
  plane: readonly Point[],
  { from, until }: Stretch,
): { index: number; distance: number } {
  const [a, b] = [pointAt(plane, from), pointAt(plane, until)];
  let farthest = { index: from, distance: -1 };
  for (let i = from + 1; i < until; i++) {
    const distance = toSegment(pointAt(plane, i), a, b);
    if (distance > farthest.distance) farthest = { index: i, distance };
  }
  return farthest;
}

function farthestFrom(plane: readonly Point[], origin: number): number {
  const from = pointAt(plane, origin);
  const distances = plane.map(([x, y]) => Math.hypot(x - from[0], y - from[1]));
  return distances.indexOf(Math.max(...distances));
}

function toSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
  const near = Math.min(1, Math.max(0, t));
  return Math.hypot(p[0] - a[0] - near * dx, p[1] - a[1] - near * dy);
}

function toPlane([lon, lat]: Position, middle: number): Point {
  return [lon * METERS_A_DEGREE * Math.cos((middle * Math.PI) / 180), lat * METERS_A_DEGREE];
}

function pointAt(plane: readonly Point[], index: number): Point {
  const point = plane[index];
  if (point === undefined)
    throw new RangeError(`no position ${index} in a ring of ${plane.length}`);
  return point;
}
