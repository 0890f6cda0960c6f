// Zones that share a border. To `relate` such a border is twice in doubt; here it cancels, so that a place across it is known to lie
// in one of the two. An edge is shared when both outlines draw it exactly: a gap of a rounding error stays a gap.
import type { Area, Position, Ring } from "../model/place.ts";
import { areaHolds, boxHolds, boxOf, ringsOf } from "./area.ts";
import { edgesMeet, edgesOf, side, windingOf } from "./segment.ts";
import type { Edge } from "./segment.ts";

/** What two areas that share a border are to each other; `crossing`: none of these, or not known. */
export type Sharing = "disjoint" | "within" | "around" | "crossing";

/**
 * The points that lie in an odd number of the areas, shared edges left out of its outline. Null when no edge is shared, and when a
 * drawing may be off by its `toleranceMeters`. Even-odd over all its rings, so good for `relate` but not for `checkArea`.
 */
export function oddlyCovered(areas: readonly Area[]): Area | null {
  const pieces = piecesOf(areas);
  if (pieces === null) return null;
  const left = new Map<string, Edge>();
  let count = 0;
  for (const { edge, key } of pieces.flat()) {
    count += 1;
    if (!left.delete(key)) left.set(key, edge);
  }
  return left.size === count ? null : { kind: "area", polygons: [loopsOf([...left.values()])] };
}

/** How `a` lies to `b` where they share edges: their insides never meet, or one lies in the other. Null as for `oddlyCovered`. */
export function sharingOf(a: Area, b: Area): Sharing | null {
  const [own = [], other = []] = piecesOf([a, b]) ?? [];
  const others = new Map(other.map((piece) => [piece.key, piece]));
  const shared = own.filter(({ key }) => others.has(key));
  if (shared.length === 0) return null;
  const keys = new Set(shared.map(({ key }) => key));
  const [rest, otherRest] = [own, other].map((pieces) =>
    pieces.filter(({ key }) => !keys.has(key)),
  );
  if (rest === undefined || otherRest === undefined || cross(rest, otherRest)) return "crossing";
  const sides = shared.map(({ key, inward }) => others.get(key)?.inward === inward);
  const [inB, inA] = [middlesIn(rest, b), middlesIn(otherRest, a)];
  const none = (values: readonly boolean[]): boolean => !values.includes(true);
  const all = (values: readonly boolean[]): boolean => !values.includes(false);
  if (none(sides) && none(inB) && none(inA)) return "disjoint";
  if (all(sides) && all(inB) && none(inA)) return "within";
  return all(sides) && none(inB) && all(inA) ? "around" : "crossing";
}

/** An edge without any corner of the areas inside it. `inward`: the area lies to its left when it runs as `key` says. */
interface Piece {
  readonly edge: Edge;
  readonly key: string;
  readonly inward: boolean;
}

/** The pieces of each area; null when drawings are only near the truth. */
function piecesOf(areas: readonly Area[]): readonly (readonly Piece[])[] | null {
  if (areas.some(({ toleranceMeters = 0 }) => toleranceMeters > 0)) return null;
  const corners = areas.flatMap((area) => ringsOf(area).flat()).sort(([a], [b]) => a - b);
  return areas.map((area) =>
    area.polygons.flatMap((rings) =>
      rings.flatMap((ring, index) => {
        const leftward = windingOf(ring) > 0 === (index === 0);
        return edgesOf(ring).flatMap((edge) =>
          split(edge, corners).map((part) => pieceOf(part, leftward)),
        );
      }),
    ),
  );
}

function pieceOf(edge: Edge, leftward: boolean): Piece {
  const [from, to] = edge;
  const forth = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  return { edge, key: (forth ? [from, to] : [to, from]).join(), inward: forth === leftward };
}

/** Cuts an edge at every corner that lies exactly on it. `corners` by longitude. */
function split([from, to]: Edge, corners: readonly Position[]): readonly Edge[] {
  const box = {
    west: Math.min(from[0], to[0]),
    east: Math.max(from[0], to[0]),
    south: Math.min(from[1], to[1]),
    north: Math.max(from[1], to[1]),
  };
  const on: Position[] = [];
  for (let at = firstFrom(corners, box.west); at < corners.length; at += 1) {
    const corner = corners[at];
    if (corner === undefined || corner[0] > box.east) break;
    if (
      boxHolds(box, corner) &&
      side(from, to, corner) === 0 &&
      !same(corner, from) &&
      !same(corner, to)
    )
      on.push(corner);
  }
  const along = ([lon, lat]: Position): number => Math.abs(lon - from[0]) + Math.abs(lat - from[1]);
  const stops = [from, ...on.sort((a, b) => along(a) - along(b)), to];
  const edges = stops.slice(1).map((stop, index): Edge => [stops[index] ?? from, stop]);
  return edges.filter(([start, end]) => !same(start, end));
}

function firstFrom(corners: readonly Position[], west: number): number {
  let [low, high] = [0, corners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((corners[middle]?.[0] ?? 0) < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

function same([lon1, lat1]: Position, [lon2, lat2]: Position): boolean {
  return lon1 === lon2 && lat1 === lat2;
}

/** True when edges meet anywhere but at an end that both have. */
function cross(some: readonly Piece[], others: readonly Piece[]): boolean {
  return some.some(({ edge: [a, b] }) =>
    others.some(
      ({ edge: [c, d] }) =>
        !same(a, c) && !same(a, d) && !same(b, c) && !same(b, d) && edgesMeet([a, b], [c, d]),
    ),
  );
}

function middlesIn(pieces: readonly Piece[], area: Area): readonly boolean[] {
  const box = boxOf(area);
  return pieces.map(({ edge: [a, b] }) => {
    const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return boxHolds(box, middle) && areaHolds(area, middle);
  });
}

/** Closed walks over all edges, each used once: every corner has an even number of them. */
function loopsOf(edges: readonly Edge[]): readonly Ring[] {
  const at = new Map<string, Edge[]>();
  for (const edge of edges)
    for (const end of edge) at.set(end.join(), [...(at.get(end.join()) ?? []), edge]);
  const used = new Set<Edge>();
  return edges.flatMap((first) => {
    if (used.has(first)) return [];
    const loop: Position[] = [first[0]];
    for (let edge: Edge | undefined = first; edge !== undefined;) {
      used.add(edge);
      const end: Position = same(edge[0], loop.at(-1) ?? edge[0]) ? edge[1] : edge[0];
      loop.push(end);
      edge = at.get(end.join())?.find((next) => !used.has(next));
    }
    return [loop];
  });
}
