// Incidents as GeoJSON (RFC 7946): a point with its radius, an area, or no geometry at all; nothing is placed at a made-up point.
import type { Extent, Polygon, Ring } from "../model/place.ts";
import type { Incident } from "../model/incident.ts";
import type { Envelope } from "./envelope.ts";
import type { ListedIncident } from "./incident-list.ts";

type Coordinates = readonly (readonly [number, number])[];

export type Geometry =
  | { readonly type: "Point"; readonly coordinates: readonly [number, number] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly Coordinates[])[];
    }
  | null;

export interface IncidentFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Omit<ListedIncident, "where"> & {
    readonly url: string;
    /** The true place lies somewhere within; null for areas and unknown places. */
    readonly radiusMeters: number | null;
  };
}

export interface IncidentFeatures extends Envelope {
  readonly type: "FeatureCollection";
  /** Features without a geometry: listed, not left out. */
  readonly noPlace: number;
  readonly features: readonly IncidentFeature[];
}

/** Features in the order of `items`; `incidents` hold the places of all of them. */
export function incidentFeatures(
  head: Envelope,
  items: readonly ListedIncident[],
  incidents: Iterable<Incident>,
): IncidentFeatures {
  const extents = new Map([...incidents].map(({ id, place }) => [id, place.extent]));
  const features = items.map(({ where, ...row }): IncidentFeature => {
    const extent = extents.get(row.id) ?? { kind: "unknown" as const };
    const radiusMeters = where.kind === "disc" ? where.radiusMeters : null;
    return {
      type: "Feature",
      id: row.id,
      geometry: geometryOf(extent),
      properties: { ...row, url: `/c/${head.case}/i/${row.id}`, radiusMeters },
    };
  });
  const noPlace = features.filter(({ geometry }) => geometry === null).length;
  return { type: "FeatureCollection", ...head, noPlace, features };
}

function geometryOf(extent: Extent): Geometry {
  switch (extent.kind) {
    case "disc":
      return { type: "Point", coordinates: extent.center };
    case "area":
      return { type: "MultiPolygon", coordinates: extent.polygons.map(wound) };
    case "unknown":
      return null;
    default:
      return extent satisfies never;
  }
}

/** Outer rings run counterclockwise, holes clockwise (RFC 7946, 3.1.6). */
function wound(polygon: Polygon): readonly Coordinates[] {
  return polygon.map((ring, index) =>
    isCounterclockwise(ring) === (index === 0) ? ring : ring.toReversed(),
  );
}

function isCounterclockwise(ring: Ring): boolean {
  let doubleArea = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    doubleArea += x * nextY - nextX * y;
  }
  return doubleArea > 0;
}
