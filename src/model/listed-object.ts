// An object that somebody lists: a plant, a port, a line. A list says where its author believes an object stands and what it is; it is
// no finding that the object is protected, works, or was hit.
import { parseDay } from "./instant.ts";
import type { Area, Disc, Position } from "./place.ts";

/** Where a listed object stands. */
export type ListedPlace =
  | Disc
  | Area
  /** The true line runs within `radiusMeters` of the drawn one. */
  | {
      readonly kind: "line";
      readonly paths: readonly (readonly Position[])[];
      readonly radiusMeters: number;
    };

/** When things stood as a list says: a day, a month, a year, or `unknown` where its publisher does not say. */
export type ListDate = string & { readonly listDate: unique symbol };

/** Null for anything else. */
export function parseListDate(text: string): ListDate | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (text === "unknown") return text as ListDate;
  if (parts === null) return null;
  return parseDay(`${parts[1]}-${parts[2] ?? "01"}-${parts[3] ?? "01"}`) === null
    ? null
    : (text as ListDate);
}

export interface ListedObject {
  readonly id: string;
  /** A kind of the case; an inner one where the list does not say which. */
  readonly kind: string;
  readonly name: string | null;
  readonly place: ListedPlace;
  readonly asOf: ListDate;
  readonly source: string;
  /** Who lists it. */
  readonly listedBy: string;
}

/** One list: `objects/ports.csv` with its note `objects/ports.yaml`. */
export interface ObjectList {
  readonly file: string;
  readonly source: string;
  readonly licence: string;
  /** What the licence asks to be said; null: nothing. */
  readonly attribution: string | null;
  readonly asOf: ListDate;
  readonly listedBy: string;
  /** What the list does not hold, and what of it was not taken over; null: not said. */
  readonly leftOut: string | null;
  /** In file order, ids unique over all lists of a case. */
  readonly objects: readonly ListedObject[];
}
