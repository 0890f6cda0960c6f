// The objects a case lists, whoever's text is read: points and lines with a kind each, as columns, so that hundreds of thousands can
// be asked for the nearest one. Plain: every object is looked at; sweep/ asks the kernel which ones can matter.
import { greatestEdgeMeters, leastMeters } from "../geo/distance.ts";
import type { ShapeColumns } from "../geo/kernel/columns.ts";
import { circleAround, metersBetween, metersToLine } from "../geo/line.ts";
import type { Circle } from "../geo/line.ts";
import type { MeterRange } from "../geo/nearest-on-edge.ts";
import type { Extent, Position } from "../model/place.ts";

export interface ObjectRegister {
  /** Kind id by the number of its layer; each has at least one shape. */
  readonly kinds: readonly string[];
  readonly shapes: ShapeColumns;
}

/** Nothing listed: never "none near". */
export const NO_OBJECTS: ObjectRegister = {
  kinds: [],
  shapes: {
    count: 0,
    layer: new Uint8Array(0),
    lon1: new Float64Array(0),
    lat1: new Float64Array(0),
    lon2: new Float64Array(0),
    lat2: new Float64Array(0),
    radius: null,
  },
};

/** How the objects of a kind count for a question: surely of the kinds asked, perhaps, or not at all. */
export type Counts = "yes" | "maybe" | "no";

export interface RegisterQuestion {
  readonly extent: Extent;
  /** By the number of the kind. */
  readonly counts: readonly Counts[];
  /** Only these shapes, where others surely do not matter; absent: all. */
  readonly among?: readonly number[];
}

/** Bounds of the distance to the nearest listed object that counts; `low` is Infinity where none can. Cost: linear in the register. */
export function metersToListed(
  { shapes }: ObjectRegister,
  { extent, counts, among }: RegisterQuestion,
): MeterRange {
  // Distances from an area are those from a circle around it, see line.ts.
  const circle = circleAround(extent);
  let [low, high] = [Infinity, Infinity];
  const count = among?.length ?? shapes.count;
  for (let i = 0; i < count; i++) {
    const shape = among?.[i] ?? i;
    const how = counts[shapes.layer[shape] ?? 0] ?? "no";
    if (how === "no") continue;
    if (circle === null) return { low: 0, high: Infinity };
    if (liesBeyond(shapes, shape, { circle, low, high })) continue;
    const meters = metersToShape(shapes, shape, circle);
    low = Math.min(low, meters.low);
    if (how === "yes") high = Math.min(high, meters.high);
  }
  return { low, high };
}

/** Metres of a degree of latitude at the least. */
const LEAST_DEGREE = 110_500;
/** What the bounds of a distance are wider than the distance: metres, and a part of it (see line.ts). */
const WIDER = 1;
const WIDER_PART = 2e-4;

/** Whether the shape can narrow neither bound: by latitude alone where that settles it, which it mostly does. */
function liesBeyond(
  shapes: ShapeColumns,
  shape: number,
  { circle, low, high }: { readonly circle: Circle } & MeterRange,
): boolean {
  const radius = shapes.radius?.[shape] ?? 0;
  const isBeyond = (meters: number): boolean => {
    const least = meters * (1 - WIDER_PART) - WIDER - radius;
    return (low === 0 || least - circle.radius > low) && least + circle.radius > high;
  };
  const lat = circle.center[1];
  const [lon1, lon2] = [shapes.lon1[shape] ?? 0, shapes.lon2[shape] ?? 0];
  const [lat1, lat2] = [shapes.lat1[shape] ?? 0, shapes.lat2[shape] ?? 0];
  const apart = Math.max(Math.min(lat1, lat2) - lat, lat - Math.max(lat1, lat2), 0);
  if (isBeyond(apart * LEAST_DEGREE)) return true;
  const length = greatestEdgeMeters([lon1, lat1], [lon2, lat2]);
  return isBeyond(leastMeters(circle.center, [lon1, lat1]) - length);
}

function metersToShape(shapes: ShapeColumns, shape: number, circle: Circle): MeterRange {
  const extent: Extent = { kind: "disc", center: circle.center, radiusMeters: circle.radius };
  const from: Position = [shapes.lon1[shape] ?? NaN, shapes.lat1[shape] ?? NaN];
  const to: Position = [shapes.lon2[shape] ?? NaN, shapes.lat2[shape] ?? NaN];
  const radiusMeters = shapes.radius?.[shape] ?? 0;
  if (from[0] === to[0] && from[1] === to[1]) {
    return metersBetween(extent, { kind: "disc", center: from, radiusMeters });
  }
  return metersToLine(extent, [[from, to]]);
}
