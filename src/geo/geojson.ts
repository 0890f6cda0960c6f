// Reads a GeoJSON FeatureCollection (RFC 7946) of polygons: the zones and regions of a case. Every area that comes out was checked.
import type { Area, Polygon } from "../model/place.ts";
import { shortened, withoutTheRest } from "../model/most-problems.ts";
import type { Problem, Span } from "../model/problem.ts";
import type { Box } from "./area.ts";
import { checkArea } from "./check-area.ts";
import { listOf, readPolygon } from "./positions.ts";
import { isObject, readFeatures } from "./read-features.ts";
import type { JsonObject, RawFeature } from "./read-features.ts";

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

const ID = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?$/;

/** Reads the text of a zone file. `box` tells swapped coordinates (check-area.ts). Never throws; all problems at once. */
export function readAreas(text: string, file: string, box?: Box): AreaFile {
  const { features, members, problems } = readFeatures(text, file);
  const reading = new AreaReading(problems, box);
  for (const feature of features) reading.feature(feature);
  return {
    features: [...reading.features.values()],
    members,
    problems: withoutTheRest(reading.problems.sort(compareSpans), "C801"),
  };
}

function compareSpans({ at: a }: Problem, { at: b }: Problem): number {
  return a === null || b === null ? 0 : a.line - b.line || a.column - b.column;
}

class AreaReading {
  readonly problems: Problem[];
  readonly features = new Map<string, AreaFeature>();
  readonly #box: Box | undefined;

  constructor(problems: readonly Problem[], box: Box | undefined) {
    this.problems = [...problems];
    this.#box = box;
  }

  feature(raw: RawFeature): void {
    const { id: given, geometry, properties, path, at } = raw;
    const id = this.#id(given, path, at);
    const what = `feature "${id ?? path}"`;
    const polygons = readPolygons(geometry);
    if (polygons === null) {
      const expected = "a Polygon or MultiPolygon of positions [longitude, latitude]";
      this.#report("T401", `${what} has no usable geometry; expected ${expected}`, at);
      return;
    }
    const tolerance = this.#tolerance(properties["toleranceMeters"], what, at);
    const area: Area = { kind: "area", polygons, ...tolerance };
    const box = this.#box === undefined ? {} : { box: this.#box };
    const faults = checkArea(area, { what, at, ...box });
    for (const fault of faults) this.problems.push(fault);
    if (id === null || faults.length > 0) return;
    const name = typeof properties["name"] === "string" ? properties["name"] : id;
    this.features.set(id, { id, name, area, properties });
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
    return this.features.has(id) ? this.#report("C103", `feature "${id}" stands twice`, at) : id;
  }

  #tolerance(value: unknown, what: string, at: Span): Pick<Area, "toleranceMeters"> {
    if (value === undefined) return {};
    if (typeof value === "number" && value >= 0) return { toleranceMeters: value };
    const expected = "a number of metres, 0 or more";
    const came = JSON.stringify(value);
    this.#report("C105", `toleranceMeters of ${what} must be ${expected}; found ${came}`, at);
    return {};
  }

  #report(code: string, message: string, at: Span): null {
    this.problems.push({ code, severity: "error", message: shortened(message), at });
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
