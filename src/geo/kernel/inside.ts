// Whether positions lie in an area, for many of them: its edges sorted by the latitudes they cross. It asks the very question of
// `areaHolds` (area.ts), in the same arithmetic, of fewer edges.
import type { Area } from "../../model/place.ts";
import { boxOf, ringsOf } from "../area.ts";
import { edgesOf } from "../segment.ts";
import type { Allocate } from "./columns.ts";

export interface InsideIndex {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Degrees of latitude of one band. */
  readonly step: number;
  /** First edge of every band from the south; one more at the end. */
  readonly starts: Uint32Array;
  /** Longitude and latitude of both ends of an edge, polygon by polygon in each band. */
  readonly ends: Float64Array;
  readonly polygon: Uint32Array;
}

const MOST_BANDS = 4096;

/** Cost: edges times the bands each crosses; there are no more bands than edges. */
export function insideIndex(area: Area, allocate: Allocate): InsideIndex {
  const box = boxOf(area);
  const edges = area.polygons.flatMap((polygon, index) =>
    ringsOf({ ...area, polygons: [polygon] }).flatMap((ring) =>
      edgesOf(ring).map(([a, b]) => [a[0], a[1], b[0], b[1], index] as const),
    ),
  );
  const bands = Math.max(1, Math.min(MOST_BANDS, edges.length));
  const step = Math.max((box.north - box.south) / bands, 1e-9);
  const bandOf = (lat: number) => bandAt({ south: box.south, step }, lat, bands);
  const starts = new Uint32Array(allocate(4 * (bands + 1)));
  for (const [, lat1, , lat2] of edges) {
    const last = bandOf(Math.max(lat1, lat2));
    for (let band = bandOf(Math.min(lat1, lat2)); band <= last; band++)
      starts[band + 1] = (starts[band + 1] ?? 0) + 1;
  }
  for (let band = 1; band <= bands; band++)
    starts[band] = (starts[band] ?? 0) + (starts[band - 1] ?? 0);
  const count = starts[bands] ?? 0;
  const [ends, polygon] = [
    new Float64Array(allocate(32 * count)),
    new Uint32Array(allocate(4 * count)),
  ];
  const next = starts.slice();
  for (const [lon1, lat1, lon2, lat2, index] of edges) {
    const last = bandOf(Math.max(lat1, lat2));
    for (let band = bandOf(Math.min(lat1, lat2)); band <= last; band++) {
      const to = next[band] ?? 0;
      next[band] = to + 1;
      ends.set([lon1, lat1, lon2, lat2], 4 * to);
      polygon[to] = index;
    }
  }
  return { ...box, step, starts, ends, polygon };
}

/** Even-odd over the rings of each polygon: in its outer ring and in no hole, in any polygon. */
export function isInside(index: InsideIndex, lon: number, lat: number): boolean {
  if (!(lon >= index.west && lon <= index.east && lat >= index.south && lat <= index.north))
    return false;
  const { starts, ends, polygon } = index;
  const band = bandAt(index, lat, starts.length - 1);
  let inside = false;
  let own = -1;
  for (let i = starts[band] ?? 0; i < (starts[band + 1] ?? 0); i++) {
    if (polygon[i] !== own) {
      if (inside) return true;
      own = polygon[i] ?? 0;
    }
    const lat1 = ends[4 * i + 1] ?? 0;
    const lat2 = ends[4 * i + 3] ?? 0;
    if (lat1 > lat === lat2 > lat) continue;
    const lon1 = ends[4 * i] ?? 0;
    const lon2 = ends[4 * i + 2] ?? 0;
    if (lon < lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1)) inside = !inside;
  }
  return inside;
}

function bandAt(
  { south, step }: Pick<InsideIndex, "south" | "step">,
  lat: number,
  bands: number,
): number {
  return Math.min(bands - 1, Math.max(0, Math.floor((lat - south) / step)));
}
