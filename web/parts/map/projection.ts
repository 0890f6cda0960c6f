// Mercator, rings and scales for drawing: on the sphere, within 0.6 % of the ellipsoid, which no reader can see. No figure comes from here.
import type { Position } from "../../../src/model/place.ts";
import type { Bounds } from "../../ground/ground.ts";

const EARTH_METERS = 6_371_009;
const RADIANS = Math.PI / 180;

/** Mercator: x and y in degrees at the equator, y grows to the north. */
export function mercator([lon, lat]: Position): readonly [number, number] {
  return [lon, Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS];
}

/** The position of a mercator point. */
export function inverseMercator([x, y]: readonly [number, number]): Position {
  return [x, (2 * Math.atan(Math.exp(y * RADIANS)) - Math.PI / 2) / RADIANS];
}

/** A closed ring of positions at that distance. */
export function ringAround([lon, lat]: Position, meters: number, steps = 72): readonly Position[] {
  const angle = meters / EARTH_METERS;
  const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  return Array.from({ length: steps + 1 }, (_, i): Position => {
    const bearing = (i / steps) * 2 * Math.PI;
    const there = sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing);
    const east = Math.sin(bearing) * Math.sin(angle) * cos;
    return [
      lon + Math.atan2(east, Math.cos(angle) - sin * there) / RADIANS,
      Math.asin(there) / RADIANS,
    ];
  });
}

/** The box of these positions, widened by `share` of its size on each side, and to at least `leastMeters` across. */
export function boundsOf(
  positions: readonly Position[],
  { share, leastMeters }: { readonly share: number; readonly leastMeters: number },
): Bounds {
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const least = leastMeters / EARTH_METERS / RADIANS;
  const high = Math.max((north - south) * (0.5 + share), least / 2);
  const middle = (south + north) / 2;
  const wide = Math.max((east - west) * (0.5 + share), least / 2 / Math.cos(middle * RADIANS));
  const centre = (west + east) / 2;
  return [centre - wide, middle - high, centre + wide, middle + high];
}

/** Metres that a pixel is across at that latitude. */
export function metersAPixel(degreesAPixel: number, latitude: number): number {
  return degreesAPixel * RADIANS * EARTH_METERS * Math.cos(latitude * RADIANS);
}

/** The longest round length (1, 2 or 5 of a power of ten, in metres) that is at most `meters`. */
export function roundLength(meters: number): number {
  const power = 10 ** Math.floor(Math.log10(meters));
  const step = [5, 2, 1].find((one) => one * power <= meters) ?? 1;
  return step * power;
}
