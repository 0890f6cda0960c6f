// From an address to what the worker counts under.
import type { CrossQuestion } from "../../../src/report/cross-plan.ts";
import type { View } from "../../../src/report/view.ts";

/** `readings`: those that are asked, in id order; a pair stands for them where one is compared. */
export function questionOf(view: View, readings: readonly string[]): CrossQuestion {
  const { from, until, facets, of, bbox, pair, maps } = view;
  return {
    readings: pair === null ? readings : readings.filter((one) => pair.includes(one)),
    from,
    until,
    facets,
    of,
    bbox,
    differ: maps === "differ" ? pair : null,
  };
}

/** Keys that the list of incidents understands too: it lists the same incidents. */
export function listedView(view: View): View {
  const isDiffer = view.maps === "differ";
  return { ...view, pair: isDiffer ? view.pair : null, maps: isDiffer ? view.maps : null };
}
