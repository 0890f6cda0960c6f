// Where something is, to every zone of a text at once (TERMS 2.5): points of the place are tried one by one, so that two zones
// that never meet are never both entered. Crude and slow; the corpus keeps clear of borders by more than the sampling's grain.
import type { Document, Fields } from "./document.ts";
import type { Incident, Place } from "./incident.ts";

type Point = readonly [lon: number, lat: number];

/** `zone party` -> is it inside, when that party's lines count. */
export type Spot = ReadonlyMap<string, boolean>;

const BEARINGS = 48;
const RADII = [0.25, 0.5, 0.75, 0.999];
const GRID = 24;

/** The key of a zone in a spot. */
export function spotKey(zone: string, party: string): string {
  return `${zone} ${party}`;
}

const tried = new WeakMap<Document, Map<string, readonly Spot[]>>();

/** The different ways a place may lie to the drawn and moving zones of a text. */
export function spotsOf(
  document: Document,
  place: Place | undefined,
  near: Incident["near"],
): readonly Spot[] {
  const known = tried.get(document) ?? new Map<string, readonly Spot[]>();
  tried.set(document, known);
  const key = JSON.stringify([place ?? null, near ?? null]);
  const spots = known.get(key) ?? trySpots(document, place, near);
  known.set(key, spots);
  return spots;
}

function trySpots(
  document: Document,
  place: Place | undefined,
  near: Incident["near"],
): readonly Spot[] {
  const zones = Object.entries(document.zones ?? {}).filter(
    ([, zone]) => zone["geometry"] !== "none-agreed",
  );
  const drawn = zones.filter(([, zone]) => zone["around"] === undefined);
  const moving = zones.filter(([, zone]) => zone["around"] !== undefined);
  const points = place === undefined ? anywhere(drawn, document) : pointsOf(place);
  const parties = [...document.parties, "other"];
  const spots = points.map(
    (point) =>
      new Map(
        drawn.flatMap(([id, zone]) =>
          parties.map(
            (party) => [spotKey(id, party), isInside(document, zone, point, party)] as const,
          ),
        ),
      ),
  );
  return distinct(spots).flatMap((spot) =>
    distances(moving, near, parties).map((more) => new Map([...spot, ...more])),
  );
}

function distinct(spots: readonly Spot[]): readonly Spot[] {
  return [...new Map(spots.map((spot) => [JSON.stringify([...spot]), spot])).values()];
}

function distances(
  moving: readonly (readonly [string, Fields])[],
  near: Incident["near"],
  parties: readonly string[],
): readonly Spot[] {
  return moving.reduce<readonly Spot[]>(
    (sofar, [id, zone]) => {
      const { kind, metres } = zone["around"] as { kind: string; metres: number };
      const [low, high] = near?.[kind] ?? [0, Infinity];
      const values = [...(low <= metres ? [true] : []), ...(high > metres ? [false] : [])];
      return sofar.flatMap((spot) =>
        values.map(
          (value) =>
            new Map([...spot, ...parties.map((party) => [spotKey(id, party), value] as const)]),
        ),
      );
    },
    [new Map()],
  );
}

function isInside(document: Document, zone: Fields, point: Point, party: string): boolean {
  const { buffer, band, geometry } = zone as {
    buffer?: { of: string; metres: number };
    band?: { of: string; from: number; to: number };
    geometry?: { type: string; coordinates: unknown };
  };
  if (buffer !== undefined) return metresToLine(document, buffer.of, party, point) <= buffer.metres;
  if (band !== undefined) {
    const metres = metresToLine(document, band.of, party, point);
    return metres >= band.from && metres < band.to;
  }
  if (geometry === undefined)
    throw new Error(`a zone the second judge cannot read: ${JSON.stringify(zone)}`);
  return ringsOf(geometry).filter((ring) => isInRing(ring, point)).length % 2 === 1;
}

function ringsOf({
  type,
  coordinates,
}: {
  type: string;
  coordinates: unknown;
}): readonly (readonly Point[])[] {
  return type === "MultiPolygon"
    ? (coordinates as readonly (readonly (readonly Point[])[])[]).flat()
    : (coordinates as readonly (readonly Point[])[]);
}

function isInRing(ring: readonly Point[], [lon, lat]: Point): boolean {
  let inside = false;
  ring.forEach(([lonA, latA], index) => {
    const [lonB, latB] = ring[(index + 1) % ring.length] ?? [lonA, latA];
    const crosses = latA > lat !== latB > lat;
    if (crosses && lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) inside = !inside;
  });
  return inside;
}

function metresToLine(document: Document, line: string, party: string, point: Point): number {
  const drawn = lineOf(document, line, party);
  const scale = metresPerDegree(point[1]);
  const flat = drawn.map(([lon, lat]): Point => [
    (lon - point[0]) * scale[0],
    (lat - point[1]) * scale[1],
  ]);
  const spans = flat.slice(1).map((end, index) => metresToSpan(flat[index] ?? end, end));
  return Math.min(...spans);
}

function lineOf(document: Document, id: string, party: string): readonly Point[] {
  const line = document.lines?.[id] ?? {};
  const own = (line["per-party"] as Readonly<Record<string, string>> | undefined)?.[party];
  if (own !== undefined) return lineOf(document, own, party);
  return (line["geometry"] as { coordinates: readonly Point[] } | undefined)?.coordinates ?? [];
}

function metresToSpan([ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

// Radii of curvature of WGS 84 at a latitude, in metres a degree: east, north.
function metresPerDegree(lat: number): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  const bend = 1 - 0.00669437999014 * sin * sin;
  const east = (6_378_137 / Math.sqrt(bend)) * Math.cos((lat * Math.PI) / 180);
  const north = (6_378_137 * (1 - 0.00669437999014)) / bend ** 1.5;
  return [(east * Math.PI) / 180, (north * Math.PI) / 180];
}

function pointsOf(place: Place): readonly Point[] {
  if ("polygon" in place)
    return [
      ...place.polygon,
      ...gridOf(place.polygon).filter((point) => isInRing(place.polygon, point)),
    ];
  const [east, north] = metresPerDegree(place.lat);
  const around = RADII.flatMap((share) =>
    Array.from({ length: BEARINGS }, (_, index): Point => {
      const angle = (index / BEARINGS) * 2 * Math.PI;
      const metres = share * place["radius-meters"];
      return [
        place.lon + (Math.sin(angle) * metres) / east,
        place.lat + (Math.cos(angle) * metres) / north,
      ];
    }),
  );
  return [[place.lon, place.lat], ...around];
}

// Nothing known of the place: points all over the zones and the lines, and one far from all.
function anywhere(
  zones: readonly (readonly [string, Fields])[],
  document: Document,
): readonly Point[] {
  const parties = document.parties;
  const corners = zones.flatMap(([, zone]) => {
    const geometry = zone["geometry"] as { type: string; coordinates: unknown } | undefined;
    return geometry === undefined ? [] : ringsOf(geometry).flat();
  });
  const lines = Object.keys(document.lines ?? {}).flatMap((line) =>
    parties.flatMap((party) => lineOf(document, line, party)),
  );
  const all = [...corners, ...lines];
  return all.length === 0 ? [[0, 0]] : [...gridOf(all), [-150, -60]];
}

function gridOf(corners: readonly Point[]): readonly Point[] {
  const [west, east] = spanOf(corners.map(([lon]) => lon));
  const [south, north] = spanOf(corners.map(([, lat]) => lat));
  const steps = Array.from({ length: GRID }, (_, index) => (index + 0.5) / GRID);
  return steps.flatMap((x) =>
    steps.map((y): Point => [west + x * (east - west), south + y * (north - south)]),
  );
}

function spanOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
