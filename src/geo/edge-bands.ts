// Edges of an outline by the latitudes they cross, so that an edge of another outline is held against those that can meet it alone. The
// plain way, every two edges, is in edge-bands.test.ts.
import type { Area } from "../model/place.ts";
import { edgesMeet, edgesOf } from "./segment.ts";
import type { Edge } from "./segment.ts";

export interface EdgeBands {
  readonly south: number;
  /** Degrees of latitude of one band. */
  readonly step: number;
  /** From the south; an edge is in each band that it crosses. */
  readonly bands: readonly (readonly Edge[])[];
}

/** Degrees; more than what segment.ts takes for a touch. */
const SLACK = 1e-9;

/** Areas do not change, so each is cut once. Cost: linear in edges, of which about two stand in the bands for each. */
export function edgeBands(area: Area): EdgeBands {
  const known = KNOWN.get(area) ?? cut(area.polygons.flat().flatMap(edgesOf));
  KNOWN.set(area, known);
  return known;
}

const KNOWN = new WeakMap<Area, EdgeBands>();

function cut(edges: readonly Edge[]): EdgeBands {
  let [south, north, heights] = [Infinity, -Infinity, 0];
  for (const [from, to] of edges) {
    south = Math.min(south, from[1], to[1]);
    north = Math.max(north, from[1], to[1]);
    heights += Math.abs(to[1] - from[1]);
  }
  // Edges that all cross most of the outline need few bands, else each would stand in all of them.
  const height = north - south;
  const count = heights > 0 ? Math.max(1, Math.floor((edges.length * height) / heights)) : 1;
  const bands: Edge[][] = Array.from({ length: count }, () => []);
  const found = { south, step: height > 0 ? height / count : 1, bands };
  for (const edge of edges) {
    const [first, last] = bandsOf(edge, found);
    for (let band = first; band <= last; band++) bands[band]?.push(edge);
  }
  return found;
}

/** The first and the last band that an edge may cross or touch. */
function bandsOf(
  [from, to]: Edge,
  { south, step, bands }: EdgeBands,
): readonly [first: number, last: number] {
  const bandOf = (lat: number) =>
    Math.min(bands.length - 1, Math.max(0, Math.floor((lat - south) / step)));
  return [bandOf(Math.min(from[1], to[1]) - SLACK), bandOf(Math.max(from[1], to[1]) + SLACK)];
}

/** Whether an edge meets any of those in the bands. */
export function meetsBand(edge: Edge, all: EdgeBands): boolean {
  const [first, last] = bandsOf(edge, all);
  for (let band = first; band <= last; band++)
    if (all.bands[band]?.some((other) => edgesMeet(edge, other)) === true) return true;
  return false;
}
