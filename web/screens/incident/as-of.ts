// When a claim speaks: an instant, a day, or not stated.
import type { AsOf } from "../../../src/model/claim.ts";
import { formatInstant } from "../../../src/model/instant.ts";
import { useCase } from "../../app/case-frame.tsx";

/** Words for it; null when it is not stated. */
export function useAsOfText(): (asOf: AsOf) => string | null {
  const { names } = useCase();
  return (asOf) => {
    if (asOf === null) return null;
    return "at" in asOf ? names.instant(formatInstant(asOf.at)) : names.day(asOf.day);
  };
}
