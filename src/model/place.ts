// Places with their uncertainty. Nothing is ever placed at a made-up point: a region is an area, no place is unknown.

/** Degrees, WGS 84. Longitude first, as in GeoJSON. */
export type Position = readonly [lon: number, lat: number];
/** Closed ring: first position equals last. */
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];

/** A set of polygons; parts may lie on both sides of the antimeridian. */
export interface Area {
  readonly kind: "area";
  readonly polygons: readonly Polygon[];
  /** How far the drawn outline may be from the true one, 0 or more; absent: the drawing itself is what is meant. */
  readonly toleranceMeters?: number;
}

/** The true place lies somewhere within `radiusMeters` of the point. */
export interface Disc {
  readonly kind: "disc";
  readonly center: Position;
  readonly radiusMeters: number;
}

/** `unknown`: no geometry at all; relates "possible" to every zone. */
export type Extent = Disc | Area | { readonly kind: "unknown" };

export const UNKNOWN_EXTENT: Extent = { kind: "unknown" };

/** How an extent lies to a zone: every point in it, no point in it, or it cannot be said. */
export type Relation = "inside" | "outside" | "possible";

/** A place as somebody told it who saw or heard it from elsewhere. */
export interface SeenFrom {
  /** The observer stood within its radius. */
  readonly observer: Disc;
  /** Whole metres from the observer, from <= to. */
  readonly fromMeters: number;
  readonly toMeters: number;
  /** Points of the compass (`NNE`) or degrees clockwise from north (`350-20`); several: any of them; none: any direction. */
  readonly bearings: readonly string[];
}

/** A place as a record names it. `regions` are ids of the case's region areas (several: their union). */
export interface NamedPlace {
  readonly name: string;
  readonly names: Readonly<Partial<Record<"uk" | "ru", string>>>;
  readonly admin1: string | null;
  readonly country: string | null;
  readonly extent: Extent;
  /** Region ids whose polygons make the extent; empty when the place is a point with radius or unknown. */
  readonly regions: readonly string[];
  /** Present where the extent is the area of what was seen from somewhere. */
  readonly seen?: SeenFrom;
}
