// The convex hull of points and its widening by metres: how a region without a free outline gets an approximate one.
import type { Position, Ring } from "../model/place.ts";
import { destination } from "./distance.ts";

/** Directions of the many-sided figure that stands for a circle when a hull is widened. */
const DIRECTIONS = 32;
/** Sides straight in degrees bend inwards against true distances; this much further out they hold all the same (hull.test.ts). */
const BEND = 1.0005;

/**
 * The convex hull in degrees as a closed ring, counter-clockwise from its westernmost position; corners only.
 * Fewer than three positions off one line give no ring: an empty one.
 * Not for points on both sides of the antimeridian, nor for ones that differ by less than a billionth of a degree.
 */
export function convexHull(points: readonly Position[]): Ring {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.toReversed());
  const [first] = lower;
  if (first === undefined || lower.length + upper.length < 5) return [];
  return [...lower.slice(0, -1), ...upper.slice(0, -1), first];
}

/** The hull of all points within `meters` of the given ones: never smaller than that, at most 1 % of `meters` larger. */
export function widenedHull(points: readonly Position[], meters: number): Ring {
  const hull = convexHull(points);
  const corners = hull.length === 0 ? points : hull;
  const reach = (meters * BEND) / Math.cos(Math.PI / DIRECTIONS);
  return convexHull(
    corners.flatMap((corner) =>
      Array.from({ length: DIRECTIONS }, (_, i) =>
        destination(corner, (i * 360) / DIRECTIONS, reach),
      ),
    ),
  );
}

/** One side of Andrew's monotone chain: `sorted` without every position that does not turn left. */
function halfHull(sorted: readonly Position[]): Position[] {
  const chain: Position[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
    chain.push(point);
  }
  return chain;
}

function turnsLeft(a: Position | undefined, b: Position | undefined, c: Position): boolean {
  if (a === undefined || b === undefined) return true;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
