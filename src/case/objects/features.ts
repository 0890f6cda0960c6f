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

/** Properties and id of a feature as the fields of a row. Lists and maps within are no values of a field. */
export function featureRow(feature: RawFeature): YamlMap {
  const { id, properties } = feature;
  const own = id === undefined || id === null ? properties : { ...properties, id };
  const entries = Object.entries(own).flatMap(([key, value]): readonly YamlEntry[] => {
    if (value === null || value === undefined) return [];
    return [fieldOf(key, value, feature)];
  });
  return {
    kind: "map",
    entries,
    get at() {
      return feature.at;
    },
  };
}

/** A property; its place is that of its feature. */
function fieldOf(key: string, value: unknown, feature: RawFeature): YamlEntry {
  return {
    key,
    value: nodeOf(value, feature),
    get keyAt() {
      return feature.at;
    },
  };
}

function nodeOf(value: unknown, feature: RawFeature): YamlNode {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    return { kind: "list", items: [], at: feature.at };
  return {
    kind: "scalar",
    value,
    text: String(value),
    get at() {
      return feature.at;
    },
  };
}

/** Where a feature lies: a point, several points apart are several objects (T401), lines, or an area that was checked. */
export function featurePlace(
  reader: SeedReader,
  feature: RawFeature,
  radiusMeters: number,
): ListedPlace | null {
  const what = `feature "${feature.path}"`;
  const tell = (message: string): null => refuse(reader, `${what} ${message}`, feature.at);
  const { geometry } = feature;
  const place = isObject(geometry) ? placeOf(geometry, radiusMeters) : null;
  if (place === null) {
    const expected = "a Point, LineString, MultiLineString, Polygon or MultiPolygon";
    return tell(`has no usable geometry; expected ${expected}`);
  }
  if (place.kind === "area") {
    const faults = checkArea(place, { what, at: null });
    for (const fault of faults) reader.problems.push({ ...fault, at: feature.at });
    return faults.length > 0 ? null : place;
  }
  const positions = place.kind === "disc" ? [place.center] : place.paths.flat();
  const wrong = positions.find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
  if (wrong !== undefined) {
    const expected = "expected longitude -180 to 180, latitude -90 to 90";
    return tell(`has a position out of range: ${wrong.join(", ")}; ${expected}`);
  }
  if (place.kind === "line" && place.paths.some(jumps)) {
    return tell("jumps over the antimeridian; split it at longitude 180");
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
