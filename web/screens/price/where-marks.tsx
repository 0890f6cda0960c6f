// Marks of the listed incidents on the ground, in a chunk of their own: ground and picture are no part of the page's first load.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { PlacedLine } from "../../../src/report/placed.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useLanguage } from "../../app/language.tsx";
import { searchOf } from "../../app/url.ts";
import { CITIES } from "../../ground/cities.ts";
import { MAP_BOX, isOnGround } from "../../ground/ground.ts";
import type { Bounds } from "../../ground/ground.ts";
import { MapPart } from "../../parts/map/map-part.tsx";
import type { MapView } from "../../parts/map/map-view.ts";
import { nextOf } from "../../parts/map/next-of.ts";
import { boundsOf } from "../../parts/map/projection.ts";
import { usePointedId } from "../../parts/pointed.ts";
import type { ShownRows } from "./where-parts.ts";
import { marksOf, quantityOf, trays } from "./where-rows.ts";
import styles from "./where.module.css";

const route = getRouteApi("/c/$case/price");

/** `children`: what is not on the map. */
export function WhereMarks(parts: ShownRows & { children: ReactNode }) {
  const { rows, view, pointed, children } = parts;
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const mapView = useMapView(parts);
  const { marked } = trays(rows);
  const change = (changed: Partial<typeof view>) =>
    void navigate({
      search: searchOf({ ...view, ...changed }),
      replace: true,
      resetScroll: false,
    });
  return (
    <MapPart
      view={mapView}
      twin="list"
      label={i18n._(
        "where.map-label",
        { n: marked.length, all: rows.length },
        {
          message:
            "Map: {n, number} of {all, number} listed incidents have a place that can be drawn as a point.",
        },
      )}
      choose={(boundary) => change({ boundary })}
      pick={(ids) => change({ selected: nextOf(ids, view.selected) })}
      point={pointed.point}
    >
      <p className={styles.note}>
        <CellNote {...parts} />
      </p>
      {children}
    </MapPart>
  );
}

/** What circles count: they stand for marks wherever these would lie on one another. */
function CellNote({ rows, readings }: ShownRows) {
  const { i18n } = useLingui();
  const quantity = quantityOf(rows, readings);
  const alike = marksOf(trays(rows).marked, readings).filter(
    ({ counts }) => counts === "none",
  ).length;
  switch (quantity) {
    case "differ":
      return i18n._(
        "where.cells.differ",
        { alike },
        {
          message:
            "Where marks would crowd, circles count what the readings answer differently: inner disc at least, outer ring at most. {alike, plural, one {# incident answered alike is} other {# incidents answered alike are}} in no circle.",
        },
      );
    case "violation":
      return i18n._(
        "where.cells.violation",
        {},
        {
          message:
            "Where marks would crowd, circles count what would be a violation under this reading: inner disc at least, outer ring at most.",
        },
      );
    case "place":
      return i18n._(
        "where.cells.all",
        {},
        { message: "Where marks would crowd, circles count all incidents listed." },
      );
    default:
      return quantity satisfies never;
  }
}

function useMapView({ answer, rows, readings, view, pointed }: ShownRows): MapView {
  const { card } = useCase();
  const { language } = useLanguage();
  const pointedId = usePointedId(pointed);
  const bounds = useMemo(() => boundsOfRows(answer.rows), [answer]);
  const isBare = !isOnGround(bounds);
  const labels = useMemo(
    () =>
      (isBare ? [] : CITIES).map(({ at, names: cityNames }) => ({ at, text: cityNames[language] })),
    [isBare, language],
  );
  const marks = useMemo(() => marksOf(rows, readings), [rows, readings]);
  const quantity = useMemo(() => quantityOf(rows, readings), [rows, readings]);
  const { selected } = view;
  const policy = view.boundary ?? card.boundaryPolicy.policy;
  return useMemo(
    () => ({
      marks,
      selected,
      pointed: pointedId,
      quantity,
      areas: NO_AREAS,
      labels,
      policy,
      bounds,
      isBare,
    }),
    [marks, selected, pointedId, quantity, labels, policy, bounds, isBare],
  );
}

const NO_AREAS: MapView["areas"] = [];
/** Across at least, so that a coast or a city is in the picture. */
const LEAST_METERS = 160_000;

/** All points of the answer, whatever the list is narrowed to: the map stands still while it is. */
function boundsOfRows(rows: readonly PlacedLine[]): Bounds {
  const points = trays(rows.filter((row) => !row.aggregate)).marked.flatMap(({ where }) =>
    where.kind === "disc" ? [[where.lon, where.lat] as const] : [],
  );
  if (points.length === 0) return MAP_BOX;
  const bounds = boundsOf(points, { share: 0.06, leastMeters: LEAST_METERS });
  const [west, south, east, north] = bounds;
  const [w, s, e, n] = MAP_BOX;
  const isNear = points.every(([lon, lat]) => lon >= w && lon <= e && lat >= s && lat <= n);
  return isNear
    ? [Math.max(w, west), Math.max(s, south), Math.min(e, east), Math.min(n, north)]
    : bounds;
}
