// The moving map: everything of MapLibre that we use, in one chunk that is asked for only when a map comes into view.
import { GeoJSONSource, Map as LibreMap, setWorkerUrl } from "maplibre-gl";
import type { MapGeoJSONFeature, PointLike } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { MAP_BOX } from "../../ground/ground.ts";
import type { Bounds } from "../../ground/ground.ts";
import { onThemeChange, readColours } from "./colours.ts";
import type { CameraLink } from "./camera-link.ts";
import { drawingOf } from "./density.ts";
import type { Drawing, DrawingOptions } from "./drawing.ts";
import { MAP_FONT, mapStyle, movingSources } from "./map-style.ts";
import { ringedMarks } from "./map-view.ts";
import type { Draw, MapView } from "./map-view.ts";
import { metersAPixel } from "./projection.ts";
import { SHAPES, sprite } from "./sprites.ts";

/** A map on the page. */
export interface LiveMap {
  readonly show: (view: MapView) => void;
  /** What the map shows, for those who do not see it. */
  readonly name: (label: string) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly remove: () => void;
}

/** What the map has on screen now: marks or cells, and how many of them. */
export interface Drawn {
  readonly kind: Drawing["kind"];
  readonly shapes: number;
}

export interface LiveMapOptions {
  readonly container: HTMLElement;
  readonly view: MapView;
  readonly label: string;
  /** All is drawn and nothing moves. */
  readonly onIdle: (drawn: Drawn) => void;
  /** Metres that a pixel is across in the middle, after every move. */
  readonly onScale: (metersAPixel: number) => void;
  /** What is in view, once it stands still. */
  readonly onWindow: (window: Bounds) => void;
  /** Maps that move together. */
  readonly camera: CameraLink | undefined;
  /** Drawing is not possible (any more): the still picture takes over. */
  readonly onFailure: () => void;
  /** A mark was pressed: the ids of its place. */
  readonly onPick: (ids: readonly string[]) => void;
  /** The pointer is on a mark, or on none. */
  readonly onPoint: (id: string | null) => void;
}

/** Lines are drawn from 1:10m data: closer than this they would claim more than is known. */
const MAX_ZOOM = 10;
/** Pixels of the world at zoom 0. */
const WORLD_PIXELS = 512;
/** A press on a cell comes this much closer. */
const CELL_STEP = 1.5;

setWorkerUrl(workerUrl);

/** Starts a map in the container. Throws when WebGL2 is not to be had. */
export async function startMap(options: LiveMapOptions): Promise<LiveMap> {
  const { container } = options;
  let { view } = options;
  await document.fonts.load(`13px ${MAP_FONT}`, "Aя");
  const map = newMap(options);
  const drawer = createDrawer(map, view);
  const style = () => mapStyle(view, drawer.drawing(), readColours(container));
  map.setStyle(style());
  const send = (sources: Partial<ReturnType<typeof movingSources>>) => {
    for (const [id, { data }] of Object.entries(sources)) {
      const source = map.getSource(id);
      if (source instanceof GeoJSONSource) void source.setData(data);
    }
  };
  const sendAll = () => send(movingSources(view, drawer.drawing()));
  const sendRing = () => send({ ring: movingSources(view, drawer.drawing()).ring });
  /** Marks, cells and rings anew; the ground stays. */
  const redraw = () => drawer.draw(view, sendAll);
  const scale = () => options.onScale(metersAPixel(degreesAPixel(map), map.getCenter().lat));
  map.on("styledata", () => addSprites(map, container));
  map.on("move", scale);
  map.on("load", scale);
  map.on("moveend", redraw);
  const tellWindow = () => options.onWindow(windowOf(map));
  map.on("moveend", tellWindow);
  map.on("load", tellWindow);
  const leave = options.camera?.join(map);
  map.on("style.load", redraw);
  map.on("idle", () => {
    if (drawer.isSettled()) options.onIdle(drawnOn(map, drawer.drawing().kind));
  });
  map.on("webglcontextlost", options.onFailure);
  listenForMarks(map, options);
  const restyle = () => {
    if (view.draw === undefined) drawer.draw(view, () => undefined);
    map.setStyle(style(), { diff: false });
  };
  const stopTheme = onThemeChange(restyle);
  return {
    show: (next) => {
      const before = view;
      view = next;
      if (!isOneGround(before, next)) restyle();
      else {
        if (isRingedAnew(before, next)) sendRing();
        if (isDrawnAnew(before, next)) redraw();
      }
    },
    name: (label) => map.getCanvas().setAttribute("aria-label", label),
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    remove: () => {
      drawer.stop();
      leave?.();
      stopTheme();
      map.remove();
    },
  };
}

function newMap({ container, view, label }: LiveMapOptions): LibreMap {
  const map = new LibreMap({
    container,
    bounds: [...view.bounds],
    ...(view.isBare ? {} : { maxBounds: [...MAP_BOX] }),
    maxZoom: MAX_ZOOM,
    attributionControl: false,
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    scrollZoom: false,
    renderWorldCopies: false,
    locale: { "Map.Title": label },
  });
  map.touchZoomRotate.disableRotation();
  return map;
}

function isOneGround(a: MapView, b: MapView): boolean {
  return (
    a.policy === b.policy &&
    a.labels === b.labels &&
    a.areas === b.areas &&
    a.isBare === b.isBare &&
    a.quantity === b.quantity
  );
}

/** Where marks are drawn elsewhere, those of the view are only for rings. */
function isDrawnAnew(a: MapView, b: MapView): boolean {
  return a.draw !== b.draw || (b.draw === undefined && a.marks !== b.marks);
}

function isRingedAnew(a: MapView, b: MapView): boolean {
  return JSON.stringify(ringedMarks(a)) !== JSON.stringify(ringedMarks(b));
}

function degreesAPixel(map: LibreMap): number {
  return 360 / (WORLD_PIXELS * 2 ** map.getZoom());
}

function windowOf(map: LibreMap): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function optionsNow(map: LibreMap): DrawingOptions {
  return { degreesAPixel: degreesAPixel(map), window: windowOf(map) };
}

interface Drawer {
  readonly drawing: () => Drawing;
  /** Draws the view's marks for what is in view now; `done` once it has, at once or later, unless a newer drawing is asked for first. */
  readonly draw: (view: MapView, done: () => void) => void;
  /** Nothing asked of elsewhere is on its way. */
  readonly isSettled: () => boolean;
  /** What comes later is thrown away. */
  readonly stop: () => void;
}

const NOTHING_DRAWN: Drawing = { kind: "marks", marks: [] };

function createDrawer(map: LibreMap, view: MapView): Drawer {
  let drawing = view.draw === undefined ? drawingOf(view.marks, optionsNow(map)) : NOTHING_DRAWN;
  let [asked, settled] = [0, 0];
  let isStopped = false;
  const take = async (coming: ReturnType<Draw>, done: () => void) => {
    const run = ++asked;
    const next = await coming;
    if (run !== asked || isStopped) return;
    settled = run;
    drawing = next ?? drawing;
    done();
    map.triggerRepaint();
  };
  return {
    drawing: () => drawing,
    draw: ({ marks, draw }, done) => {
      const options = { ...optionsNow(map), before: drawing.kind };
      if (draw !== undefined) {
        void take(draw(options), done);
        return;
      }
      drawing = drawingOf(marks, options);
      done();
    },
    isSettled: () => asked === settled,
    stop: () => {
      isStopped = true;
    },
  };
}

function addSprites(map: LibreMap, container: HTMLElement): void {
  const colours = readColours(container);
  for (const shape of SHAPES) {
    if (!map.hasImage(shape)) map.addImage(shape, sprite(shape, colours), { pixelRatio: 2 });
  }
}

/** Counted on the drawn map, not in what it was asked to draw. */
function drawnOn(map: LibreMap, kind: Drawing["kind"]): Drawn {
  const found =
    map.getLayer(kind) === undefined ? [] : map.queryRenderedFeatures({ layers: [kind] });
  const places = new Set(found.map(({ geometry }) => JSON.stringify(geometry)));
  return { kind, shapes: places.size };
}

/** Half of a mark's width, so that a finger finds it. */
const REACH = 8;

function listenForMarks(map: LibreMap, { onPick, onPoint }: LiveMapOptions): void {
  const at = ({ x, y }: { readonly x: number; readonly y: number }, layer: string) => {
    if (map.getLayer(layer) === undefined) return undefined;
    const box: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    return map.queryRenderedFeatures(box, { layers: [layer] })[0];
  };
  map.on("click", ({ point, lngLat }) => {
    const ids = idsOf(at(point, "marks"));
    if (ids.length > 0) onPick(ids);
    else if (at(point, "cells") !== undefined) {
      map.easeTo({ center: lngLat, zoom: map.getZoom() + CELL_STEP });
    }
  });
  map.on("mousemove", ({ point }) => {
    const [id = null] = idsOf(at(point, "marks"));
    map.getCanvas().style.cursor = id === null && at(point, "cells") === undefined ? "" : "pointer";
    onPoint(id);
  });
  map.on("mouseout", () => onPoint(null));
}

function idsOf(feature: MapGeoJSONFeature | undefined): readonly string[] {
  const ids: unknown = feature?.properties["ids"];
  return typeof ids === "string" ? ids.split(" ") : [];
}
