// Edges in degrees: RFC 7946 draws them straight in longitude and latitude, so crossing is plane geometry.
import type { Position, Ring } from "../model/place.ts";

/** Degrees (a tenth of a micrometre) within which two edges count as touching: rounding must not hide a touch. */
const TOUCH = 1e-12;

export type Edge = readonly [from: Position, to: Position];

/** The edges of a closed ring, in its order; none for fewer than two positions. */
export function edgesOf(ring: Ring): readonly Edge[] {
  const edges: Edge[] = [];
  let from = ring[0];
  for (const to of ring.slice(1)) {
    if (from !== undefined) edges.push([from, to]);
    from = to;
  }
  return edges;
}

/** True when two edges share a point, end points included. */
export function edgesMeet([a, b]: Edge, [c, d]: Edge): boolean {
  if (!overlap(a[0], b[0], c[0], d[0]) || !overlap(a[1], b[1], c[1], d[1])) return false;
  return separates(a, b, c, d) && separates(c, d, a, b);
}

/** A point that two meeting edges share; of overlapping ones, an end point. */
export function meetingPoint([a, b]: Edge, [c, d]: Edge): Position {
  const [p, q] = [side(c, d, a), side(c, d, b)];
  if (Math.abs(p - q) > TOUCH) {
    const t = Math.min(1, Math.max(0, p / (p - q)));
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  }
  return (
    [c, d].find(
      (end) => overlap(a[0], b[0], end[0], end[0]) && overlap(a[1], b[1], end[1], end[1]),
    ) ?? a
  );
}

/** Twice the signed area of a closed ring in square degrees: positive when it runs counter-clockwise. */
export function windingOf(ring: Ring): number {
  const [origin] = ring;
  return origin === undefined
    ? 0
    : edgesOf(ring).reduce((sum, [from, to]) => sum + side(origin, from, to), 0);
}

/** Whether `c` and `d` are not strictly on one side of the line through `a` and `b`. */
function separates(a: Position, b: Position, c: Position, d: Position): boolean {
  const reach = TOUCH * (Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1]));
  const [p, q] = [side(a, b, c), side(a, b, d)];
  return !((p > reach && q > reach) || (p < -reach && q < -reach));
}

/** Positive when `c` lies to the left of the line from `a` to `b`, in square degrees. */
export function side(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function overlap(a: number, b: number, c: number, d: number): boolean {
  return Math.min(a, b) <= Math.max(c, d) + TOUCH && Math.min(c, d) <= Math.max(a, b) + TOUCH;
}
