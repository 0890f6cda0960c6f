// The ground of every map: coast, and border lines by policy. Made by scripts/build-ground.ts; it holds no polygon of a country.
import type { BoundaryPolicy } from "../../src/report/view.ts";
import type { Position } from "../../src/model/place.ts";
import land from "./land.json";
import borders from "./lines.json";

/** West, south, east, north, in degrees. */
export type Bounds = readonly [number, number, number, number];

/** How far coast and lines reach. */
export const GROUND_BOX: Bounds = [14, 38, 62, 61];
/** Maps stay inside this, so that the edge of the ground never shows as a coast. */
export const MAP_BOX: Bounds = [18, 40, 58, 60];

/** A line with its tags. `claimant` null: an international boundary. */
export interface BorderLine {
  readonly id: string;
  readonly kind: string;
  readonly claimant: string | null;
  /** The day the claim was declared, ISO 8601. */
  readonly since: string | null;
  readonly source: string;
  readonly line: readonly Position[];
}

/** Rings of the land, islands and inland seas; fill by the even-odd rule. */
export function landRings(): readonly (readonly Position[])[] {
  return land.map(unpacked);
}

/** `none`: no line; `recognised`: international boundaries; `claims`: these and every claimed line. */
export function borderLines(policy: BoundaryPolicy): readonly BorderLine[] {
  const shown = borders.filter(
    ({ kind }) => policy === "claims" || (policy === "recognised" && kind === "recognised"),
  );
  return shown.map(({ points, ...tags }) => ({ ...tags, line: unpacked(points) }));
}

/** Whether the ground reaches all of these bounds. */
export function isOnGround([west, south, east, north]: Bounds): boolean {
  const [w, s, e, n] = MAP_BOX;
  return west >= w && south >= s && east <= e && north <= n;
}

/** First position, then steps, in thousandths of a degree. */
function unpacked(points: readonly number[]): readonly Position[] {
  const line: Position[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    x += points[i] ?? 0;
    y += points[i + 1] ?? 0;
    line.push([x / 1000, y / 1000]);
  }
  return line;
}
