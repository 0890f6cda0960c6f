// The map's style and sources from our own ground and tokens: no glyphs, no tiles, no fonts from elsewhere.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Position } from "../../../src/model/place.ts";
import { borderLines, landRings } from "../../ground/ground.ts";
import type { MapColours } from "./colours.ts";
import { pointMarks, selectedMark } from "./map-view.ts";
import type { MapView } from "./map-view.ts";
import { ringAround } from "./projection.ts";

/** A token that starts with a digit ("Source Sans 3") draws tiny text without a word: the same file has this name for maps. */
export const MAP_FONT = "TrucelineSans";

/** Everything of one view in one theme. */
export function mapStyle(view: MapView, colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: landFeature(view) },
      borders: collection(
        view.isBare
          ? []
          : borderLines(view.policy).map(({ id, line }) => ({
              type: "Feature",
              properties: { id },
              geometry: { type: "LineString", coordinates: line.map(pair) },
            })),
      ),
      areas: collection(
        view.areas.map((polygon) => ({
          type: "Feature",
          properties: {},
          geometry: { type: "Polygon", coordinates: polygon.map((ring) => ring.map(pair)) },
        })),
      ),
      ring: collection(ringFeatures(view)),
      labels: collection(view.labels.map(({ at, text }, rank) => point(at, { text, rank }))),
      marks: collection(
        pointMarks(view).map(({ at, mark, id }) => point(at, { mark, id, order: hash(id) })),
      ),
    },
    layers: [...groundLayers(view, colours), ...placeLayers(colours)],
  };
}

/** Coast and lines; an empty ground is land-coloured, so that nobody reads it as sea. */
function groundLayers(view: MapView, colours: MapColours): LayerSpecification[] {
  const isDashed = view.policy === "claims";
  return [
    {
      id: "sea",
      type: "background",
      paint: { "background-color": view.isBare ? colours.land : colours.sea },
    },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } },
    {
      id: "coast",
      type: "line",
      source: "land",
      paint: { "line-color": colours.control, "line-width": 0.75 },
    },
    {
      id: "borders",
      type: "line",
      source: "borders",
      paint: {
        "line-color": colours.ink2,
        "line-width": 1,
        ...(isDashed ? { "line-dasharray": [4, 3] } : {}),
      },
    },
  ];
}

/** What is known of places, over the ground; names on top. */
function placeLayers(colours: MapColours): LayerSpecification[] {
  const outline = { "line-color": colours.ink, "line-width": 1.5 };
  return [
    {
      id: "area-fill",
      type: "fill",
      source: "areas",
      paint: { "fill-color": colours.ink, "fill-opacity": 0.06 },
    },
    { id: "area", type: "line", source: "areas", paint: outline },
    { id: "ring", type: "line", source: "ring", paint: outline },
    {
      id: "marks",
      type: "symbol",
      source: "marks",
      layout: {
        "icon-image": ["get", "mark"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["get", "order"],
      },
    },
    {
      id: "cities",
      type: "circle",
      source: "labels",
      paint: { "circle-color": colours.ink, "circle-radius": 1.75 },
    },
    {
      id: "labels",
      type: "symbol",
      source: "labels",
      layout: {
        "text-field": ["get", "text"],
        "text-font": [MAP_FONT],
        "text-size": 13,
        "text-anchor": "left",
        "text-offset": [0.5, 0],
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": colours.ink, "text-halo-color": colours.land, "text-halo-width": 1.5 },
    },
  ];
}

interface Feature {
  readonly type: "Feature";
  readonly properties: Record<string, string | number>;
  readonly geometry:
    | { type: "Point"; coordinates: number[] }
    | { type: "LineString"; coordinates: number[][] }
    | { type: "Polygon"; coordinates: number[][][] };
}

function collection(features: readonly Feature[]): SourceSpecification {
  return { type: "geojson", data: { type: "FeatureCollection", features: [...features] } };
}

/** Even-odd: every ring its own polygon would fill inland seas, so rings inside another one are its holes. */
function landFeature(view: MapView) {
  const rings = view.isBare ? [] : landRings();
  const [main, ...rest] = [...rings].sort((a, b) => b.length - a.length);
  const holes = rest.filter((ring) => isIn(ring[0], main ?? []));
  const islands = rest.filter((ring) => !holes.includes(ring));
  const polygons = main === undefined ? [] : [[main, ...holes], ...islands.map((ring) => [ring])];
  return {
    type: "Feature" as const,
    properties: {},
    geometry: {
      type: "MultiPolygon" as const,
      coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(pair))),
    },
  };
}

function isIn(position: Position | undefined, ring: readonly Position[]): boolean {
  if (position === undefined) return false;
  const [x, y] = position;
  return ring.reduce((inside, [x1, y1], i) => {
    const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

function ringFeatures(view: MapView): readonly Feature[] {
  const mark = selectedMark(view);
  if (mark === null) return [];
  const coordinates = ringAround(mark.at, mark.radiusMeters).map(pair);
  return [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }];
}

function point(at: Position, properties: Record<string, string | number>): Feature {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: pair(at) } };
}

function pair([lon, lat]: Position): number[] {
  return [lon, lat];
}

/** Draw order says nothing of verdicts: what lies on top looks more frequent. */
function hash(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
}
