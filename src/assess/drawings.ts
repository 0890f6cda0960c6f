// Drawings by what is drawn: a text that is read anew draws its zones anew, and what was worked out of the old drawing holds for the
// new one. A memo with no meaning of its own.
import type { Path } from "../geo/line.ts";
import type { Area } from "../model/place.ts";
import type { Context } from "./context.ts";

type Drawing = Area | readonly Path[] | Context["instrument"]["objects"];

const DRAWN = new WeakMap<object, string>();

/** The content as text, worked out once. */
export function drawn(of: Drawing): string {
  const known = DRAWN.get(of) ?? JSON.stringify(of instanceof Map ? [...of] : of);
  DRAWN.set(of, known);
  return known;
}

/** Kept at once; the oldest go first. Drawings that nobody holds any more are not kept. */
const MOST = 1024;

/** By where the drawing begins: few begin at the same point. */
const BY_START = new Map<string, readonly WeakRef<Area>[]>();
const FIRST = new WeakMap<Area, Area>();

/** The first area that draws the same: one object for all of them. */
export function sameDrawing(area: Area): Area {
  const known = FIRST.get(area);
  if (known !== undefined) return known;
  const start = JSON.stringify([area.polygons.length, area.polygons[0]?.[0]?.[0]]);
  const held = (BY_START.get(start) ?? []).filter((one) => one.deref() !== undefined);
  const same = held
    .map((one) => one.deref())
    .find((one) => one !== undefined && drawn(one) === drawn(area));
  BY_START.delete(start);
  BY_START.set(start, same === undefined ? [...held, new WeakRef(area)] : held);
  const [oldest] = BY_START.keys();
  if (BY_START.size > MOST && oldest !== undefined) BY_START.delete(oldest);
  FIRST.set(area, same ?? area);
  return same ?? area;
}
