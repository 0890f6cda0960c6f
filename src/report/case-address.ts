// Addresses of prepared comparisons: where a case opens, and what is answered before anybody asks.
import type { Case, CaseSettings } from "../case/case.ts";
import { comparisonView, printView } from "./view.ts";

/** The query of a prepared comparison; ids need no escaping. */
export function comparisonQuery({ readings, hold }: CaseSettings["comparisons"][number]): string {
  return printView(comparisonView(readings, hold))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

/** A case opens on its first prepared comparison; without one, on the chooser. No reading is a default. */
export function caseHome({ settings }: Case): string {
  const [first] = settings.comparisons;
  const query = first === undefined ? "" : `?${comparisonQuery(first)}`;
  return `/c/${settings.id}/price${query}`;
}
