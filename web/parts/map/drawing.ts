// What a map draws for a window: marks of places, or cells of a grid; pixels in, shapes out (density.ts decides which).
import type { Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { Mark } from "../verdict-mark.tsx";

/** One place: one mark. With several incidents it is numbered; where they differ, it tells no verdict. */
export interface PlaceMark {
  /** The first of `ids`. */
  readonly id: string;
  /** In id order. */
  readonly ids: readonly string[];
  readonly at: Position;
  readonly mark: Mark | "place";
}

/** Incidents of one square of the grid. */
export interface Cell {
  readonly key: string;
  /** The middle of the square. */
  readonly at: Position;
  readonly atLeast: number;
  readonly atMost: number;
  /** Pixels; areas are in proportion to the counts, the largest `atMost` fills its square. */
  readonly leastRadius: number;
  readonly mostRadius: number;
}

export type Drawing =
  | { readonly kind: "marks"; readonly marks: readonly PlaceMark[] }
  | { readonly kind: "cells"; readonly cells: readonly Cell[] };

export interface DrawingOptions {
  /** Mercator degrees that a pixel is across. */
  readonly degreesAPixel: number;
  readonly window: Bounds;
  /** What was drawn before, so that it does not flicker at the limit. */
  readonly before?: Drawing["kind"];
}
