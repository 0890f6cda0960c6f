// Where an incident happened: a point with its radius, what was seen from somewhere, the areas of regions, or unknown with the name kept.
import { seenArea } from "../../geo/sector.ts";
import { UNKNOWN_EXTENT } from "../../model/place.ts";
import type { Area, Disc, Extent, NamedPlace, SeenFrom } from "../../model/place.ts";
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
  "sector",
];

/** Those of them that say where it is. */
export const WHERE_FIELDS: readonly string[] = ["point", "regions", "sector"];

/** Reads `place`, `admin1`, `country` and one of `point: {lat, lon, radius-km}`, `regions: [ids]` or `sector`; none: extent unknown. */
export function readPlace(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
): NamedPlace | null {
  const name = reader.text(fields.get("place"), "place");
  const regions = reader.each(fields.get("regions"), (item) => reader.region(item));
  const where = readWhere(reader, fields, regions);
  if (name === null || where === null) return null;
  const names = { ...reader.names.places.get(name) };
  const [uk, ru] = [reader.text(fields.get("uk"), "uk"), reader.text(fields.get("ru"), "ru")];
  if (uk !== null) names.uk = uk;
  if (ru !== null) names.ru = ru;
  const admin1 = reader.text(fields.get("admin1"), "admin1");
  const country = reader.text(fields.get("country"), "country");
  return { name, names, admin1, country, ...where, regions };
}

function readWhere(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
  regions: readonly string[],
): Pick<NamedPlace, "extent" | "seen"> | null {
  const [form, other] = WHERE_FIELDS.filter((one) => fields.has(one));
  const node = form === undefined ? undefined : fields.get(form);
  if (node === undefined || form === "regions" || form === undefined)
    return { extent: regionExtent(reader.names.regions, regions) };
  if (other !== undefined) {
    return reader.report("306", `a place has "${form}" or "${other}", not both`, node.at);
  }
  if (form === "sector") return readSector(reader, node);
  const extent = readPoint(reader, node);
  return extent === null ? null : { extent };
}

/** What was seen or heard: `{lat, lon, radius-km, from-km, to-km, bearing}` with the observer's own position. */
function readSector(
  reader: SeedReader,
  node: YamlNode,
): Pick<NamedPlace, "extent" | "seen"> | null {
  const fields = reader.fields(node, {
    what: "a sector",
    required: ["lat", "lon", "radius-km", "from-km", "to-km"],
    optional: ["bearing"],
  });
  const observer = readDisc(reader, fields, node);
  const from = reader.amount(fields?.get("from-km"), "from-km");
  const to = reader.amount(fields?.get("to-km"), "to-km");
  const bearings = reader.texts(fields?.get("bearing"), "bearing");
  if (observer === null || from === null || to === null) return null;
  if (from > to)
    return reader.report("301", `the range ends before it starts: ${to} < ${from}`, node.at);
  const [fromMeters, toMeters] = [Math.round(from * 1000), Math.round(to * 1000)];
  const seen: SeenFrom = { observer, fromMeters, toMeters, bearings };
  const extent = seenArea(seen);
  if (typeof extent !== "string") return { extent, seen };
  return reader.report("313", `a sector that is none: ${extent}`, node.at);
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

function readPoint(reader: SeedReader, node: YamlNode): Disc | null {
  const required = ["lat", "lon", "radius-km"];
  return readDisc(reader, reader.fields(node, { what: "point", required }), node);
}

function readDisc(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode> | null,
  node: YamlNode,
): Disc | null {
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
