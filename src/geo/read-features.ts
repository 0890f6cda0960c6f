// The features of a GeoJSON FeatureCollection (RFC 7946) with their places in the text, before anything is made of their geometries.
import { shortened } from "../model/most-problems.ts";
import type { Problem, Span } from "../model/problem.ts";
import { placeJson, spansOf } from "./json-place.ts";

/** What a JSON object holds before anything is known of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface RawFeature {
  /** The `id` of the feature, else of its properties; undefined or null where neither is given. */
  readonly id: unknown;
  readonly geometry: unknown;
  readonly properties: JsonObject;
  /** `features/3`, for messages. */
  readonly path: string;
  readonly at: Span;
}

export interface FeatureFile {
  readonly features: readonly RawFeature[];
  /** Members of the collection beside `type` and `features`. */
  readonly members: JsonObject;
  readonly problems: readonly Problem[];
}

/** More are no layer of a case. */
const MOST_FEATURES = 100_000;

/** Splits the text of a collection into its features. Never throws; all problems at once (C102, C105, C801, T401). */
export function readFeatures(source: string, file: string): FeatureFile {
  const reading = new FeatureReading(source, file);
  const root = reading.parse();
  if (root === undefined) return { features: [], members: {}, problems: reading.problems };
  const features = reading.collection(root);
  const { type: _type, features: _features, ...members } = isObject(root) ? root : {};
  return { features, members, problems: reading.problems };
}

class FeatureReading {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #span: (offset: number) => Span;
  #starts: ReadonlyMap<string, number> | undefined;

  constructor(text: string, file: string) {
    this.#text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.#span = spansOf(this.#text, file);
  }

  parse(): unknown {
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

  collection(root: unknown): readonly RawFeature[] {
    if (!isObject(root) || root["type"] !== "FeatureCollection") {
      return this.#report("C105", "expected a GeoJSON FeatureCollection", this.#place(""));
    }
    if ("crs" in root && !isLonLat(root["crs"])) {
      const expected = "expected longitude and latitude on WGS 84 (leave crs out)";
      const message = `another coordinate system is named; ${expected}`;
      return this.#report("T401", message, this.#place("crs"));
    }
    const features = root["features"];
    if (!Array.isArray(features)) {
      return this.#report("C102", 'the collection lacks a list "features"', this.#place(""));
    }
    if (features.length > MOST_FEATURES) {
      const message = `the collection has ${features.length} features; at most ${MOST_FEATURES}`;
      return this.#report("C801", message, this.#span(0));
    }
    return features.flatMap((feature, index) => this.#feature(feature, `features/${index}`));
  }

  #feature(feature: unknown, path: string): readonly RawFeature[] {
    if (!isObject(feature) || feature["type"] !== "Feature") {
      return this.#report("C105", `${path} must be a GeoJSON Feature`, this.#place(path));
    }
    const properties = isObject(feature["properties"]) ? feature["properties"] : {};
    const id = feature["id"] ?? properties["id"];
    const placed = () => this.#place(path);
    const raw = { id, geometry: feature["geometry"], properties, path };
    return [lazily(raw, placed)];
  }

  #place(path: string): Span {
    this.#starts ??= placeJson(this.#text).starts;
    return this.#span(this.#starts.get(path) ?? 0);
  }

  #report(code: string, message: string, at: Span): readonly [] {
    this.problems.push({ code, severity: "error", message: shortened(message), at });
    return [];
  }
}

/** With a place that is looked for only when something is wrong: finding places takes longer than reading. */
function lazily(raw: Omit<RawFeature, "at">, placed: () => Span): RawFeature {
  return {
    ...raw,
    get at() {
      return placed();
    },
  };
}

/** RFC 7946 has no `crs`; older files may name the one it means. */
function isLonLat(crs: unknown): boolean {
  return crs === null || /CRS84|EPSG:+4326/.test(JSON.stringify(crs) ?? "");
}

/** Whether a JSON value is an object, no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
