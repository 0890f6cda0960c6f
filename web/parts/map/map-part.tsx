// The one map of all screens: a still picture at once, the moving map over it when it comes into view and the browser can, a list beside it.
import { useLingui } from "@lingui/react";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { CameraLink } from "./camera-link.ts";
import type { Drawn, LiveMap, LiveMapOptions } from "./live-map.ts";
import { MapFoot } from "./map-foot.tsx";
import type { MapView } from "./map-view.ts";
import { roundLength } from "./projection.ts";
import { StillMap } from "./still-map.tsx";
import styles from "./map.module.css";

interface MapPartProps {
  readonly view: MapView;
  /** What the map shows, in one sentence. */
  readonly label: string;
  /** The same in words, for who does not use the map: one entry a mark or area, or the id of a list elsewhere on the page. */
  readonly twin: readonly string[] | string;
  readonly choose: (policy: BoundaryPolicy) => void;
  /** A mark was pressed: the ids of its place, in id order. */
  readonly pick?: (ids: readonly string[]) => void;
  /** The pointer is on a mark, or on none any more. */
  readonly point?: (id: string | null) => void;
  /** What of the ground is in view, once the moving map stands still. */
  readonly seen?: (window: Bounds) => void;
  /** Maps that move together; one and the same for as long as this map is shown. */
  readonly camera?: CameraLink;
  /** Between map and foot: what is not on it. */
  readonly children?: ReactNode;
}

/** `waiting`: the picture, for now; `live`: MapLibre draws; `still`: it cannot, the picture stays. */
type State = "waiting" | "live" | "still";

/** `data-ready="map"` once all is drawn, either way. */
export function MapPart(props: MapPartProps) {
  const { view, label, twin, choose, pick = () => undefined, children } = props;
  const { i18n } = useLingui();
  const ownId = useId();
  const listId = typeof twin === "string" ? twin : ownId;
  const [container, live, { state, unit, drawn }] = useLiveMap(props);
  return (
    <figure className={styles.figure} data-ready={state === "waiting" ? undefined : "map"}>
      <a className={styles.skip} href={`#${listId}`} aria-keyshortcuts="l">
        {i18n._("map.list-instead", {}, { message: "List instead of map" })}
      </a>
      <div
        className={styles.frame}
        data-map={state}
        data-drawing={drawn?.kind}
        data-shapes={drawn?.shapes}
      >
        <div className={styles.picture} aria-hidden={state === "live"}>
          <StillMap view={view} label={label} pick={pick} />
        </div>
        <div ref={container} className={styles.live} hidden={state === "still"} />
        {state === "live" ? (
          <>
            <div className={styles.buttons}>
              <button
                type="button"
                aria-label={i18n._("map.closer", {}, { message: "Closer" })}
                onClick={() => live.current?.zoomIn()}
              >
                +
              </button>
              <button
                type="button"
                aria-label={i18n._("map.farther", {}, { message: "Farther" })}
                onClick={() => live.current?.zoomOut()}
              >
                −
              </button>
            </div>
            <ScaleBar unit={unit} />
          </>
        ) : null}
      </div>
      {children}
      <MapFoot view={view} choose={choose} />
      {typeof twin === "string" ? null : (
        <ul id={listId} tabIndex={-1} className={styles.list}>
          {twin.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** Decoration: distances are said in words in the list. `unit`: metres that a pixel is across. */
function ScaleBar({ unit }: { unit: number }) {
  if (unit <= 0) return null;
  const meters = roundLength(110 * unit);
  const width = Math.round(meters / unit);
  return (
    <svg className={styles.scale} width={width + 2} height={22} aria-hidden>
      <path className={styles.scaleLine} d={`M1 15v5H${width}v-5`} />
      <text x={width} y={12} textAnchor="end">
        {meters / 1000} km
      </text>
    </svg>
  );
}

interface LiveState {
  readonly state: State;
  /** Metres that a pixel is across; 0 before it is known. */
  readonly unit: number;
  /** What the moving map has on screen. */
  readonly drawn: Drawn | null;
}

type Live = readonly [RefObject<HTMLDivElement | null>, RefObject<LiveMap | null>, LiveState];

/** Loads the map when its place comes into view, keeps it in step with `view`, and takes it down with the page. */
function useLiveMap(props: MapPartProps): Live {
  const { view, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const live = useRef<LiveMap | null>(null);
  const latest = useRef(props);
  const [state, setState] = useState<State>(canDraw() ? "waiting" : "still");
  const [unit, setUnit] = useState(0);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => live.current?.show(view), [view]);
  useEffect(() => live.current?.name(label), [label]);
  useEffect(() => {
    const place = container.current;
    if (place === null || !canDraw()) return;
    let isGone = false;
    const fail = () => {
      live.current?.remove();
      live.current = null;
      setDrawn(null);
      setState("still");
    };
    const start = async () => {
      const { startMap } = await import("./live-map.ts");
      const asked = latest.current;
      const started = await startMap({
        ...optionsOf(place, latest),
        onIdle: (now) => {
          setDrawn((before) => (isSame(before, now) ? before : now));
          setState("live");
        },
        onScale: (next) => setUnit((before) => (isOneScale(before, next) ? before : next)),
        onFailure: fail,
      });
      if (isGone) {
        started.remove();
        return;
      }
      live.current = started;
      if (latest.current.view !== asked.view) started.show(latest.current.view);
      if (latest.current.label !== asked.label) started.name(latest.current.label);
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      start().catch(fail);
    });
    observer.observe(place);
    return () => {
      isGone = true;
      observer.disconnect();
      live.current?.remove();
      live.current = null;
    };
  }, []);
  return [container, live, { state, unit, drawn }];
}

/** What a map is started with; presses go to whoever listens by then. */
function optionsOf(
  container: HTMLElement,
  latest: RefObject<MapPartProps>,
): Omit<LiveMapOptions, "onIdle" | "onScale" | "onFailure"> {
  const { view, label, camera } = latest.current;
  return {
    container,
    view,
    label,
    camera,
    onWindow: (window) => latest.current.seen?.(window),
    onPick: (ids) => latest.current.pick?.(ids),
    onPoint: (id) => latest.current.point?.(id),
  };
}

/** Half a pixel of the scale's bar: a map that moves to the north is not drawn anew by every frame. */
function isOneScale(before: number, next: number): boolean {
  return Math.abs(next - before) < before * 0.005;
}

function isSame(a: Drawn | null, b: Drawn): boolean {
  return a?.kind === b.kind && a.shapes === b.shapes;
}

let drawable: boolean | null = null;

/** Whether this browser has WebGL2 and workers; asked once, as each try takes a context. */
function canDraw(): boolean {
  drawable ??=
    typeof Worker === "function" && document.createElement("canvas").getContext("webgl2") !== null;
  return drawable;
}
