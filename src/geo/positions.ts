// Positions out of the coordinates of a GeoJSON geometry, which are lists of lists of whatever somebody wrote. Heights are dropped.
import type { Polygon, Position } from "../model/place.ts";

/** `[lon, lat]` of finite numbers; null for anything else. */
export function readPosition(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: readonly unknown[] = value;
  if (typeof lon !== "number" || typeof lat !== "number") return null;
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}

/** A list of positions: a line, or a ring. */
export function readPositions(value: unknown): readonly Position[] | null {
  return listOf(value, readPosition);
}

export function readPolygon(value: unknown): Polygon | null {
  return listOf(value, readPositions);
}

/** Every item read; null when the value is no list or an item is malformed. */
export function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: readonly (T | null)[] = value.map(read);
  const found = items.filter((item) => item !== null);
  return found.length === items.length ? found : null;
}
