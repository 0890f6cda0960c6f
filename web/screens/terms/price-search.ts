// From two compared wordings to the Price screen: two readings, or two answers to one question. Whole texts and earlier versions have no figures.
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { searchOf } from "../../app/url.ts";
import type { RawSearch } from "../../app/url.ts";

/** The search of `/price`; null where Price has nothing to compare. */
export function priceSearch(a: string, b: string): RawSearch | null {
  const readings = [a, b].sort();
  const [one, other] = [partsOf(a), partsOf(b)];
  // Figures are of the latest version of a text.
  if (`${a}${b}`.includes("@")) return null;
  if (a === b || one.reading === "" || other.reading === "") return null;
  if (one.question === null && other.question === null)
    return searchOf({ ...EMPTY_VIEW, readings });
  if (one.instrument !== other.instrument || one.question !== other.question) return null;
  const compared = { instrument: one.instrument, question: one.question ?? "" };
  return searchOf({ ...EMPTY_VIEW, compared, readings });
}

/** `energy/scope=kremlin-list`: the instrument, what follows, and the question of an answer. */
function partsOf(side: string) {
  const [instrument = "", reading = ""] = side.split("/");
  const cut = reading.indexOf("=");
  return { instrument, reading, question: cut === -1 ? null : reading.slice(0, cut) };
}
