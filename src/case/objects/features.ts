// The features of objects/*.geojson: their properties as maps with places, as the rows of a table are, and their geometries checked.
import { checkArea } from "../../geo/check-area.ts";
import { readPolygons } from "../../geo/geojson.ts";
import { listOf, readPosition, readPositions } from "../../geo/positions.ts";
import { isObject } from "../../geo/read-features.ts";
import type { JsonObject, RawFeature } from "../../geo/read-features.ts";
import type { ListedPlace } from "../../model/listed-object.ts";
import { shortened } from "../../model/most-problems.ts";
import type { Position } from "../../model/place.ts";
import type { Span } from "../../model/problem.ts";
import type { SeedReader } from "../../record/seeds/names.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../../model/yaml.ts";

/** Properties and id of a feature as the fields of a row. Lists and maps within are no fields of an object and stay out. */
export function featureRow({ id, properties, at }: RawFeature): YamlMap {
  const own = id === undefined || id === null ? properties : { ...properties, id };
  const entries = Object.entries(own).flatMap(([key, value]): readonly YamlEntry[] => {
    if (value === null || value === undefined) return [];
    return [{ key, keyAt: at, value: nodeOf(value, at) }];
  });
  return { kind: "map", entries, at };
}

function nodeOf(value: unknown, at: RawFeature["at"]): YamlNode {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { kind: "scalar", value, text: String(value), at };
  return { kind: "list", items: [], at };
}

/** Where a feature lies: a point, several points apart are several objects (T401), lines, or an area that was checked. */
export function featurePlace(
  reader: SeedReader,
  { geometry, path, at }: RawFeature,
  radiusMeters: number,
): ListedPlace | null {
  const what = `feature "${path}"`;
  const place = isObject(geometry) ? placeOf(geometry, radiusMeters) : null;
  if (place === null) {
    const expected = "a Point, LineString, MultiLineString, Polygon or MultiPolygon";
    return refuse(reader, `${what} has no usable geometry; expected ${expected}`, at);
  }
  if (place.kind === "area") {
    const faults = checkArea(place, { what, at });
    reader.problems.push(...faults);
    return faults.length > 0 ? null : place;
  }
  const positions = place.kind === "disc" ? [place.center] : place.paths.flat();
  const wrong = positions.find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
  if (wrong !== undefined) {
    const expected = "expected longitude -180 to 180, latitude -90 to 90";
    return refuse(
      reader,
      `${what} has a position out of range: ${wrong.join(", ")}; ${expected}`,
      at,
    );
  }
  if (place.kind === "line" && place.paths.some(jumps)) {
    return refuse(reader, `${what} jumps over the antimeridian; split it at longitude 180`, at);
  }
  return place;
}

function refuse(reader: SeedReader, message: string, at: Span): null {
  reader.problems.push({ code: "T401", severity: "error", message: shortened(message), at });
  return null;
}

function placeOf({ type, coordinates }: JsonObject, radiusMeters: number): ListedPlace | null {
  if (type === "Point") {
    const center = readPosition(coordinates);
    return center === null ? null : { kind: "disc", center, radiusMeters };
  }
  if (type === "LineString" || type === "MultiLineString") {
    const lines = listOf(type === "LineString" ? [coordinates] : coordinates, readPositions);
    const isDrawn = lines !== null && lines.length > 0 && lines.every((path) => path.length > 1);
    return isDrawn ? { kind: "line", paths: lines, radiusMeters } : null;
  }
  const polygons = readPolygons({ type, coordinates });
  if (polygons === null) return null;
  const tolerance = radiusMeters === 0 ? {} : { toleranceMeters: radiusMeters };
  return { kind: "area", polygons, ...tolerance };
}

function jumps(path: readonly Position[]): boolean {
  return path.some(([lon], i) => i > 0 && Math.abs(lon - (path[i - 1]?.[0] ?? lon)) > 180);
}
