// How near one edge comes to a point. Edges are straight in degrees (RFC 7946), metres are those of the ellipsoid. The ellipsoid
// curves outwards everywhere, so a triangle of geodesics on it is nowhere thinner than the flat one with the same sides (Toponogov):
// the flat triangle gives a lower bound, and an edge strays from its geodesic by no more than its bend allows.
import type { Position } from "../model/place.ts";
import {
  DISTANCE_ERROR,
  distanceMeters,
  greatestEdgeMeters,
  leastMeters,
  strayMeters,
} from "./distance.ts";
import type { Edge } from "./segment.ts";

/** Metres that a true distance surely lies between; `high` may be Infinity. */
export interface MeterRange {
  readonly low: number;
  readonly high: number;
}

/** An edge is not divided below this many metres, or this part of its distance: by so much a range is wider than it need be. */
const FINEST_EDGE = 0.5;
const FINEST_PART = 1e-4;

/** A position with its distance from the point that is asked about. */
interface Seen {
  readonly position: Position;
  readonly meters: number;
}

/** Bounds of the distance from a point to one edge; parts that are surely further than `enough` are not looked at. */
export function pointToEdge(point: Position, [a, b]: Edge, enough: number): MeterRange {
  const reach = greatestEdgeMeters(a, b);
  const nearest = Math.min(leastMeters(point, a), leastMeters(point, b)) - reach / 2;
  if (nearest > enough) return BEYOND;
  return pointToPart(point, [seen(point, a), seen(point, b)], enough);
}

const BEYOND: MeterRange = { low: Infinity, high: Infinity };

function pointToPart(point: Position, [a, b]: readonly [Seen, Seen], enough: number): MeterRange {
  const nearer = Math.min(a.meters, b.meters);
  const high = nearer + DISTANCE_ERROR;
  const { low, share } = leastOnPart(a, b);
  if (low > enough) return { low: Infinity, high };
  const fine = Math.max(FINEST_EDGE, FINEST_PART * nearer) / 2;
  if (nearer - low < fine) return { low, high };
  const middle = seen(point, between(a.position, b.position, share));
  const parts = [[a, middle] as const, [middle, b] as const];
  if (b.meters < a.meters) parts.reverse();
  return parts.reduce<MeterRange>(
    (found, part) => {
      const next = pointToPart(point, part, Math.min(enough, found.high));
      return { low: Math.min(found.low, next.low), high: Math.min(found.high, next.high) };
    },
    { low: Infinity, high },
  );
}

/**
 * No point of the part is nearer than `low`: neither than the flat triangle allows (by Stewart's theorem), nor than half the
 * part's length less than its nearer end. `share` of the part is passed where the flat triangle comes nearest, or nearly so.
 */
function leastOnPart(a: Seen, b: Seen): { readonly low: number; readonly share: number } {
  const length = greatestEdgeMeters(a.position, b.position);
  const byHalf = Math.min(a.meters, b.meters) - DISTANCE_ERROR - length / 2;
  const side = (distanceMeters(a.position, b.position) + DISTANCE_ERROR) ** 2;
  const [toA, toB] = [a, b].map(({ meters }) => Math.max(0, meters - DISTANCE_ERROR) ** 2);
  if (toA === undefined || toB === undefined || side === 0) return { low: byHalf, share: 0.5 };
  const foot = (side + toA - toB) / (2 * side);
  const at = Math.min(1, Math.max(0, foot));
  const squared = (1 - at) * toA + at * toB - at * (1 - at) * side;
  const flat = Math.sqrt(Math.max(0, squared));
  const stray = strayMeters(a.position, b.position);
  return { low: Math.max(byHalf, flat - stray), share: Math.min(0.9, Math.max(0.1, foot)) };
}

function seen(point: Position, position: Position): Seen {
  return { position, meters: distanceMeters(point, position) };
}

function between(a: Position, b: Position, share: number): Position {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
