// The address bar and the view: the browser's half of src/report/view.ts. Commas, colons and slashes stay readable.
import { EMPTY_VIEW, QUESTION_KEYS, parseView, printView } from "../../src/report/view.ts";
import type { View } from "../../src/report/view.ts";

/** Raw keys and values of the address, as the router keeps them. A key that came twice keeps its last value. */
export type RawSearch = Readonly<Record<string, string>>;

/** `?r=a,b` to raw pairs. */
export function parseSearch(search: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Raw pairs to `?r=a,b`; empty for none. */
export function printSearch(raw: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(raw)
    .filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "")
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(value)}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** What the address asks, and all in it that was not understood. */
export function viewOf(raw: RawSearch) {
  return parseView(Object.entries(raw));
}

/** The address of a view. */
export function searchOf(view: View): RawSearch {
  return Object.fromEntries(printView(view));
}

/** The part of a view that changes figures, as a query string for the server; `keys` where a route takes fewer. */
export function questionQuery(view: View, keys: readonly string[] = QUESTION_KEYS): string {
  return printSearch(Object.fromEntries(printView(view).filter(([key]) => keys.includes(key))));
}

/** The same question with nothing lit or narrowed. */
export function unnarrowed(view: View): View {
  const { readings, from, until, window, asOf, facets, hold, compared, unit, sort } = view;
  const question = { readings, from, until, window, asOf, facets, hold, compared };
  return { ...EMPTY_VIEW, ...question, unit, sort };
}

function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|2F|3A)/g, decodeURIComponent);
}
