// A place in words: a point with its radius, what was seen from somewhere, an area by its regions, or nothing that could be drawn.
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { PlaceLine, SeenLine } from "../../src/report/place-line.ts";
import { useCase } from "../app/case-frame.tsx";
import type { Names } from "../app/names.ts";

/** In the chosen language. */
export function usePlaceWords(): (place: PlaceLine) => string {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (place) => {
    switch (place.kind) {
      case "disc":
        return i18n._("facts.disc", discValues(place), {
          message: "within {km, number} km of {lat}, {lon}",
        });
      case "area":
        return place.seen === null ? areaWords(place.regions) : seenWords(place.seen, i18n, names);
      case "unknown":
        return i18n._("facts.no-place", {}, { message: "no place that could be drawn: unknown" });
      default:
        return place satisfies never;
    }
  };

  function areaWords(regions: readonly string[]): string {
    const unknown = i18n._("unknown", {}, { message: "unknown" });
    const shown = names.list(regions.map((id) => names.region(id))) || unknown;
    return i18n._(
      "facts.area",
      { regions: shown },
      { message: "somewhere in the area of {regions}" },
    );
  }
}

interface PointWords {
  readonly lat: number;
  readonly lon: number;
  readonly radiusMeters: number;
}

function discValues({ lat, lon, radiusMeters }: PointWords) {
  return { km: radiusMeters / 1000, lat: lat.toFixed(3), lon: lon.toFixed(3) };
}

function seenWords(seen: SeenLine, i18n: I18n, names: Names): string {
  const { fromMeters, toMeters, bearings } = seen;
  const values = { from: fromMeters / 1000, to: toMeters / 1000, ...discValues(seen) };
  if (bearings.length === 0)
    return i18n._("facts.seen", values, {
      message:
        "{from, number} to {to, number} km from an observer within {km, number} km of {lat}, {lon}; no direction is given",
    });
  const directions = names.list(bearings, "disjunction");
  return i18n._(
    "facts.seen-towards",
    { ...values, directions },
    {
      message:
        "{from, number} to {to, number} km from an observer within {km, number} km of {lat}, {lon}, direction {directions}",
    },
  );
}
