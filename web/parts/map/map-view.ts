// What a map is asked to draw, whichever way it draws it: by MapLibre or as a still picture.
import { AREA_ONLY_METERS } from "../../../src/report/listed-place.ts";
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import type { Polygon, Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { Mark } from "../verdict-mark.tsx";
import type { Drawing, DrawingOptions } from "./drawing.ts";

/** One thing on the map. `place` is a mark that tells no verdict. */
export interface MapMark {
  readonly id: string;
  readonly at: Position;
  readonly mark: Mark | "place";
  /** The true place lies within it; above 25 km no centre is drawn. */
  readonly radiusMeters: number;
  /** Whether it belongs to what cells count: surely, possibly, or not. Absent: surely. */
  readonly counts?: "surely" | "possibly" | "none";
}

/** A name to find one's way by. */
export interface MapLabel {
  readonly at: Position;
  readonly text: string;
}

/** All that is drawn. Positions are longitude, latitude. */
export interface MapView {
  readonly marks: readonly MapMark[];
  /** Where marks are too many for the page: who draws them elsewhere; `marks` then holds only those that may be ringed. */
  readonly draw?: Draw;
  /** The mark whose true radius is drawn as a ring. */
  readonly selected: string | null;
  /** The mark that pointer or focus is on, here or in a list: its ring too. */
  readonly pointed?: string | null;
  /** Colour of cells: the one quantity they count. Absent: no verdict. */
  readonly quantity?: Mark | "place";
  /** Outlines of what is only known as an area. */
  readonly areas: readonly Polygon[];
  readonly labels: readonly MapLabel[];
  readonly policy: BoundaryPolicy;
  /** What is in view at first. */
  readonly bounds: Bounds;
  /** No coast is kept for this part of the world: nothing is drawn under the marks. */
  readonly isBare: boolean;
}

/** Marks or cells for a window; null when a newer question came first. Never rejects. */
export type Draw = (options: DrawingOptions) => Promise<Drawing | null>;

/** The marks whose true radius is drawn: the selected one, and the one pointed at. */
export function ringedMarks({ marks, selected, pointed = null }: MapView): readonly MapMark[] {
  return marks.filter(({ id }) => id === selected || id === pointed);
}

/** Marks that may be drawn at a point. */
export function pointMarks(marks: readonly MapMark[]): readonly MapMark[] {
  return marks.filter(({ radiusMeters }) => radiusMeters <= AREA_ONLY_METERS);
}

/** Whether a circle of fixed size goes around the mark when it is chosen: not around an area's middle, nor on a map of one place. */
export function isCircled({ mark, radiusMeters }: MapMark): boolean {
  return mark !== "place" && radiusMeters <= AREA_ONLY_METERS;
}
