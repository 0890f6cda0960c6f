// The one map of all screens: a still picture at once, the moving map over it when it comes into view and the browser can, a list beside it.
import { useLingui } from "@lingui/react";
import { useEffect, useId, useRef, useState } from "react";
import type { RefObject } from "react";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import type { LiveMap } from "./live-map.ts";
import { MapFoot } from "./map-foot.tsx";
import type { MapView } from "./map-view.ts";
import { roundLength } from "./projection.ts";
import { StillMap } from "./still-map.tsx";
import styles from "./map.module.css";

interface MapPartProps {
  readonly view: MapView;
  /** What the map shows, in one sentence. */
  readonly label: string;
  /** The same in words, for who does not use the map: one entry a mark or area. */
  readonly entries: readonly string[];
  readonly choose: (policy: BoundaryPolicy) => void;
}

/** `waiting`: the picture, for now; `live`: MapLibre draws; `still`: it cannot, the picture stays. */
type State = "waiting" | "live" | "still";

/** `data-ready="map"` once all is drawn, either way. */
export function MapPart({ view, label, entries, choose }: MapPartProps) {
  const { i18n } = useLingui();
  const listId = useId();
  const [container, live, { state, unit }] = useLiveMap(view, label);
  return (
    <figure className={styles.figure} data-ready={state === "waiting" ? undefined : "map"}>
      <a className={styles.skip} href={`#${listId}`}>
        {i18n._("map.list-instead", {}, { message: "List instead of map" })}
      </a>
      <div className={styles.frame} data-map={state}>
        <div className={styles.picture} aria-hidden={state === "live"}>
          <StillMap view={view} label={label} />
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
      <MapFoot view={view} choose={choose} />
      <ul id={listId} tabIndex={-1} className={styles.list}>
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
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

type LiveState = readonly [
  RefObject<HTMLDivElement | null>,
  RefObject<LiveMap | null>,
  { readonly state: State; readonly unit: number },
];

/** Loads the map when its place comes into view, keeps it in step with `view`, and takes it down with the page. */
function useLiveMap(view: MapView, title: string): LiveState {
  const container = useRef<HTMLDivElement>(null);
  const live = useRef<LiveMap | null>(null);
  const latest = useRef(view);
  const [state, setState] = useState<State>(canDraw() ? "waiting" : "still");
  const [unit, setUnit] = useState(0);
  useEffect(() => {
    latest.current = view;
    live.current?.show(view);
  }, [view]);
  useEffect(() => {
    const place = container.current;
    if (place === null || !canDraw()) return;
    let isGone = false;
    const fail = () => {
      live.current?.remove();
      live.current = null;
      setState("still");
    };
    const start = async () => {
      const { startMap } = await import("./live-map.ts");
      const asked = latest.current;
      const started = await startMap({
        container: place,
        view: asked,
        title,
        onIdle: () => setState("live"),
        onScale: setUnit,
        onFailure: fail,
      });
      if (isGone) {
        started.remove();
        return;
      }
      live.current = started;
      if (latest.current !== asked) started.show(latest.current);
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
  }, [title]);
  return [container, live, { state, unit }];
}

let drawable: boolean | null = null;

/** Whether this browser has WebGL2 and workers; asked once, as each try takes a context. */
function canDraw(): boolean {
  drawable ??=
    typeof Worker === "function" && document.createElement("canvas").getContext("webgl2") !== null;
  return drawable;
}
