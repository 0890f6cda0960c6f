// What a map is asked to draw, whichever way it draws it: by MapLibre or as a still picture.
import type { BoundaryPolicy } from "../../../src/report/view.ts";
import type { Polygon, Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { Mark } from "../verdict-mark.tsx";

/** One thing on the map. `place` is a mark that tells no verdict. */
export interface MapMark {
  readonly id: string;
  readonly at: Position;
  readonly mark: Mark | "place";
  /** Shown in the list beside the map. */
  readonly title: string;
  /** The true place lies within it; above 25 km no centre is drawn. */
  readonly radiusMeters: number;
}

/** A name to find one's way by. */
export interface MapLabel {
  readonly at: Position;
  readonly text: string;
}

/** All that is drawn. Positions are longitude, latitude. */
export interface MapView {
  readonly marks: readonly MapMark[];
  /** The mark whose true radius is drawn as a ring. */
  readonly selected: string | null;
  /** Outlines of what is only known as an area. */
  readonly areas: readonly Polygon[];
  readonly labels: readonly MapLabel[];
  readonly policy: BoundaryPolicy;
  /** What is in view at first. */
  readonly bounds: Bounds;
  /** No coast is kept for this part of the world: nothing is drawn under the marks. */
  readonly isBare: boolean;
}

/** Above it a point would claim more than is known. */
export const AREA_ONLY_METERS = 25_000;

/** The ring of the selected mark; null when nothing is selected. */
export function selectedMark({ marks, selected }: MapView): MapMark | null {
  return marks.find(({ id }) => id === selected) ?? null;
}

/** Marks that may be drawn at a point. */
export function pointMarks({ marks }: MapView): readonly MapMark[] {
  return marks.filter(({ radiusMeters }) => radiusMeters <= AREA_ONLY_METERS);
}
