// The plain twin of nearest.ts: every disc against every shape, with the distances that verdicts use. It defines what the hot file
// has to answer.
import type { MeterRange } from "../nearest-on-edge.ts";
import { metersToLine } from "../line.ts";
import { DISTANCE_ERROR, distanceMeters } from "../distance.ts";
import type { Position } from "../../model/place.ts";
import type { ShapeColumns } from "./columns.ts";

/** Bounds of the metres from a position to the nearest shape of a layer, by itself; Infinity where the layer has none. */
export function nearestPlain(shapes: ShapeColumns, layer: number, from: Position): MeterRange {
  let [low, high] = [Infinity, Infinity];
  for (let shape = 0; shape < shapes.count; shape++) {
    if (shapes.layer[shape] !== layer) continue;
    const meters = metersToShape(shapes, shape, from);
    const radius = shapes.radius?.[shape] ?? 0;
    low = Math.min(low, meters.low - radius);
    high = Math.min(high, meters.high + radius);
  }
  return { low, high };
}

function metersToShape(shapes: ShapeColumns, shape: number, from: Position): MeterRange {
  const start: Position = [shapes.lon1[shape] ?? NaN, shapes.lat1[shape] ?? NaN];
  const end: Position = [shapes.lon2[shape] ?? NaN, shapes.lat2[shape] ?? NaN];
  if (start[0] === end[0] && start[1] === end[1]) {
    const meters = distanceMeters(from, start);
    return { low: meters - DISTANCE_ERROR, high: meters + DISTANCE_ERROR };
  }
  return metersToLine({ kind: "disc", center: from, radiusMeters: 0 }, [[start, end]]);
}
