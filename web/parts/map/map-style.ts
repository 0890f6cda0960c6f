// The map's style and sources from our own ground and tokens: no glyphs, no tiles, no fonts from elsewhere.
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { Position } from "../../../src/model/place.ts";
import { borderLines, landRings } from "../../ground/ground.ts";
import type { MapColours } from "./colours.ts";
import { cellText, drawOrder } from "./density.ts";
import type { Drawing } from "./drawing.ts";
import { isCircled, ringedMarks } from "./map-view.ts";
import type { MapView } from "./map-view.ts";
import { ringAround } from "./projection.ts";
import { CITY } from "./sprites.ts";

/** A token that starts with a digit ("Source Sans 3") draws tiny text without a word: the same file has this name for maps. */
export const MAP_FONT = "TrucelineSans";

/** Everything of one view in one theme. */
export function mapStyle(view: MapView, drawing: Drawing, colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      ...movingSources(view, drawing),
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
      labels: collection(view.labels.map(({ at, text }, rank) => point(at, { text, rank }))),
    },
    layers: [...groundLayers(view, colours), ...placeLayers(view, colours), ...nameLayers(colours)],
  };
}

/** Sources that change while the ground stays: these alone are sent anew. */
export function movingSources(view: MapView, drawing: Drawing) {
  return {
    ring: collection(ringFeatures(view)),
    marks: collection(markFeatures(drawing)),
    cells: collection(cellFeatures(drawing)),
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

/** What is known of places, over the ground. */
function placeLayers(view: MapView, colours: MapColours): LayerSpecification[] {
  const outline = { "line-color": colours.ink, "line-width": 1.5 };
  return [
    {
      id: "area-fill",
      type: "fill",
      source: "areas",
      paint: { "fill-color": colours.ink, "fill-opacity": 0.06 },
    },
    { id: "area", type: "line", source: "areas", paint: outline },
    ...cellLayers(view, colours),
    { id: "ring", type: "line", source: "ring", paint: outline },
    {
      id: "ring-mark",
      type: "circle",
      source: "ring",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 12,
        "circle-opacity": 0,
        "circle-stroke-color": colours.ink,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "marks",
      type: "symbol",
      source: "marks",
      layout: {
        "icon-image": ["get", "mark"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["get", "order"],
        "text-field": ["get", "number"],
        "text-font": [MAP_FONT],
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [0.65, -0.55],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: haloed(colours),
    },
  ];
}

/** Inner disc at least, outer ring at most; the wash of a disc lets its number be read. */
function cellLayers(view: MapView, colours: MapColours): LayerSpecification[] {
  const { quantity = "place" } = view;
  const colour = quantity === "place" ? colours.ink : colours[quantity];
  const circle = (id: string, radius: ExpressionSpecification, opacity: number) => ({
    id,
    type: "circle" as const,
    source: "cells",
    paint: {
      "circle-radius": radius,
      "circle-color": colour,
      "circle-opacity": opacity,
      "circle-stroke-color": colour,
      "circle-stroke-width": ["case", [">", radius, 0], 1.5, 0] as ExpressionSpecification,
    },
  });
  return [circle("cells", ["get", "most"], 0), circle("cells-least", ["get", "least"], 0.35)];
}

/** Names over marks, each with its dot or not at all; numbers of cells first: names give way to them. */
function nameLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: "labels",
      type: "symbol",
      source: "labels",
      layout: {
        "icon-image": CITY,
        "text-field": ["get", "text"],
        "text-font": [MAP_FONT],
        "text-size": 13,
        "text-anchor": "left",
        "text-offset": [0.5, 0],
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: haloed(colours),
    },
    {
      id: "cell-numbers",
      type: "symbol",
      source: "cells",
      layout: {
        "text-field": ["get", "text"],
        "text-font": [MAP_FONT],
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: haloed(colours),
    },
  ];
}

function haloed(colours: MapColours) {
  return {
    "text-color": colours.ink,
    "text-halo-color": colours.land,
    "text-halo-width": 1.75,
  };
}

interface Feature {
  readonly type: "Feature";
  readonly properties: Record<string, string | number>;
  readonly geometry:
    | { type: "Point"; coordinates: number[] }
    | { type: "LineString"; coordinates: number[][] }
    | { type: "Polygon"; coordinates: number[][][] };
}

function collection(features: readonly Feature[]) {
  const data = { type: "FeatureCollection" as const, features: [...features] };
  return { type: "geojson" as const, data } satisfies GeoJSONSourceSpecification;
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

/** The true radius; and a circle around the mark of a chosen incident, whose radius may be less than a pixel. */
function ringFeatures(view: MapView): readonly Feature[] {
  return ringedMarks(view).flatMap((mark) => {
    const { at, radiusMeters } = mark;
    const coordinates = ringAround(at, radiusMeters).map(pair);
    const ring: Feature = {
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates },
    };
    return isCircled(mark) ? [ring, point(at, {})] : [ring];
  });
}

function markFeatures(drawing: Drawing): readonly Feature[] {
  if (drawing.kind !== "marks") return [];
  return drawing.marks.map(({ at, mark, id, ids }) => {
    const number = ids.length > 1 ? String(ids.length) : "";
    return point(at, { mark, id, number, ids: ids.join(" "), order: drawOrder(id) });
  });
}

function cellFeatures(drawing: Drawing): readonly Feature[] {
  if (drawing.kind !== "cells") return [];
  return drawing.cells.map((cell) =>
    point(cell.at, {
      text: cellText(cell),
      least: cell.leastRadius,
      most: cell.mostRadius,
      atLeast: cell.atLeast,
      atMost: cell.atMost,
    }),
  );
}

function point(at: Position, properties: Record<string, string | number>): Feature {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: pair(at) } };
}

function pair([lon, lat]: Position): number[] {
  return [lon, lat];
}
