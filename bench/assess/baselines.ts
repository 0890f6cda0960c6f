// What others would do with workload W: the ways against which the kernel is measured. Each measures the same question of the same rows,
// the nearest object of every kind within the reach of its kind and the place among three zones, and none judges anything.
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { distance } from "@turf/distance";
import { lineString, point, polygon } from "@turf/helpers";
import { pointToLineDistance } from "@turf/point-to-line-distance";
import Flatbush from "flatbush";
import type { ShapeColumns } from "../../src/geo/kernel/columns.ts";
import type { PlaceColumns } from "../../src/assess/sweep/columns.ts";
import type { Area, Position } from "../../src/model/place.ts";

export interface Work {
  readonly shapes: ShapeColumns;
  readonly kinds: number;
  readonly zones: readonly Area[];
  readonly places: PlaceColumns;
  /** Metres. */
  readonly reach: number;
}

const DEGREE = 111_320;

/** An R-tree for each kind (flatbush), planar metres at the place's latitude, and every edge of every zone looked at. */
export function withFlatbush(work: Work): (row: number) => number {
  const { shapes, kinds, zones, places, reach } = work;
  const trees = Array.from({ length: kinds }, (_, kind) => treeOf(shapes, kind));
  const rings = zones.flatMap(({ polygons }) => polygons.flat());
  return (row) => {
    const [lon, lat] = [places.lon[row] ?? 0, places.lat[row] ?? 0];
    const away = reach + (places.radius[row] ?? 0);
    const [dx, dy] = [away / (DEGREE * Math.cos((lat * Math.PI) / 180)), away / DEGREE];
    let sum = 0;
    for (const tree of trees) {
      if (tree === null) continue;
      let least = Infinity;
      for (const found of tree.index.search(lon - dx, lat - dy, lon + dx, lat + dy))
        least = Math.min(least, planarMeters(shapes, tree.rows[found] ?? 0, [lon, lat]));
      sum += Math.min(least, away);
    }
    for (const ring of rings)
      sum += naiveInside(ring, [lon, lat]) + outlineMeters(ring, [lon, lat]);
    return sum;
  };
}

function treeOf(shapes: ShapeColumns, kind: number) {
  const rows = Array.from({ length: shapes.count }, (_, i) => i).filter(
    (i) => shapes.layer[i] === kind,
  );
  if (rows.length === 0) return null;
  const index = new Flatbush(rows.length);
  for (const i of rows) {
    const [lon1, lat1] = [shapes.lon1[i] ?? 0, shapes.lat1[i] ?? 0];
    const [lon2, lat2] = [shapes.lon2[i] ?? 0, shapes.lat2[i] ?? 0];
    index.add(
      Math.min(lon1, lon2),
      Math.min(lat1, lat2),
      Math.max(lon1, lon2),
      Math.max(lat1, lat2),
    );
  }
  index.finish();
  return { index, rows };
}

function planarMeters(shapes: ShapeColumns, i: number, at: Position): number {
  const [a, b] = [
    [shapes.lon1[i] ?? 0, shapes.lat1[i] ?? 0] as const,
    [shapes.lon2[i] ?? 0, shapes.lat2[i] ?? 0] as const,
  ];
  return edgeMeters(a, b, at);
}

function edgeMeters(a: Position, b: Position, at: Position): number {
  const squeeze = Math.cos((at[1] * Math.PI) / 180);
  const [bx, by] = [(b[0] - a[0]) * squeeze, b[1] - a[1]];
  const [px, py] = [(at[0] - a[0]) * squeeze, at[1] - a[1]];
  const square = bx * bx + by * by;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / square));
  return DEGREE * Math.hypot(px - along * bx, py - along * by);
}

function naiveInside(ring: readonly Position[], [lon, lat]: Position): number {
  let inside = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    if (a[1] > lat !== b[1] > lat && lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      inside = 1 - inside;
  }
  return inside;
}

function outlineMeters(ring: readonly Position[], at: Position): number {
  let least = Infinity;
  for (let i = 1; i < ring.length; i++)
    least = Math.min(least, edgeMeters(ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0], at));
  return least;
}

/** Every object of the register looked at with turf.js, as one writes it first. */
export function withTurf({ shapes, kinds, zones, places }: Work): (row: number) => number {
  const areas = zones.flatMap(({ polygons }) =>
    polygons.map((rings) => polygon(rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])))),
  );
  return (row) => {
    const at = point([places.lon[row] ?? 0, places.lat[row] ?? 0]);
    const least = new Float64Array(kinds).fill(Infinity);
    for (let i = 0; i < shapes.count; i++) {
      const [a, b] = [
        [shapes.lon1[i] ?? 0, shapes.lat1[i] ?? 0],
        [shapes.lon2[i] ?? 0, shapes.lat2[i] ?? 0],
      ];
      const isPoint = a[0] === b[0] && a[1] === b[1];
      const kilometers = isPoint ? distance(at, a) : pointToLineDistance(at, lineString([a, b]));
      const kind = shapes.layer[i] ?? 0;
      least[kind] = Math.min(least[kind] ?? Infinity, kilometers);
    }
    const inside = areas.filter((area) => booleanPointInPolygon(at, area)).length;
    return least.reduce((sum, one) => sum + Math.min(one, 1e9), inside);
  };
}
