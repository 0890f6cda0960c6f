// The moving map: everything of MapLibre that we use, in one chunk that is asked for only when a map comes into view.
import { Map as LibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { MAP_BOX } from "../../ground/ground.ts";
import { onThemeChange, readColours } from "./colours.ts";
import { MAP_FONT, mapStyle } from "./map-style.ts";
import type { MapView } from "./map-view.ts";
import { metersAPixel } from "./projection.ts";
import { SHAPES, sprite } from "./sprites.ts";

/** A map on the page. */
export interface LiveMap {
  readonly show: (view: MapView) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly remove: () => void;
}

interface LiveMapOptions {
  readonly container: HTMLElement;
  readonly view: MapView;
  /** Names of the map itself for those who do not see it. */
  readonly title: string;
  /** All is drawn and nothing moves. */
  readonly onIdle: () => void;
  /** Metres that a pixel is across in the middle, after every move. */
  readonly onScale: (metersAPixel: number) => void;
  /** Drawing is not possible (any more): the still picture takes over. */
  readonly onFailure: () => void;
}

/** Lines are drawn from 1:10m data: closer than this they would claim more than is known. */
const MAX_ZOOM = 10;

setWorkerUrl(workerUrl);

/** Starts a map in the container. Throws when WebGL2 is not to be had. */
export async function startMap(options: LiveMapOptions): Promise<LiveMap> {
  const { container, title } = options;
  let { view } = options;
  await document.fonts.load(`13px ${MAP_FONT}`, "Aя");
  const map = new LibreMap({
    container,
    style: mapStyle(view, readColours(container)),
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
    locale: { "Map.Title": title },
  });
  map.touchZoomRotate.disableRotation();
  const addSprites = () => {
    const colours = readColours(container);
    for (const shape of SHAPES) {
      if (!map.hasImage(shape)) map.addImage(shape, sprite(shape, colours), { pixelRatio: 2 });
    }
  };
  const scale = () => {
    const degrees = 360 / (512 * 2 ** map.getZoom());
    options.onScale(metersAPixel(degrees, map.getCenter().lat));
  };
  map.on("styledata", addSprites);
  map.on("move", scale);
  map.on("load", scale);
  map.on("idle", options.onIdle);
  map.on("webglcontextlost", options.onFailure);
  const draw = () => map.setStyle(mapStyle(view, readColours(container)), { diff: false });
  const stopTheme = onThemeChange(draw);
  return {
    show: (next) => {
      view = next;
      draw();
    },
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    remove: () => {
      stopTheme();
      map.remove();
    },
  };
}
