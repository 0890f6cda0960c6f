// Marks of the listed incidents on the ground, in a chunk of their own: ground and picture are no part of the page's first load.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { PlacedLine } from "../../../src/report/placed.ts";
import { searchOf } from "../../app/url.ts";
import type { Bounds } from "../../ground/ground.ts";
import { boundsAround, useMapFrame } from "../../parts/map/map-frame.ts";
import { MapPart } from "../../parts/map/map-part.tsx";
import type { MapView } from "../../parts/map/map-view.ts";
import { nextOf } from "../../parts/map/next-of.ts";
import { useCellNote } from "../../parts/map/use-cell-note.ts";
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
  return useCellNote(quantity, () =>
    i18n._(
      "where.cells.differ",
      { alike },
      {
        message:
          "Where marks would crowd, circles count what the readings answer differently: inner disc at least, outer ring at most. {alike, plural, one {# incident answered alike is} other {# incidents answered alike are}} in no circle.",
      },
    ),
  );
}

function useMapView({ answer, rows, readings, view, pointed }: ShownRows): MapView {
  const pointedId = usePointedId(pointed);
  const bounds = useMemo(() => boundsOfRows(answer.rows), [answer]);
  const frame = useMapFrame(bounds, view);
  const marks = useMemo(() => marksOf(rows, readings), [rows, readings]);
  const quantity = useMemo(() => quantityOf(rows, readings), [rows, readings]);
  const { selected } = view;
  return useMemo(
    () => ({ ...frame, marks, selected, pointed: pointedId, quantity }),
    [frame, marks, selected, pointedId, quantity],
  );
}

/** All points of the answer, whatever the list is narrowed to: the map stands still while it is. */
function boundsOfRows(rows: readonly PlacedLine[]): Bounds {
  const { marked } = trays(rows.filter((row) => !row.aggregate));
  return boundsAround(
    marked.flatMap(({ where }) => (where.kind === "disc" ? [[where.lon, where.lat] as const] : [])),
  );
}
