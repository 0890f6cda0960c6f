// Makes cases/ukraine-2025/objects from ../shared/data/objects: the few layers whose licences let them ship, clipped to the box of the
// case's zones, few fields each, in id order, so that the same data give the same bytes. The notes beside them (*.yaml) are written by hand.
// Use: npx tsx scripts/build-objects.ts [DATA] [OUT]
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvRows } from "../src/intake/csv.ts";
import type { CsvMarks } from "../src/intake/csv.ts";
import { boxHolds, boxOf } from "../src/geo/area.ts";
import type { Box } from "../src/geo/area.ts";
import { readAreas } from "../src/geo/geojson.ts";
import type { Position } from "../src/model/place.ts";
import { compareText } from "../src/model/problem.ts";
import { printCsv } from "../src/report/csv.ts";
import type { Column } from "../src/report/csv.ts";

const FOLDER = new URL("../cases/ukraine-2025/", import.meta.url);

interface ObjectRow {
  readonly id: string;
  /** Empty where the note says it for all. */
  readonly kind: string;
  readonly name: string;
  readonly position: Position;
}

const PLANTS: Readonly<Record<string, string>> = {
  Coal: "thermal-plant",
  Gas: "thermal-plant",
  Hydro: "hydro-plant",
  Nuclear: "nuclear-plant",
  Oil: "thermal-plant",
  Solar: "solar-plant",
  Wind: "wind-plant",
};

const QUOTES: CsvMarks = { delimiter: ",", quote: "'" };

const [, , data = "../shared/data", out = fileURLToPath(new URL("objects", FOLDER))] = process.argv;
main(data, out);

interface Into {
  readonly out: string;
  readonly box: Box;
}

function main(from: string, out: string): void {
  const into = { out, box: boxOfCase() };
  const read = (path: string) => readFileSync(`${from}/objects/${path}`, "utf8");
  const plants = [
    ...powerPlants(read("power_plants/global_power_plant_database_v1.3_UKR.csv"), ["UKR"]),
    ...powerPlants(read("power_plants/GEODB_Ukraine_Russia_Belarus.csv"), ["BLR", "RUS"]),
  ];
  writeTable(into, "airports", airports(read("ports/ne_10m_airports.geojson")));
  writeTable(into, "ports", ports(read("ports/UpdatedPub150_BlackSea_Azov_Baltic_bbox.csv")));
  writeTable(into, "power-plants", plants);
  const buses = read("power_grid/entsoegridkit_buses_UA_RU_BY_MD.csv");
  writeTable(into, "substations", substations(buses));
  writeLines(into, read("power_grid/entsoegridkit_lines_UA_RU_BY_MD.csv"));
}

/** The least box around every zone of the case. */
function boxOfCase(): Box {
  const boxes = ["regions", "black-sea"].flatMap((name) => {
    const file = `zones/${name}.geojson`;
    const { features } = readAreas(readFileSync(new URL(file, FOLDER), "utf8"), file);
    return features.map(({ area }) => boxOf(area));
  });
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: Math.max(...boxes.map(({ east }) => east)),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

type Cells = Readonly<Record<string, string>>;

function table(text: string, marks?: CsvMarks): readonly Cells[] {
  const [head, ...rows] = csvRows(text, marks);
  return rows.map((row) => {
    if (row.fault !== null) throw new Error(`line ${row.line}: ${row.fault}`);
    const named = row.cells.map((cell, i) => [head?.cells[i] ?? "", cell.trim()] as const);
    return Object.fromEntries(named);
  });
}

function ports(text: string): readonly ObjectRow[] {
  return table(text).map((row) => ({
    id: `wpi-${row["World Port Index Number"]}`,
    kind: "",
    name: row["Main Port Name"] ?? "",
    position: positionOf(row["Longitude"], row["Latitude"]),
  }));
}

function powerPlants(text: string, countries: readonly string[]): readonly ObjectRow[] {
  return table(text)
    .filter((row) => countries.includes(row["country"] ?? ""))
    .map((row) => ({
      id: `gppd-${row["gppd_idnr"]}`,
      kind: PLANTS[row["primary_fuel"] ?? ""] ?? "power-generation",
      name: row["name"] ?? "",
      position: positionOf(row["longitude"], row["latitude"]),
    }));
}

/** Buses of power stations and joints of lines are no substations; those being built are left out. */
function substations(text: string): readonly ObjectRow[] {
  return table(text, QUOTES)
    .filter((row) => /^Substation/.test(row["symbol"] ?? "") && row["under_construction"] === "f")
    .map((row) => ({
      id: `gridkit-bus-${row["bus_id"]}`,
      kind: "",
      name: "",
      position: positionOf(row["x"], row["y"]),
    }));
}

interface PointFeatures {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, string>>;
    readonly geometry: { readonly coordinates: Position };
  }[];
}

/** Of an airport that is listed as military too, which of the two it is stays open. */
function airports(text: string): readonly ObjectRow[] {
  const { features } = JSON.parse(text) as PointFeatures;
  return features.map(({ properties, geometry }) => ({
    id: `ne-${slug(properties["name"] ?? "")}`,
    kind: (properties["type"] ?? "").includes("military") ? "object" : "airport-civil",
    name: properties["name"] ?? "",
    position: rounded(geometry.coordinates, 4),
  }));
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function positionOf(lon: string | undefined, lat: string | undefined): Position {
  const position: Position = [Number(lon), Number(lat)];
  if (lon === "" || lat === "" || position.some((part) => !Number.isFinite(part)))
    throw new Error(`no position: ${lon}, ${lat}`);
  return rounded(position, 4);
}

function rounded([lon, lat]: Position, digits: number): Position {
  return [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))];
}

function writeTable({ out, box }: Into, name: string, all: readonly ObjectRow[]): void {
  const rows = all.filter(({ position }) => boxHolds(box, position));
  rows.sort((a, b) => compareText(a.id, b.id));
  const hasKinds = rows.some(({ kind }) => kind !== "");
  const hasNames = rows.some(({ name: own }) => own !== "");
  const columns: readonly Column<ObjectRow>[] = [
    { name: "id", cell: ({ id }) => id },
    ...(hasKinds ? [{ name: "kind", cell: ({ kind }: ObjectRow) => kind }] : []),
    ...(hasNames ? [{ name: "name", cell: ({ name: own }: ObjectRow) => own }] : []),
    { name: "lat", cell: ({ position }) => position[1] },
    { name: "lon", cell: ({ position }) => position[0] },
  ];
  const text = printCsv(columns, rows, "machine");
  write(`${out}/${name}.csv`, text.replaceAll("\r\n", "\n"), {
    kept: rows.length,
    of: all.length,
  });
}

/** Lines of which a corner lies in the box, whole, corners to a thousandth of a degree: the map they come from is off by kilometres. */
function writeLines({ out, box }: Into, text: string): void {
  const all = table(text, QUOTES).filter((row) => row["under_construction"] === "False");
  const lines = all
    .map((row) => ({ id: `gridkit-line-${row["line_id"]}`, path: pathOf(row["geometry"] ?? "") }))
    .filter(({ path }) => path.length > 1 && path.some((position) => boxHolds(box, position)))
    .sort((a, b) => compareText(a.id, b.id));
  const features = lines.map(({ id, path }) =>
    JSON.stringify({
      type: "Feature",
      id,
      properties: {},
      geometry: { type: "LineString", coordinates: path },
    }),
  );
  const collection = `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
  write(`${out}/transmission-lines.geojson`, collection, { kept: lines.length, of: all.length });
}

function pathOf(wkt: string): readonly Position[] {
  const inner = /^LINESTRING\((.*)\)$/.exec(wkt)?.[1];
  if (inner === undefined) throw new Error(`no line: ${wkt.slice(0, 40)}`);
  const path = inner.split(",").map((pair): Position => {
    const [lon, lat] = pair.trim().split(" ");
    return rounded(positionOf(lon, lat), 3);
  });
  return path.filter(([lon, lat], i) => lon !== path[i - 1]?.[0] || lat !== path[i - 1]?.[1]);
}

function write(
  path: string,
  text: string,
  { kept, of }: { readonly kept: number; readonly of: number },
): void {
  writeFileSync(path, text);
  process.stdout.write(`${path}: ${kept} of ${of} objects, ${Buffer.byteLength(text)} bytes\n`);
}
