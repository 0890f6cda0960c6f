// Which objects that count for a question differ between two registers, and how near a place has to lie to one of them for its answer to
// change: a new object touches the incidents about it and no others.
import { greatestEdgeMeters, leastMeters } from "../../geo/distance.ts";
import type { ShapeColumns } from "../../geo/kernel/columns.ts";
import type { Position } from "../../model/place.ts";
import { countsOf } from "../distance.ts";
import type { ObjectRegister } from "../object-register.ts";
import type { Question } from "./questions.ts";

export type KindsQuestion = Extract<Question, { kind: "kinds" }>;

/** Where an object stands that only one of two registers has. */
export interface ChangedShape {
  readonly from: Position;
  readonly to: Position;
  readonly radiusMeters: number;
}

/**
 * Shapes of the kinds asked that either register has where the other has none like it; null where whether any counts at all differs, so
 * that every answer may. Registers are compared in order, so objects in another order are others. Cost: linear in both.
 */
export function changedShapes(
  before: KindsQuestion,
  now: KindsQuestion,
): readonly ChangedShape[] | null {
  const [old, own] = [countedKinds(before), countedKinds(now)];
  if ((old.size === 0) !== (own.size === 0)) return null;
  const [first, second] = [before.context.register, now.context.register];
  if (first === second) return [];
  return [...new Set([...old, ...own])].sort().flatMap((kind) => {
    const [a, b] = [rowsOfKind(first, kind), rowsOfKind(second, kind)];
    const same = commonEnds({ of: first.shapes, rows: a }, { of: second.shapes, rows: b });
    return [
      ...same.differing(a).map((row) => shapeAt(first.shapes, row)),
      ...same.differing(b).map((row) => shapeAt(second.shapes, row)),
    ];
  });
}

function countedKinds({ context, kinds }: KindsQuestion): ReadonlySet<string> {
  const counts = countsOf(context, kinds);
  return new Set(context.register.kinds.filter((_, i) => counts[i] !== "no"));
}

/** Rows of the register's shapes, in order. */
export function rowsOfKind({ kinds, shapes }: ObjectRegister, kind: string): Uint32Array {
  const layer = kinds.indexOf(kind);
  const rows = new Uint32Array(shapes.count);
  let count = 0;
  for (let row = 0; row < shapes.count; row++) if (shapes.layer[row] === layer) rows[count++] = row;
  return rows.slice(0, count);
}

interface Listed {
  readonly of: ShapeColumns;
  readonly rows: Uint32Array;
}

/** Two lists that begin and end alike differ in between. */
function commonEnds(a: Listed, b: Listed) {
  const least = Math.min(a.rows.length, b.rows.length);
  const isAlike = (i: number, j: number) =>
    areAlike([a.of, a.rows[i] ?? 0], [b.of, b.rows[j] ?? 0]);
  let start = 0;
  while (start < least && isAlike(start, start)) start++;
  let end = 0;
  while (end < least - start && isAlike(a.rows.length - 1 - end, b.rows.length - 1 - end)) end++;
  return {
    differing: (rows: Uint32Array): readonly number[] => [
      ...rows.subarray(start, rows.length - end),
    ],
  };
}

type ShapeAt = readonly [shapes: ShapeColumns, row: number];

function areAlike([a, i]: ShapeAt, [b, j]: ShapeAt): boolean {
  return (
    a.lon1[i] === b.lon1[j] &&
    a.lat1[i] === b.lat1[j] &&
    a.lon2[i] === b.lon2[j] &&
    a.lat2[i] === b.lat2[j] &&
    (a.radius?.[i] ?? 0) === (b.radius?.[j] ?? 0)
  );
}

function shapeAt({ lon1, lat1, lon2, lat2, radius }: ShapeColumns, row: number): ChangedShape {
  return {
    from: [lon1[row] ?? NaN, lat1[row] ?? NaN],
    to: [lon2[row] ?? NaN, lat2[row] ?? NaN],
    radiusMeters: radius?.[row] ?? 0,
  };
}

/** Metres of a degree of latitude at the least. */
const LEAST_DEGREE = 110_500;
/** What the bounds of a distance are wider than the distance: metres, and a part of it (see line.ts). */
const WIDER = 1;
const WIDER_PART = 2e-4;

/** Whether an answer about a disc can hang on the shape: it lies within `meters` of some point of the disc, or may. */
export function mayMatter(
  { from, to, radiusMeters }: ChangedShape,
  center: Position,
  meters: number,
): boolean {
  const most = (meters + radiusMeters + WIDER) / (1 - WIDER_PART);
  const [south, north] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
  if (Math.max(south - center[1], center[1] - north) * LEAST_DEGREE > most) return false;
  return leastMeters(center, from) - greatestEdgeMeters(from, to) <= most;
}
