// What part of the ground a map shows at first, and what stands on it: the same for every screen with a map of many incidents.
import { useMemo } from "react";
import type { Position } from "../../../src/model/place.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useLanguage } from "../../app/language.tsx";
import { CITIES } from "../../ground/cities.ts";
import { MAP_BOX, isOnGround } from "../../ground/ground.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { MapView } from "./map-view.ts";
import { boundsOf } from "./projection.ts";

/** Across at least, so that a coast or a city is in the picture. */
const LEAST_METERS = 160_000;

/** Around all the points, within the ground where they lie on it; the whole ground where there are none. */
export function boundsAround(points: readonly Position[]): Bounds {
  if (points.length === 0) return MAP_BOX;
  const bounds = boundsOf(points, { share: 0.06, leastMeters: LEAST_METERS });
  const [west, south, east, north] = bounds;
  const [w, s, e, n] = MAP_BOX;
  const isNear = points.every(([lon, lat]) => lon >= w && lon <= e && lat >= s && lat <= n);
  return isNear
    ? [Math.max(w, west), Math.max(s, south), Math.min(e, east), Math.min(n, north)]
    : bounds;
}

/** Names of cities, lines by the policy of the address or else of the case, and no areas: these stand in trays. */
export function useMapFrame(
  bounds: Bounds,
  { boundary }: Pick<View, "boundary">,
): Pick<MapView, "areas" | "labels" | "policy" | "bounds" | "isBare"> {
  const { card } = useCase();
  const { language } = useLanguage();
  const policy = boundary ?? card.boundaryPolicy.policy;
  return useMemo(() => {
    const isBare = !isOnGround(bounds);
    const cities = isBare ? [] : CITIES;
    const labels = cities.map(({ at, names }) => ({ at, text: names[language] }));
    return { areas: [], labels, policy, bounds, isBare };
  }, [bounds, language, policy]);
}
