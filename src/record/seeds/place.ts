// Where an incident happened: a point with its radius, the areas of regions, or unknown with the name kept.
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import type { Area, Extent, NamedPlace } from "../../model/place.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

/** The row's fields that name a place. */
export const PLACE_FIELDS: readonly string[] = [
  "place",
  "uk",
  "ru",
  "admin1",
  "country",
  "point",
  "regions",
];

/** Reads `place`, `admin1`, `country` and one of `point: {lat, lon, radius-km}` or `regions: [ids]`; neither: extent unknown. */
export function readPlace(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
): NamedPlace | null {
  const name = reader.text(fields.get("place"), "place");
  const point = fields.get("point");
  const regions = reader.each(fields.get("regions"), (item) => reader.region(item));
  if (point !== undefined && fields.has("regions")) {
    return reader.report("306", `a place has a "point" or "regions", not both`, point.at);
  }
  const extent =
    point === undefined ? regionExtent(reader.names.regions, regions) : readPoint(reader, point);
  if (name === null || extent === null) return null;
  const names = { ...reader.names.places.get(name) };
  const [uk, ru] = [reader.text(fields.get("uk"), "uk"), reader.text(fields.get("ru"), "ru")];
  if (uk !== null) names.uk = uk;
  if (ru !== null) names.ru = ru;
  const admin1 = reader.text(fields.get("admin1"), "admin1");
  const country = reader.text(fields.get("country"), "country");
  return { name, names, admin1, country, extent, regions };
}

/** The union of the regions named; unknown when there is none. */
export function regionExtent(
  areaOf: ReadonlyMap<string, Area>,
  regions: readonly string[],
): Extent {
  const areas = regions.map((id) => areaOf.get(id)).filter((area) => area !== undefined);
  if (areas.length === 0) return UNKNOWN_EXTENT;
  const toleranceMeters = Math.max(...areas.map((area) => area.toleranceMeters ?? 0));
  const polygons = areas.flatMap((area) => area.polygons);
  return toleranceMeters === 0
    ? { kind: "area", polygons }
    : { kind: "area", polygons, toleranceMeters };
}

function readPoint(reader: SeedReader, node: YamlNode): Extent | null {
  const fields = reader.fields(node, { what: "point", required: ["lat", "lon", "radius-km"] });
  const lat = reader.number(fields?.get("lat"), "lat");
  const lon = reader.number(fields?.get("lon"), "lon");
  const radius = reader.amount(fields?.get("radius-km"), "radius-km");
  if (lat === null || lon === null || radius === null) return null;
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    const swapped =
      Math.abs(lat) <= 180 && Math.abs(lon) <= 90 ? { help: "are lat and lon swapped?" } : {};
    return reader.report(
      "307",
      `lat must lie in -90..90 and lon in -180..180; found ${lat}, ${lon}`,
      node.at,
      swapped,
    );
  }
  return { kind: "disc", center: [lon, lat], radiusMeters: Math.round(radius * 1000) };
}
