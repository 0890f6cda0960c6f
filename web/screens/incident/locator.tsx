// Where it was, on a map: the true radius or the region's outline, never a made-up point. The map comes after the facts.
import { useLingui } from "@lingui/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf, viewOf } from "../../app/url.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { usePlaceWords } from "../../words/place-words.ts";

const route = getRouteApi("/c/$case/i/$incident");
const LocatorMap = lazy(async () => {
  const { LocatorMap } = await import("./locator-map.tsx");
  return { default: LocatorMap };
});

/** Nothing where no place could be drawn: the facts say so. */
export function Locator({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const placeWords = usePlaceWords();
  const { view } = viewOf(route.useSearch());
  const params = route.useParams();
  const navigate = useNavigate();
  const { where } = incident;
  const policy = view.boundary ?? card.boundaryPolicy.policy;
  const title = names.place(incident.place);
  const entry = `${title}: ${placeWords(where)}`;
  if (where.kind === "unknown") return null;
  const choose = (boundary: BoundaryPolicy) =>
    void navigate({
      to: "/c/$case/i/$incident",
      params,
      search: searchOf({ ...view, boundary }),
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-labelledby="map">
      <h2 id="map">{i18n._("locator.title", {}, { message: "On the map" })}</h2>
      <Suspense fallback={<Skeleton lines={12} />}>
        <LocatorMap where={where} entry={entry} policy={policy} choose={choose} />
      </Suspense>
    </section>
  );
}
