// Discs that stand for a shape which is no exact point or edge: an area, or a line that may run elsewhere. Each disc surely holds a
// point of the shape, and together they hold all of it; so the nearest disc bounds the distance to the shape from both sides.
import type { Area, Disc, Polygon, Position } from "../model/place.ts";
import { areaHolds, boxOf, outlineMayBeWithin } from "./area.ts";
import { greatestEdgeMeters } from "./distance.ts";
import type { Path } from "./line.ts";

/** Metres: cells of an area are not made smaller. */
const FINEST_CELL = 25;
/** Cells along a side of a polygon at the most: its distance is then known within about 3 % of its length. */
const MOST_CELLS = 24;
/** Discs of one edge of a line at the most. */
const MOST_PIECES = 1_000;
/** Cells times edges of one polygon at the most: an outline of a million corners is held by few, coarse discs. */
const MOST_WORK = 2_000_000;

/** Discs that hold an area and each a point of it; about `most` a polygon at the most. Cost: `MOST_WORK` a polygon. */
export function coverArea(area: Area, most = MOST_CELLS ** 2): readonly Disc[] {
  return area.polygons.flatMap((polygon) => {
    const edges = polygon.reduce((sum, ring) => sum + ring.length, 0);
    const cells = Math.max(1, Math.min(most, MOST_WORK / edges));
    return coverPolygon(polygon, Math.min(MOST_CELLS, Math.floor(Math.sqrt(cells))));
  });
}

function coverPolygon(polygon: Polygon, most: number): readonly Disc[] {
  const area: Area = { kind: "area", polygons: [polygon] };
  const { west, east, south, north } = boxOf(area);
  const columns = cellsOf(greatestEdgeMeters([west, south], [east, south]), most);
  const rows = cellsOf(greatestEdgeMeters([west, south], [west, north]), most);
  const [width, height] = [(east - west) / columns, (north - south) / rows];
  return Array.from({ length: columns * rows }, (_, i): Disc => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const center: Position = [west + (column + 0.5) * width, south + (row + 0.5) * height];
    return { kind: "disc", center, radiusMeters: cellRadius(center, width, height) };
  }).filter(({ center, radiusMeters }) => {
    return areaHolds(area, center) || outlineMayBeWithin(area, center, radiusMeters - SLACK);
  });
}

/** What `outlineMayBeWithin` may be wrong by, and so what every radius is longer by. */
const SLACK = 1;

/** Reaches the corners of the cell. */
function cellRadius([lon, lat]: Position, width: number, height: number): number {
  const half = height / 2;
  const corner = (south: number): number =>
    greatestEdgeMeters([lon, lat], [lon + width / 2, lat + south]);
  return Math.max(corner(half), corner(-half)) + SLACK;
}

function cellsOf(meters: number, most: number): number {
  return Math.min(most, Math.max(1, Math.ceil(meters / FINEST_CELL)));
}

/**
 * Discs for a line of which each drawn point has a true one, and each true point a drawn one, within `meters`. Discs are about
 * `meters` apart, so the distance to it is known within one and a half of that; further apart where an edge would have more than `most`.
 */
export function coverLine(path: Path, meters: number, most = MOST_PIECES): readonly Disc[] {
  return path.slice(1).flatMap((to, i) => {
    const from = path[i] ?? to;
    const length = greatestEdgeMeters(from, to);
    const wanted = Math.ceil(length / Math.max(meters, FINEST_CELL));
    const pieces = Math.max(1, Math.min(most, MOST_PIECES, wanted));
    return Array.from({ length: pieces }, (_, piece): Disc => {
      const at = (part: number): Position => [
        from[0] + (to[0] - from[0]) * part,
        from[1] + (to[1] - from[1]) * part,
      ];
      const center = at((piece + 0.5) / pieces);
      const ends = [at(piece / pieces), at((piece + 1) / pieces)];
      const half = Math.max(...ends.map((end) => greatestEdgeMeters(center, end)));
      return { kind: "disc", center, radiusMeters: meters + half };
    });
  });
}
