// Points with radius, lines and outlines written as the columns of an index, layer by layer.
import type { Area, Disc, Position } from "../../model/place.ts";
import { ringsOf } from "../area.ts";
import { edgesOf } from "../segment.ts";
import type { ShapeColumns } from "./columns.ts";

/** What one layer holds. */
export interface LayerShapes {
  readonly points: readonly Omit<Disc, "kind">[];
  /** Each at least two positions; a closed one repeats its first. */
  readonly paths: readonly (readonly Position[])[];
}

export function outlineOf(area: Area): LayerShapes {
  return { points: [], paths: ringsOf(area) };
}

/** Layer i is the i-th of the list; its points stand before its paths. */
export function shapesOfLayers(layers: readonly LayerShapes[]): ShapeColumns {
  const rows = layers.flatMap(({ points, paths }, layer) => [
    ...points.map(({ center, radiusMeters }) => ({
      layer,
      from: center,
      to: center,
      radius: radiusMeters,
    })),
    ...paths.flatMap(edgesOf).map(([from, to]) => ({ layer, from, to, radius: 0 })),
  ]);
  return {
    count: rows.length,
    layer: Uint8Array.from(rows, ({ layer }) => layer),
    lon1: Float64Array.from(rows, ({ from }) => from[0]),
    lat1: Float64Array.from(rows, ({ from }) => from[1]),
    lon2: Float64Array.from(rows, ({ to }) => to[0]),
    lat2: Float64Array.from(rows, ({ to }) => to[1]),
    radius: rows.some(({ radius }) => radius > 0)
      ? Float64Array.from(rows, ({ radius }) => radius)
      : null,
  };
}

/** All shapes of several columns, in order; layers keep their numbers. */
export function joinShapes(parts: readonly ShapeColumns[]): ShapeColumns {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const hasRadius = parts.some(({ radius }) => radius !== null);
  const joined = {
    count,
    layer: new Uint8Array(count),
    lon1: new Float64Array(count),
    lat1: new Float64Array(count),
    lon2: new Float64Array(count),
    lat2: new Float64Array(count),
    radius: hasRadius ? new Float64Array(count) : null,
  };
  let at = 0;
  for (const part of parts) {
    joined.layer.set(part.layer, at);
    for (const key of ["lon1", "lat1", "lon2", "lat2"] as const) joined[key].set(part[key], at);
    if (part.radius !== null) joined.radius?.set(part.radius, at);
    at += part.count;
  }
  return joined;
}
