// Names of facets and of their values in the chosen language.
import { useLingui } from "@lingui/react";
import type { FacetName } from "../../src/report/view.ts";
import { useCase } from "../app/case-frame.tsx";

/** `label` is the record's own name of a region, where it has one. */
export function useFacetWords(): {
  readonly name: (name: FacetName) => string;
  readonly value: (name: FacetName, value: string, label?: string | null) => string;
} {
  const { i18n } = useLingui();
  const { names } = useCase();
  return {
    name: (name) => {
      switch (name) {
        case "kind":
          return i18n._("facet.kind", {}, { message: "Kind of target" });
        case "means":
          return i18n._("facet.means", {}, { message: "Means" });
        case "party":
          return i18n._("facet.party", {}, { message: "Who did it, as attributed" });
        case "region":
          return i18n._("facet.region", {}, { message: "Region" });
        default:
          return name satisfies never;
      }
    },
    value: (name, value, label = null) => {
      switch (name) {
        case "kind":
          return names.kind(value);
        case "means":
          return names.means(value);
        case "party":
          return names.party(value);
        case "region":
          return value === "unknown"
            ? i18n._("list.no-place", {}, { message: "place not known" })
            : names.region(value, label);
        default:
          return name satisfies never;
      }
    },
  };
}
