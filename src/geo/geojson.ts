// Reads a GeoJSON FeatureCollection (RFC 7946) of polygons: the zones and regions of a case. Every area that comes out was checked.
import type { Area, Polygon, Position, Ring } from "../model/place.ts";
import { shortened, withoutTheRest } from "../model/most-problems.ts";
import type { Problem, Span } from "../model/problem.ts";
import type { Box } from "./area.ts";
import { checkArea } from "./check-area.ts";
import { placeJson, spansOf } from "./json-place.ts";

/** What a JSON object holds before anything is known of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface AreaFeature {
  readonly id: string;
  /** The `name` property; the id where there is none. */
  readonly name: string;
  readonly area: Area;
  readonly properties: JsonObject;
}

export interface AreaFile {
  /** In file order, ids unique; features with an error are left out. */
  readonly features: readonly AreaFeature[];
  /** Members of the collection beside `type` and `features`: `source`, `licence`, `recipe`. */
  readonly members: JsonObject;
  readonly problems: readonly Problem[];
}

/** More are no zones of a case. */
const MOST_FEATURES = 100_000;

const ID = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?$/;

/** Reads the text of a zone file. `box` tells swapped coordinates (check-area.ts). Never throws; all problems at once. */
export function readAreas(text: string, file: string, box?: Box): AreaFile {
  const reading = new AreaReading(text, file, box);
  return reading.read();
}

class AreaReading {
  readonly #problems: Problem[] = [];
  readonly #features = new Map<string, AreaFeature>();
  readonly #text: string;
  readonly #box: Box | undefined;
  readonly #span: (offset: number) => Span;
  #starts: ReadonlyMap<string, number> | undefined;

  constructor(text: string, file: string, box: Box | undefined) {
    this.#text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.#box = box;
    this.#span = spansOf(this.#text, file);
  }

  read(): AreaFile {
    const root = this.#parse();
    if (root !== undefined) this.#collection(root);
    const { type: _type, features: _features, ...members } = isObject(root) ? root : {};
    return {
      features: [...this.#features.values()],
      members,
      problems: withoutTheRest(this.#problems, "C801"),
    };
  }

  #parse(): unknown {
    try {
      return JSON.parse(this.#text);
    } catch {
      const { broken } = placeJson(this.#text);
      const offset = broken?.offset ?? 0;
      const came = this.#text.slice(offset, offset + 12).split("\n")[0] ?? "";
      const found = offset >= this.#text.length ? "the end of the text" : `"${came}"`;
      const message = `not readable as JSON: expected ${broken?.expected ?? "JSON"}; found ${found}`;
      this.#report("C105", message, this.#span(offset));
      return undefined;
    }
  }

  #collection(root: unknown): void {
    if (!isObject(root) || root["type"] !== "FeatureCollection") {
      this.#report("C105", "expected a GeoJSON FeatureCollection", this.#place(""));
      return;
    }
    if ("crs" in root && !isLonLat(root["crs"])) {
      const expected = "expected longitude and latitude on WGS 84 (leave crs out)";
      this.#report("T401", `another coordinate system is named; ${expected}`, this.#place("crs"));
      return;
    }
    const features = root["features"];
    if (!Array.isArray(features)) {
      this.#report("C102", 'the collection lacks a list "features"', this.#place(""));
      return;
    }
    if (features.length > MOST_FEATURES) {
      const message = `the collection has ${features.length} features; at most ${MOST_FEATURES}`;
      this.#report("C801", message, this.#span(0));
      return;
    }
    features.forEach((feature, index) => this.#feature(feature, `features/${index}`));
  }

  #feature(feature: unknown, path: string): void {
    const at = this.#place(path);
    if (!isObject(feature) || feature["type"] !== "Feature") {
      this.#report("C105", `${path} must be a GeoJSON Feature`, at);
      return;
    }
    const properties = isObject(feature["properties"]) ? feature["properties"] : {};
    const id = this.#id(feature["id"] ?? properties["id"], path, at);
    const what = `feature "${id ?? path}"`;
    const polygons = readPolygons(feature["geometry"]);
    if (polygons === null) {
      const expected = "a Polygon or MultiPolygon of positions [longitude, latitude]";
      this.#report("T401", `${what} has no usable geometry; expected ${expected}`, at);
      return;
    }
    const tolerance = this.#tolerance(properties["toleranceMeters"], what, at);
    const area: Area = { kind: "area", polygons, ...tolerance };
    const box = this.#box === undefined ? {} : { box: this.#box };
    const faults = checkArea(area, { what, at, ...box });
    for (const fault of faults) this.#problems.push(fault);
    if (id === null || faults.length > 0) return;
    const name = typeof properties["name"] === "string" ? properties["name"] : id;
    this.#features.set(id, { id, name, area, properties });
  }

  #id(value: unknown, path: string, at: Span): string | null {
    if (value === undefined || value === null)
      return this.#report("C102", `${path} lacks an "id"`, at);
    const id = typeof value === "number" ? String(value) : value;
    if (typeof id !== "string" || !ID.test(id)) {
      const rule = "letters, digits and inner hyphens, at most 80 characters";
      return this.#report(
        "C106",
        `bad id of ${path}: ${JSON.stringify(value)}; expected ${rule}`,
        at,
      );
    }
    return this.#features.has(id) ? this.#report("C103", `feature "${id}" stands twice`, at) : id;
  }

  #tolerance(value: unknown, what: string, at: Span): Pick<Area, "toleranceMeters"> {
    if (value === undefined) return {};
    if (typeof value === "number" && value >= 0) return { toleranceMeters: value };
    const expected = "a number of metres, 0 or more";
    const came = JSON.stringify(value);
    this.#report("C105", `toleranceMeters of ${what} must be ${expected}; found ${came}`, at);
    return {};
  }

  #place(path: string): Span {
    this.#starts ??= placeJson(this.#text).starts;
    return this.#span(this.#starts.get(path) ?? 0);
  }

  #report(code: string, message: string, at: Span): null {
    this.#problems.push({ code, severity: "error", message: shortened(message), at });
    return null;
  }
}

/** Reads the geometry of a GeoJSON Polygon or MultiPolygon; heights are dropped. null when it is none or is malformed. */
export function readPolygons(geometry: unknown): readonly Polygon[] | null {
  if (!isObject(geometry)) return null;
  const { type, coordinates } = geometry;
  if (type === "Polygon") return listOf([coordinates], readPolygon);
  return type === "MultiPolygon" ? listOf(coordinates, readPolygon) : null;
}

function readPolygon(value: unknown): Polygon | null {
  return listOf(value, readRing);
}

function readRing(value: unknown): Ring | null {
  return listOf(value, readPosition);
}

function readPosition(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: readonly unknown[] = value;
  if (typeof lon !== "number" || typeof lat !== "number") return null;
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: readonly (T | null)[] = value.map(read);
  const found = items.filter((item) => item !== null);
  return found.length === items.length ? found : null;
}

/** RFC 7946 has no `crs`; older files may name the one it means. */
function isLonLat(crs: unknown): boolean {
  return crs === null || /CRS84|EPSG:+4326/.test(JSON.stringify(crs) ?? "");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
