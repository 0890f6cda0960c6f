// One map of what is left: each mark tells of the readings given; where marks would crowd, cells count one quantity as bounds.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { agreementOf, differenceOf } from "../../../src/assess/agreement.ts";
import type { SituationRow } from "../../../src/report/situation-rows.ts";
import { searchOf } from "../../app/url.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { CameraLink } from "../../parts/map/camera-link.ts";
import { boundsAround, useMapFrame } from "../../parts/map/map-frame.ts";
import { MapPart } from "../../parts/map/map-part.tsx";
import type { MapMark, MapView } from "../../parts/map/map-view.ts";
import { nextOf } from "../../parts/map/next-of.ts";
import type { Quantity } from "../../parts/map/quantity.ts";
import { useCellNote } from "../../parts/map/use-cell-note.ts";
import { usePointedId } from "../../parts/pointed.ts";
import { LIST_ID } from "./rows.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

interface SituationMapProps extends SituationParts {
  /** Ids of the readings that a mark tells of, in id order. */
  readonly readings: readonly string[];
  /** Of the one reading, where several maps are on the screen. */
  readonly name?: string;
  /** Different for every map on the screen. */
  readonly slot: string;
  readonly camera?: CameraLink;
  readonly seen?: (window: Bounds) => void;
}

/** A press on a mark chooses its incident; on a place of several, one after another. */
export function SituationMap(props: SituationMapProps) {
  const { page, view, count, readings, name, pointed, camera, seen } = props;
  const { i18n } = useLingui();
  const label = i18n._(
    "situation.map-label",
    { n: count.answer.places.point, all: count.answer.incidents },
    {
      message:
        "Map: {n, number} of {all, number} incidents have a place that can be drawn as a point.",
    },
  );
  const navigate = route.useNavigate();
  const mapView = useMapView(props);
  const change = (changed: Partial<typeof view>) =>
    void navigate({
      search: searchOf({ ...view, ...changed }),
      replace: true,
      resetScroll: false,
    });
  return (
    <MapPart
      view={mapView}
      twin={LIST_ID}
      label={name === undefined ? label : `${name}. ${label}`}
      choose={(boundary) => change({ boundary })}
      pick={(ids) => change({ selected: nextOf(ids, view.selected) })}
      point={pointed.point}
      {...(camera === undefined ? {} : { camera })}
      {...(seen === undefined ? {} : { seen })}
    >
      <p className={styles.note}>
        <CellNote quantity={quantityOf(page, readings)} />
      </p>
    </MapPart>
  );
}

function CellNote({ quantity }: { quantity: Quantity }) {
  const { i18n } = useLingui();
  return useCellNote(quantity, () =>
    i18n._(
      "situation.cells.differ",
      {},
      {
        message:
          "Where marks would crowd, circles count what the readings answer differently: inner disc at least, outer ring at most. What they answer alike is in no circle.",
      },
    ),
  );
}

/** What cells count, as the worker does: it draws by the same rule. */
function quantityOf(
  { readings: all, patterns }: SituationParts["page"],
  readings: readonly string[],
): Quantity {
  if (readings.length === 1) return "violation";
  const places = all.flatMap(({ reading }, at) => (readings.includes(reading) ? at : []));
  const differs = patterns.some(
    ({ verdicts }) => new Set(places.map((at) => verdicts[at])).size > 1,
  );
  return differs ? "differ" : "place";
}

function useMapView({
  page,
  view,
  count,
  readings,
  slot,
  draw,
  pointed,
}: SituationMapProps): MapView {
  const pointedId = usePointedId(pointed);
  const bounds = useMemo(() => boundsOfPage(page), [page]);
  const frame = useMapFrame(bounds, view);
  const quantity = quantityOf(page, readings);
  const drawn = useMemo(() => draw(slot, readings), [draw, slot, readings]);
  const { selected } = view;
  const marks = useMemo(
    () => ringable(count, readings, [selected, pointedId]),
    [count, readings, selected, pointedId],
  );
  return useMemo(
    () => ({ ...frame, marks, draw: drawn, selected, pointed: pointedId, quantity }),
    [frame, marks, drawn, selected, pointedId, quantity],
  );
}

const NO_MARKS: readonly MapMark[] = [];

/** Those of `ids` whose true radius may be shown: the chosen one, or one in the list. Without any, always the same array: the map stands still. */
function ringable(
  { listed, chosen }: SituationParts["count"],
  readings: readonly string[],
  ids: readonly (string | null)[],
): readonly MapMark[] {
  const rows =
    chosen === null || listed.some(({ id }) => id === chosen.id) ? listed : [...listed, chosen];
  const marks = rows.flatMap((row) => (ids.includes(row.id) ? (markOf(row, readings) ?? []) : []));
  return marks.length === 0 ? NO_MARKS : marks;
}

function markOf(
  { id, point, verdicts }: SituationRow,
  readings: readonly string[],
): MapMark | null {
  if (point === null) return null;
  const kinds = readings.flatMap((reading) => verdicts[reading] ?? []);
  return {
    id,
    at: [point.lon, point.lat],
    mark: agreementOf(kinds) ?? "place",
    radiusMeters: point.radiusMeters,
    counts: differenceOf(kinds),
  };
}

/** All points of the table, whatever it is narrowed to: the map stands still while it is. */
function boundsOfPage({ extent }: SituationParts["page"]): Bounds {
  if (extent === null) return boundsAround([]);
  const [west, south, east, north] = extent;
  return boundsAround([
    [west, south],
    [east, north],
  ]);
}
