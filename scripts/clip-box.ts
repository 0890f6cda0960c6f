// Cuts rings and lines at a box of degrees: Sutherland and Hodgman (1974) for rings, side by side for lines.
import type { Position, Ring } from "../src/model/place.ts";

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** Whether the position lies in the box or on its edge. */
export function inBox([lon, lat]: Position, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The part of the ring in the box, closed; edges of the box close it. Empty when nothing is inside. */
export function clipRing(ring: Ring, box: Box): Ring {
  const open = ring.slice(0, -1);
  const cut = sides(box).reduce<Ring>((line, side) => cutRing(line, side), open);
  const [first] = cut;
  return first === undefined ? [] : [...cut, first];
}

/** The parts of the line in the box. A line is cut at its last position inside: lines are dense. */
export function clipLine(line: readonly Position[], box: Box): readonly (readonly Position[])[] {
  const parts: Position[][] = [[]];
  for (const position of line) {
    if (inBox(position, box)) parts.at(-1)?.push(position);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

interface Side {
  readonly axis: 0 | 1;
  readonly at: number;
  /** 1: inside is above `at`; -1: below. */
  readonly sign: 1 | -1;
}

function sides([west, south, east, north]: Box): readonly Side[] {
  return [
    { axis: 0, at: west, sign: 1 },
    { axis: 1, at: south, sign: 1 },
    { axis: 0, at: east, sign: -1 },
    { axis: 1, at: north, sign: -1 },
  ];
}

function cutRing(ring: Ring, { axis, at, sign }: Side): Ring {
  const isIn = (position: Position): boolean => (position[axis] - at) * sign >= 0;
  return ring.flatMap((position, i) => {
    const before = ring.at(i - 1) ?? position;
    const cross = isIn(before) === isIn(position) ? [] : [crossing(before, position, { axis, at })];
    return isIn(position) ? [...cross, position] : cross;
  });
}

function crossing(a: Position, b: Position, { axis, at }: Pick<Side, "axis" | "at">): Position {
  const t = (at - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
