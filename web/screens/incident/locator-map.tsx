// The map of one incident, in a chunk of its own: the ground and the picture are no part of the page's first load.
import { useMemo } from "react";
import type { PlaceLine } from "../../../src/report/place-line.ts";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import { useLanguage } from "../../app/language.tsx";
import { CITIES } from "../../ground/cities.ts";
import { isOnGround } from "../../ground/ground.ts";
import { MapPart } from "../../parts/map/map-part.tsx";
import type { MapView } from "../../parts/map/map-view.ts";
import { boundsOf, ringAround } from "../../parts/map/projection.ts";
import type { Language } from "../../words/languages.ts";

/** Across at least, so that a coast or a city is in the picture. */
const LEAST_METERS = 160_000;
/** Across at least for what was seen from somewhere: its shape is what the map is for. */
const LEAST_SEEN_METERS = 40_000;

interface LocatorMapProps {
  readonly where: Exclude<PlaceLine, { readonly kind: "unknown" }>;
  /** The place in words. */
  readonly entry: string;
  readonly policy: BoundaryPolicy;
  readonly choose: (policy: BoundaryPolicy) => void;
}

/** One place with what is known of its extent. */
export function LocatorMap({ where, entry, policy, choose }: LocatorMapProps) {
  const { language } = useLanguage();
  const view = useMemo(() => locatorView({ where, policy, language }), [where, policy, language]);
  return <MapPart view={view} label={entry} twin={[entry]} choose={choose} />;
}

interface Asked extends Pick<LocatorMapProps, "where" | "policy"> {
  readonly language: Language;
}

function locatorView({ where, policy, language }: Asked): MapView {
  const outline =
    where.kind === "disc"
      ? ringAround([where.lon, where.lat], where.radiusMeters)
      : where.polygons.flat(2);
  const isSeen = where.kind === "area" && where.seen !== null;
  const leastMeters = isSeen ? LEAST_SEEN_METERS : LEAST_METERS;
  const bounds = boundsOf(outline, { share: 0.25, leastMeters });
  const isBare = !isOnGround(bounds);
  const cities = isBare ? [] : CITIES;
  const marks =
    where.kind === "disc"
      ? [
          {
            id: "place",
            at: [where.lon, where.lat] as const,
            mark: "place" as const,
            radiusMeters: where.radiusMeters,
          },
        ]
      : [];
  return {
    marks,
    selected: where.kind === "disc" ? "place" : null,
    areas: where.kind === "area" ? where.polygons : [],
    labels: cities.map(({ at, names }) => ({ at, text: names[language] })),
    policy,
    bounds,
    isBare,
  };
}
