// Addresses of prepared comparisons: where a case opens, and what is answered before anybody asks.
import type { CaseSettings } from "../case/case.ts";
import { comparisonView, printView } from "../report/view.ts";

/** The query of a prepared comparison; ids need no escaping. */
export function comparisonQuery({ readings, hold }: CaseSettings["comparisons"][number]): string {
  return printView(comparisonView(readings, hold))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}
