// The listed objects of a case as the register that is asked for the nearest one: exact points and edges as they are, what is less exact
// or has an inside as discs that hold it (geo/cover.ts).
import type { ObjectRegister } from "../../assess/object-register.ts";
import { NO_OBJECTS } from "../../assess/object-register.ts";
import { coverArea, coverLine } from "../../geo/cover.ts";
import type { ShapeColumns } from "../../geo/kernel/columns.ts";
import { edgesOf } from "../../geo/segment.ts";
import { ringsOf } from "../../geo/area.ts";
import type { ListedObject, ListedPlace, ObjectList } from "../../model/listed-object.ts";
import type { Disc, Position } from "../../model/place.ts";
import { compareText } from "../../model/problem.ts";

/** Kinds of one register at the most: they are numbered in a byte. */
export const MOST_KINDS = 256;

interface Shape {
  readonly from: Position;
  readonly to: Position;
  readonly radius: number;
}

/** Kinds in id order; shapes in the order of lists and objects. Objects of kinds beyond `MOST_KINDS` must have been refused. */
export function registerOf(lists: readonly ObjectList[]): ObjectRegister {
  const objects = lists.flatMap((list) => list.objects);
  if (objects.length === 0) return NO_OBJECTS;
  const kinds = [...new Set(objects.map(({ kind }) => kind))].sort(compareText);
  const numbers = new Map(kinds.map((kind, i) => [kind, i]));
  const layers: number[] = [];
  const most = mostDiscs(objects);
  const shapes = objects.flatMap(({ kind, place }) => {
    const own = shapesOf(place, most);
    for (let i = 0; i < own.length; i++) layers.push(numbers.get(kind) ?? 0);
    return own;
  });
  return { kinds, shapes: columnsOf(shapes, layers) };
}

/** Discs of a whole register that stand for areas and for lines which may run elsewhere: about so many at the most. */
const MOST_DISCS = 2_000_000;

/** So many for a polygon or an edge: the more there are, the coarser each is held. */
function mostDiscs(objects: readonly ListedObject[]): number {
  const parts = objects.reduce((sum, { place }) => {
    if (place.kind === "area") return sum + place.polygons.length;
    if (place.kind === "disc" || place.radiusMeters === 0) return sum;
    return sum + place.paths.reduce((edges, path) => edges + path.length, 0);
  }, 0);
  return Math.max(1, Math.floor(MOST_DISCS / Math.max(1, parts)));
}

function shapesOf(place: ListedPlace, most: number): readonly Shape[] {
  if (place.kind === "disc") return [pointOf(place)];
  if (place.kind === "line") {
    const { paths, radiusMeters } = place;
    if (radiusMeters > 0)
      return paths.flatMap((path) => coverLine(path, radiusMeters, most)).map(pointOf);
    return paths.flatMap((path) => edgesOf(path)).map(edgeOf);
  }
  const inner = coverArea(place, most).map(pointOf);
  const off = place.toleranceMeters ?? 0;
  if (off > 0) return inner.map((shape) => ({ ...shape, radius: shape.radius + off }));
  return [
    ...ringsOf(place)
      .flatMap((ring) => edgesOf(ring))
      .map(edgeOf),
    ...inner,
  ];
}

function pointOf({ center, radiusMeters }: Disc): Shape {
  return { from: center, to: center, radius: radiusMeters };
}

function edgeOf([from, to]: readonly [Position, Position]): Shape {
  return { from, to, radius: 0 };
}

function columnsOf(shapes: readonly Shape[], layers: readonly number[]): ShapeColumns {
  return {
    count: shapes.length,
    layer: Uint8Array.from(layers),
    lon1: Float64Array.from(shapes, ({ from }) => from[0]),
    lat1: Float64Array.from(shapes, ({ from }) => from[1]),
    lon2: Float64Array.from(shapes, ({ to }) => to[0]),
    lat2: Float64Array.from(shapes, ({ to }) => to[1]),
    radius: shapes.every(({ radius }) => radius === 0)
      ? null
      : Float64Array.from(shapes, ({ radius }) => radius),
  };
}
